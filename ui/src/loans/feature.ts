import { go } from '../frame/router.svelte';
import type { Feature, Place } from '../frame/manifest';
import { loans } from './find';

/** What the key for a new record begins: a project or a product on their lists, a loan elsewhere. */
const begun: Record<string, string> = { projects: 'loans?tab=projects&do=project' };
const beginsAt = ({ query }: Place) =>
  query['tab'] === 'products' ? null : (begun[query['tab'] ?? ''] ?? 'loans/new');

export const feature: Feature = {
  screens: [
    {
      screen: 'loans',
      words: 'loan.title',
      also: 'also.loans',
      icon: 'sprout',
      needs: 'loans.view',
      rail: { group: 'loans', place: 10 },
      begins: { needs: 'loans.keep', at: beginsAt },
      load: () => import('./Loans.svelte'),
    },
  ],
  routes: {
    'loans.detail': ({ loan }) => ({ path: ['loans', loan] }),
    'dashboard.tranches': ({ day, wait, order }) => ({
      path: ['loans', 'tranches'],
      query: { day, wait, sort: order?.by, down: order?.down },
    }),
    'loans.deferral': ({ deferral }) => ({ path: ['loans', 'deferral', deferral] }),
  },
  finders: [loans],
  actions: [
    {
      key: 'loan.new',
      words: 'loan.new',
      also: 'also.new_loan',
      needs: 'loans.keep',
      icon: 'sprout',
      run: () => go('loans/new'),
    },
    {
      key: 'loan.project_new',
      words: 'loan.project_new',
      also: 'also.new_project',
      needs: 'loans.keep',
      icon: 'briefcase',
      run: () => go('loans?tab=projects&do=project'),
    },
  ],
  tabs: [
    {
      on: 'beneficiary',
      key: 'loans',
      words: 'loan.tab.loans',
      needs: 'loans.view',
      place: 10,
      load: () => import('./OfPerson.svelte'),
    },
  ],
  tasks: {
    loan_approve: { icon: 'sprout', sort: 'decision' },
    tranche_approve: { icon: 'wallet', sort: 'decision' },
    undo_approve: { icon: 'undo-2', sort: 'decision' },
    refund_approve: { icon: 'hand-coins', sort: 'decision' },
    forgive_approve: { icon: 'gavel', sort: 'decision' },
    change_approve: { icon: 'calendar-clock', sort: 'decision' },
    give_up_approve: { icon: 'gavel', sort: 'decision' },
    deferral_approve: { icon: 'calendar-range', sort: 'decision' },
    change_refused: { icon: 'undo-2', sort: 'step' },
    give_up_refused: { icon: 'undo-2', sort: 'step' },
    deferral_refused: { icon: 'undo-2', sort: 'step' },
    loan_rejected: { icon: 'undo-2', sort: 'step' },
    undo_refused: { icon: 'undo-2', sort: 'step' },
    refund_refused: { icon: 'undo-2', sort: 'step' },
    forgive_refused: { icon: 'undo-2', sort: 'step' },
    tranche_request: { icon: 'wallet', sort: 'step' },
    tranche_pay: { icon: 'banknote', sort: 'step' },
    tranche_deliver: { icon: 'clipboard-check', sort: 'step' },
    tranche_verify: { icon: 'receipt-text', sort: 'step' },
    control_off: { icon: 'triangle-alert', sort: 'late' },
  },
  keys: [{ words: 'loan.keys.page', keys: [{ keys: 'R', words: 'loan.keys.repay' }] }],
};
