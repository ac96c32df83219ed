import { go } from '../frame/router.svelte';
import type { Feature } from '../frame/manifest';

export const feature: Feature = {
  screens: [
    {
      screen: 'bank',
      words: 'reconciliation.title',
      also: 'also.bank_statement',
      icon: 'list-checks',
      needs: 'reconciliation.view',
      rail: { group: 'fund', place: 20 },
      load: () => import('./Statement.svelte'),
    },
  ],
  actions: [
    {
      key: 'reconciliation.title',
      words: 'reconciliation.title',
      also: 'also.bank_statement',
      needs: 'reconciliation.view',
      icon: 'list-checks',
      run: () => go('bank'),
    },
  ],
};
