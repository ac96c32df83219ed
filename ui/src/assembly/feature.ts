import type { Feature } from '../frame/manifest';
import { go } from '../frame/router.svelte';

export const feature: Feature = {
  screens: [
    {
      screen: 'assembly',
      words: 'assembly.title',
      also: 'also.assembly',
      icon: 'users-round',
      needs: 'assembly.view',
      rail: { group: 'governance', place: 15 },
      begins: { needs: 'assembly.keep', at: () => 'assembly?do=add' },
      load: () => import('./Assembly.svelte'),
    },
  ],
  routes: {
    'assembly.open': ({ member }) => ({ path: ['assembly', member] }),
    'assembly.list': ({ text, year, kind, standing, order }) => ({
      path: ['assembly'],
      query: {
        text,
        year: year === null ? undefined : String(year),
        kind,
        standing,
        sort: order?.by,
        down: order?.down,
      },
    }),
  },
  actions: [
    {
      key: 'assembly.new',
      words: 'assembly.new',
      also: 'also.assembly',
      needs: 'assembly.keep',
      icon: 'user-plus',
      run: () => go('assembly?do=add'),
    },
  ],
};
