import { call } from '../api/call';
import { t } from '../api/t';
import type { Feature } from '../frame/manifest';
import { go } from '../frame/router.svelte';

export const feature: Feature = {
  screens: [
    {
      screen: 'services',
      words: 'services.title',
      also: 'also.services',
      icon: 'heart-handshake',
      needs: 'services.view',
      rail: { group: 'service', place: 25 },
      begins: { needs: 'services.keep', at: () => 'services?do=add' },
      load: () => import('./Services.svelte'),
    },
  ],
  routes: {
    'services.open': ({ service, version }) => ({ path: ['services', service], query: { version } }),
    'services.list': ({ text, standing, open, order }) => ({
      path: ['services'],
      query: { text, standing: standing.join(','), open, sort: order?.by, down: order?.down },
    }),
    'services.who_qualifies': ({ service, text, state, order }) => ({
      path: ['services', service],
      query: { tab: 'qualify', text, state: state.join(','), sort: order?.by, down: order?.down },
    }),
  },
  finders: [
    {
      words: 'services.title',
      needs: 'services.view',
      place: 45,
      find: async (text) => {
        const found = await call('services.list', {
          text,
          standing: [],
          open: false,
          order: null,
          offset: 0,
          limit: 6,
        });
        return found.lines.map((line) => ({
          key: line.service,
          title: line.name,
          note: [t(`services.standing.${line.standing}`), line.programme].filter(Boolean).join(' · '),
          icon: 'heart-handshake' as const,
          open: () => go(`services/${line.service}`),
        }));
      },
    },
  ],
  actions: [
    {
      key: 'services.add',
      words: 'services.add',
      also: 'also.services',
      needs: 'services.keep',
      icon: 'heart-handshake',
      run: () => go('services?do=add'),
    },
    {
      key: 'services.decisions',
      words: 'services.decisions',
      also: 'also.fairness',
      needs: 'services.fairness',
      icon: 'scale',
      run: () => go('services/decisions'),
    },
  ],
  tabs: [
    {
      on: 'beneficiary',
      key: 'services',
      words: 'services.of_file',
      needs: 'services.view',
      place: 14,
      load: () => import('./OfFile.svelte'),
    },
  ],
  tasks: {
    service_approval: { icon: 'badge-check', sort: 'decision' },
    service_announcement: { icon: 'megaphone', sort: 'step' },
    service_closing: { icon: 'calendar-clock', sort: 'step' },
    service_over: { icon: 'calendar-clock', sort: 'late' },
    service_reminders: { icon: 'phone', sort: 'care' },
  },
};
