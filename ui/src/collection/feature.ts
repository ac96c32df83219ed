import { ask } from '../api/call';
import { tn } from '../api/t';
import type { Task } from '../api/generated';
import { may } from '../frame/office.svelte';
import { go } from '../frame/router.svelte';
import type { Feature } from '../frame/manifest';

/** Instalments nobody has paid yet and that fall due today. */
async function dueToday(today: string): Promise<number> {
  const due = await ask('collection.due', {
    from: today,
    until: today,
    day: null,
    fund: null,
    order: null,
    offset: 0,
    text: '',
    limit: 1,
    state: 'unpaid',
  });
  return due.instalments;
}

const late = (tasks: readonly Task[]) => Number(tasks.find((task) => task.kind === 'late_loans')?.args['n'] ?? 0);

export const feature: Feature = {
  screens: [
    {
      screen: 'collection',
      words: 'collect.title',
      also: 'also.collection',
      icon: 'hand-coins',
      needs: 'loans.view',
      rail: { group: 'loans', place: 20 },
      begins: { needs: 'loans.collect', at: () => 'collection?tab=quick' },
      load: () => import('./Collection.svelte'),
    },
  ],
  routes: {
    'collection.due': ({ from, until, state, day, fund, text }) => ({
      path: ['collection'],
      query: { tab: 'due', show: state, from, until, day, fund, text },
    }),
    'collection.late': ({ day, over, band, fund, text }) => ({
      path: ['collection'],
      query: { tab: 'late', day, over, band, fund, text },
    }),
    'collection.portfolio': ({ day, part, fund, text }) => ({
      path: ['collection'],
      query: { tab: 'portfolio', day, part, fund, text },
    }),
    'collection.reminders': ({ state, text, fund }) => ({
      path: ['collection'],
      query: { tab: 'reminders', state, text, fund },
    }),
    'collection.promises': ({ standing, text }) => ({
      path: ['collection'],
      query: { tab: 'promises', standing, text },
    }),
    'collection.closing': ({ loan }) => ({ path: ['loans', loan], query: { tab: 'collecting' } }),
    'loans.tranches_waiting': ({ step, fund, text }) => ({
      path: ['collection'],
      query: { tab: 'payouts', step, fund, text },
    }),
    'collection.received': ({ from, until, day, fund, text }) => ({
      path: ['collection'],
      query: { tab: 'received', from, until, day, fund, text },
    }),
  },
  actions: [
    {
      key: 'collect.tab.quick',
      words: 'collect.tab.quick',
      also: 'also.repay',
      needs: 'loans.collect',
      icon: 'hand-coins',
      run: () => go('collection?tab=quick'),
    },
    {
      key: 'collect.tab.late',
      words: 'collect.tab.late',
      also: 'also.late',
      needs: 'loans.view',
      icon: 'triangle-alert',
      run: () => go('collection?tab=late'),
    },
    {
      key: 'collect.tab.calls',
      words: 'collect.tab.calls',
      also: 'also.calls',
      needs: 'collection.call',
      icon: 'phone',
      run: () => go('collection?tab=calls'),
    },
    {
      key: 'collect.tab.reminders',
      words: 'collect.tab.reminders',
      also: 'also.reminders',
      needs: 'collection.call',
      icon: 'bell',
      run: () => go('collection?tab=reminders'),
    },
    {
      key: 'payouts.title',
      words: 'payouts.title',
      also: 'also.payouts',
      needs: 'loans.view',
      icon: 'banknote',
      run: () => go('collection?tab=payouts'),
    },
    {
      key: 'collecting.report',
      words: 'collecting.report',
      also: 'also.portfolio_report',
      needs: 'loans.view',
      icon: 'chart-pie',
      run: () => go('collection?tab=standing'),
    },
    {
      key: 'collecting.rules',
      words: 'collecting.rules',
      also: 'also.collecting_rules',
      needs: 'loans.view',
      icon: 'settings',
      run: () => go('collection/rules'),
    },
  ],
  tabs: [
    {
      on: 'loan',
      key: 'collecting',
      words: 'collecting.of_loan',
      needs: 'loans.view',
      place: 25,
      load: () => import('./OfLoan.svelte'),
    },
    {
      on: 'beneficiary',
      key: 'collecting',
      words: 'collecting.of_person',
      needs: 'loans.view',
      place: 25,
      load: () => import('./OfPerson.svelte'),
    },
  ],
  tasks: {
    reminders_today: { icon: 'bell', sort: 'step' },
    promises_broken: { icon: 'handshake', sort: 'late' },
    satisfaction_ask: { icon: 'star', sort: 'step' },
    late_loan: { icon: 'triangle-alert', sort: 'late' },
    late_loans: { icon: 'triangle-alert', sort: 'late' },
  },
  keys: [{ words: 'collecting.keys', keys: [{ keys: '1 … 6', words: 'collecting.outcome_label' }] }],
  notices: [
    {
      place: 10,
      text: async (_, today) => {
        const due = may('loans.collect') ? await dueToday(today) : 0;
        return due > 0 ? tn('notices.due', due) : null;
      },
    },
    {
      place: 20,
      text: (tasks) => Promise.resolve(late(tasks) > 0 ? tn('tasks.late_loans', late(tasks)) : null),
    },
  ],
};
