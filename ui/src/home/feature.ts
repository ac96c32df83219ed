import { may } from '../frame/office.svelte';
import type { Feature } from '../frame/manifest';

export const feature: Feature = {
  screens: [
    {
      // One first screen: the board for whom it is open, the welcome for everybody else.
      screen: 'home',
      words: () => (may('dashboard.view') ? 'board.title' : 'home.title'),
      icon: 'layout-dashboard',
      needs: 'office.use',
      rail: { place: 10 },
      load: () => import('./Home.svelte'),
    },
  ],
};
