import type { Feature } from '../frame/manifest';

export const feature: Feature = {
  screens: [
    {
      screen: 'guarantees',
      words: 'guarantee.title',
      also: 'also.guarantees',
      icon: 'shield-check',
      needs: 'guarantees.view',
      rail: { group: 'loans', place: 30 },
      load: () => import('./List.svelte'),
    },
  ],
  routes: {
    'guarantees.of_loan': ({ loan }) => ({ path: ['loans', loan], query: { tab: 'guarantees' } }),
  },
  tabs: [
    {
      on: 'loan',
      key: 'guarantees',
      words: 'guarantee.title',
      needs: 'guarantees.view',
      place: 10,
      load: () => import('./OfLoan.svelte'),
    },
    {
      on: 'beneficiary',
      key: 'guarantees',
      words: 'guarantee.given',
      needs: 'guarantees.view',
      place: 20,
      load: () => import('./OfPerson.svelte'),
    },
  ],
  tasks: {
    guarantee_verify: { icon: 'shield-check', sort: 'step' },
    guarantee_expired: { icon: 'triangle-alert', sort: 'late' },
    guarantee_call: { icon: 'gavel', sort: 'decision' },
    guarantee_call_refused: { icon: 'undo-2', sort: 'step' },
    note_return: { icon: 'file-text', sort: 'step' },
  },
};
