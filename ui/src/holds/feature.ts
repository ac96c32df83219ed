import type { Feature } from '../frame/manifest';

export const feature: Feature = {
  screens: [
    {
      screen: 'holds',
      words: 'hold.title',
      also: 'also.holds',
      icon: 'siren',
      needs: 'holds.view',
      rail: { group: 'loans', place: 25 },
      load: () => import('./Holds.svelte'),
    },
  ],
  routes: {
    'holds.of_loan': ({ loan }) => ({ path: ['loans', loan], query: { tab: 'holds' } }),
    'holds.open': ({ hold }) => ({ path: ['holds', hold] }),
    'holds.list': ({ text, state, cause, day, order }) => ({
      path: ['holds'],
      query: { text, state: state.join(','), cause, day, sort: order?.by, down: order?.down },
    }),
  },
  tabs: [
    {
      on: 'loan',
      key: 'holds',
      words: 'hold.one',
      needs: 'holds.view',
      place: 15,
      load: () => import('./OfLoan.svelte'),
    },
  ],
  heads: [{ on: 'loan', key: 'holds', needs: 'holds.view', load: () => import('./OnLoan.svelte') }],
  tasks: {
    holds_open: { icon: 'siren', sort: 'late' },
    hold_decision: { icon: 'gavel', sort: 'decision' },
    hold_step: { icon: 'list-checks', sort: 'step' },
    hold_decision_refused: { icon: 'undo-2', sort: 'step' },
  },
};
