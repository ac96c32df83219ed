import { go } from '../frame/router.svelte';
import type { Feature } from '../frame/manifest';

export const feature: Feature = {
  screens: [
    {
      screen: 'reach',
      words: 'reach.title',
      also: 'also.reach',
      icon: 'phone',
      needs: 'reach.view',
      rail: { group: 'service', place: 35 },
      load: () => import('./Reach.svelte'),
    },
  ],
  routes: {
    'reach.list': ({ text, order, governorate, researcher, mine, unplanned, days, ...asks }) => ({
      path: ['reach'],
      query: {
        text,
        days,
        class: asks.class,
        governorate,
        researcher,
        mine,
        unplanned,
        sort: order?.by,
        down: order?.down,
      },
    }),
    'reach.identities': ({ text, order, days, end, mine }) => ({
      path: ['reach'],
      query: { tab: 'identities', text, days, end, mine, sort: order?.by, down: order?.down },
    }),
    'reach.gaps': ({ text, order, gap, researcher, mine, ...asks }) => ({
      path: ['reach'],
      query: {
        tab: 'gaps',
        text,
        gap: gap.join(','),
        class: asks.class,
        researcher,
        mine,
        sort: order?.by,
        down: order?.down,
      },
    }),
    'reach.month': ({ person, day, calendar }) => ({
      path: ['reach'],
      query: { tab: 'month', person, day, calendar },
    }),
  },
  actions: [
    {
      key: 'reach.month',
      words: 'reach.tab.month',
      also: 'also.work_month',
      needs: 'reach.view',
      icon: 'list-checks',
      run: () => go('reach?tab=month'),
    },
    {
      key: 'reach.identities',
      words: 'reach.tab.identities',
      also: 'also.identities',
      needs: 'reach.view',
      icon: 'shield-alert',
      run: () => go('reach?tab=identities'),
    },
    {
      key: 'reach.gaps',
      words: 'reach.tab.gaps',
      also: 'also.gaps',
      needs: 'reach.view',
      icon: 'list-filter',
      run: () => go('reach?tab=gaps'),
    },
  ],
  tasks: {
    families_unreached: { icon: 'phone', sort: 'care' },
  },
  keys: [
    {
      words: 'reach.keys.list',
      keys: [
        { keys: '1', words: 'reach.keys.plan' },
        { keys: '2', words: 'reach.keys.call' },
      ],
    },
  ],
};
