import { go } from '../frame/router.svelte';
import type { Feature } from '../frame/manifest';
import { people } from './find';

export const feature: Feature = {
  screens: [
    {
      screen: 'beneficiaries',
      words: 'beneficiaries.title',
      also: 'also.beneficiaries',
      icon: 'users-round',
      needs: 'beneficiaries.view',
      rail: { group: 'service', place: 10 },
      begins: { needs: 'beneficiaries.keep', at: () => 'beneficiaries?do=add' },
      load: () => import('./Beneficiaries.svelte'),
    },
  ],
  routes: {
    'beneficiaries.open': ({ party }) => ({ path: ['beneficiaries', party] }),
    'beneficiaries.list': ({ text, status, city, researcher, order, ...asks }) => ({
      path: ['beneficiaries'],
      query: {
        text,
        status: status.join(','),
        class: asks.class,
        researcher,
        city,
        security: asks.social_security,
        expiring: asks.expiring,
        review: asks.review_due,
        sort: order?.by,
        down: order?.down,
      },
    }),
    'beneficiaries.on_day': ({ day, status, text }) => ({ path: ['beneficiaries'], query: { status, day, text } }),
  },
  finders: [people],
  actions: [
    {
      key: 'beneficiaries.new',
      words: 'beneficiaries.new',
      also: 'also.new_file',
      needs: 'beneficiaries.keep',
      icon: 'file-plus',
      run: () => go('beneficiaries?do=add'),
    },
  ],
  tasks: {
    identity_expired: { icon: 'id-card', sort: 'document' },
    identity_expiring: { icon: 'id-card', sort: 'document' },
    review_overdue: { icon: 'calendar-clock', sort: 'late' },
    review_near: { icon: 'calendar-clock', sort: 'step' },
  },
};
