import type { Feature } from '../frame/manifest';

export const feature: Feature = {
  screens: [
    {
      screen: 'association',
      words: 'association.title',
      also: 'also.association',
      icon: 'building-2',
      needs: 'association.manage',
      rail: { group: 'settings', place: 10 },
      load: () => import('./Association.svelte'),
    },
  ],
};
