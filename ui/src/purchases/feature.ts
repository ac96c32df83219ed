import type { Feature } from '../frame/manifest';

export const feature: Feature = {
  screens: [
    {
      screen: 'purchases',
      words: 'purchase.title',
      also: 'also.purchases',
      icon: 'shopping-cart',
      needs: 'purchases.view',
      rail: { group: 'loans', place: 28 },
      load: () => import('./Purchases.svelte'),
    },
  ],
  routes: {
    'purchases.of_loan': ({ loan }) => ({ path: ['loans', loan], query: { tab: 'purchases' } }),
    'purchases.open': ({ purchase }) => ({ path: ['purchases', purchase] }),
    'purchases.list': ({ text, state, supplier, late, order }) => ({
      path: ['purchases'],
      query: { text, state: state.join(','), supplier, late, sort: order?.by, down: order?.down },
    }),
  },
  tabs: [
    {
      on: 'loan',
      key: 'purchases',
      words: 'purchase.title',
      needs: 'purchases.view',
      place: 12,
      load: () => import('./OfLoan.svelte'),
    },
    {
      on: 'project',
      key: 'purchases',
      words: 'purchase.title',
      needs: 'purchases.view',
      place: 12,
      load: () => import('./OfProject.svelte'),
    },
  ],
  tasks: {
    purchase_approve: { icon: 'shopping-cart', sort: 'decision' },
    purchase_returned: { icon: 'undo-2', sort: 'step' },
    purchase_verify: { icon: 'badge-check', sort: 'step' },
    purchases_late: { icon: 'truck', sort: 'late' },
  },
};
