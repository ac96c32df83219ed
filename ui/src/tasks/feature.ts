import type { Feature } from '../frame/manifest';

export const feature: Feature = {
  screens: [
    {
      screen: 'tasks',
      words: 'tasks.title',
      also: 'also.tasks',
      icon: 'inbox',
      needs: 'office.use',
      rail: { place: 20 },
      // The list of everything that waits counts everything.
      waits: (tasks) => tasks.length,
      load: () => import('./Tasks.svelte'),
    },
  ],
};
