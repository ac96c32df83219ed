import type { Feature } from '../frame/manifest';

export const feature: Feature = {
  screens: [
    {
      screen: 'figures',
      words: 'figures.rows',
      icon: 'chart-column',
      needs: 'dashboard.view',
      load: () => import('./FigureRows.svelte'),
    },
  ],
  routes: {
    'dashboard.rows': ({ figure, from, until, part, counts, text }) => ({
      path: ['figures', figure],
      query: { from, until, part, counted: counts === true, missed: counts === false, text },
    }),
  },
};
