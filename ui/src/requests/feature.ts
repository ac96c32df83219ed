import { call } from '../api/call';
import { t } from '../api/t';
import type { Feature } from '../frame/manifest';
import { go } from '../frame/router.svelte';

export const feature: Feature = {
  screens: [
    {
      screen: 'requests',
      words: 'requests.title',
      also: 'also.requests',
      icon: 'clipboard-check',
      needs: 'requests.view',
      rail: { group: 'service', place: 20 },
      waits: (tasks) => Number(tasks.find((task) => task.kind === 'requests_incoming')?.args['n'] ?? 0),
      begins: { needs: 'requests.keep', at: () => 'requests?do=add' },
      load: () => import('./Requests.svelte'),
    },
  ],
  routes: {
    'requests.open': ({ request }) => ({ path: ['requests', request] }),
    'requests.list': ({ text, tab, kind, state, researcher, party, service, ended, order }) => ({
      path: ['requests'],
      query: {
        tab,
        text,
        kind: kind.join(','),
        state: state.join(','),
        researcher,
        party,
        service,
        ended,
        sort: order?.by,
        down: order?.down,
      },
    }),
    'requests.callbacks': ({ text, order }) => ({
      path: ['requests', 'calls'],
      query: { text, sort: order?.by, down: order?.down },
    }),
  },
  finders: [
    {
      words: 'requests.title',
      needs: 'requests.view',
      place: 40,
      find: async (text) => {
        const asks = {
          text,
          tab: null,
          kind: [],
          state: [],
          researcher: null,
          party: null,
          service: null,
          outcome: [],
          ended: true,
          order: null,
        };
        const found = await call('requests.list', { ...asks, offset: 0, limit: 6 });
        return found.lines.map((line) => ({
          key: line.request,
          title: line.subject,
          note: [line.request_no, t(`requests.kind.${line.kind}`), line.name].filter(Boolean).join(' · '),
          numbers: [line.request_no],
          icon: 'clipboard-check' as const,
          open: () => go(`requests/${line.request}`),
        }));
      },
    },
  ],
  actions: [
    {
      key: 'requests.add',
      words: 'requests.add',
      also: 'also.requests',
      needs: 'requests.keep',
      icon: 'clipboard-check',
      run: () => go('requests?do=add'),
    },
    {
      key: 'requests.calls',
      words: 'requests.callbacks',
      also: 'also.referral',
      needs: 'requests.keep',
      icon: 'phone',
      run: () => go('requests/calls'),
    },
  ],
  tabs: [
    {
      on: 'beneficiary',
      key: 'requests',
      words: 'requests.tab_of_file',
      needs: 'requests.view',
      place: 15,
      load: () => import('./OfFile.svelte'),
    },
  ],
  tasks: {
    requests_late: { icon: 'clipboard-check', sort: 'late' },
    requests_near: { icon: 'clipboard-check', sort: 'step' },
    requests_incoming: { icon: 'clipboard-check', sort: 'step' },
    request_decision: { icon: 'gavel', sort: 'decision' },
    referral_calls: { icon: 'phone', sort: 'care' },
    consent_withdrawn: { icon: 'shield-alert', sort: 'late' },
  },
  keys: [
    {
      words: 'requests.keys.list',
      keys: [
        { keys: 'Space', words: 'requests.keys.select' },
        { keys: 'A', words: 'requests.keys.assign' },
        { keys: '1 2 3', words: 'requests.keys.call' },
      ],
    },
  ],
};
