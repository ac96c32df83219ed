import type { Feature } from '../frame/manifest';

export const feature: Feature = {
  screens: [
    {
      screen: 'privacy',
      words: 'privacy.title',
      also: 'also.privacy',
      icon: 'shield-alert',
      needs: 'privacy.keep',
      rail: { group: 'settings', place: 35 },
      load: () => import('./Privacy.svelte'),
    },
  ],
  routes: {
    'privacy.due': ({ text, waiting, order }) => ({
      path: ['privacy'],
      query: { text, waiting, sort: order?.by, down: order?.down },
    }),
  },
  tabs: [
    {
      on: 'beneficiary',
      key: 'privacy',
      words: 'privacy.tab',
      needs: 'privacy.looks',
      place: 90,
      load: () => import('./OfFile.svelte'),
    },
  ],
  tasks: {
    retention_due: { icon: 'shield-alert', sort: 'care' },
    anonymise: { icon: 'shield-alert', sort: 'decision' },
    anonymise_returned: { icon: 'undo-2', sort: 'step' },
  },
};
