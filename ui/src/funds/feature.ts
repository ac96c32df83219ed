import { go } from '../frame/router.svelte';
import type { Feature } from '../frame/manifest';
import { vouchers } from './find';

export const feature: Feature = {
  screens: [
    {
      screen: 'funds',
      words: 'funds.title',
      also: 'also.funds',
      icon: 'landmark',
      needs: 'funds.view',
      rail: { group: 'fund', place: 10 },
      begins: { needs: 'funds.post', at: () => 'funds/write' },
      load: () => import('./Funds.svelte'),
    },
  ],
  routes: {
    'funds.list': ({ day }) => ({ path: ['funds'], query: { day } }),
    'funds.detail': ({ fund, from, until }) => ({ path: ['funds', 'fund', fund], query: { from, until } }),
    'funds.periods': () => ({ path: ['funds', 'months'] }),
    'funds.draft_sheet': ({ id }) => ({ path: ['funds'], query: { review: id } }),
    'dashboard.flow': ({ kind, from, until, text }) => ({
      path: ['funds', 'flow', kind],
      query: { from, until, text },
    }),
  },
  finders: [vouchers],
  actions: [
    {
      key: 'funds.write.title',
      words: 'funds.write.title',
      also: 'also.write_voucher',
      needs: 'funds.post',
      icon: 'receipt-text',
      run: () => go('funds/write'),
    },
    {
      key: 'funds.donate',
      words: 'funds.donate',
      also: 'also.donate',
      needs: 'funds.post',
      icon: 'hand-coins',
      run: () => go('funds?do=donate'),
    },
    {
      key: 'funds.trial_balance',
      words: 'funds.trial_balance',
      also: 'also.trial_balance',
      needs: 'funds.view',
      icon: 'scale',
      run: () => go('funds/trial'),
    },
    {
      key: 'funds.chart.title',
      words: 'funds.chart.title',
      also: 'also.chart_of_accounts',
      needs: 'funds.view',
      icon: 'book-open',
      run: () => go('funds/chart'),
    },
    {
      key: 'funds.section.cheques',
      words: 'funds.section.cheques',
      also: 'also.cheques',
      needs: 'funds.view',
      icon: 'banknote',
      run: () => go('funds/cheques'),
    },
    {
      key: 'funds.section.months',
      words: 'funds.section.months',
      also: 'also.months',
      needs: 'funds.view',
      icon: 'calendar-check',
      run: () => go('funds/months'),
    },
  ],
  tasks: {
    voucher_approve: { icon: 'receipt', sort: 'decision' },
    month_reopen: { icon: 'calendar-clock', sort: 'decision' },
    month_refused: { icon: 'calendar-clock', sort: 'step' },
    voucher_returned: { icon: 'undo-2', sort: 'step' },
  },
};
