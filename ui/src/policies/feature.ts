import { call } from '../api/call';
import { t } from '../api/t';
import type { Feature } from '../frame/manifest';
import { go } from '../frame/router.svelte';

export const feature: Feature = {
  screens: [
    {
      screen: 'policies',
      words: 'policy.title',
      also: 'also.policies',
      icon: 'book-open',
      needs: 'policies.view',
      rail: { group: 'governance', place: 20 },
      begins: { needs: 'policies.keep', at: () => 'policies?do=add' },
      load: () => import('./Policies.svelte'),
    },
  ],
  routes: {
    'policies.open': ({ policy }) => ({ path: ['policies', policy] }),
    'policies.list': ({ text, kind, standing, order }) => ({
      path: ['policies'],
      query: { text, kind, standing, sort: order?.by, down: order?.down },
    }),
    'policies.figures': ({ from, to }) => ({ path: ['policies', 'figures'], query: { from, to } }),
  },
  finders: [
    {
      words: 'policy.title',
      needs: 'policies.view',
      place: 65,
      find: async (text) => {
        const found = await call('policies.list', {
          text,
          kind: null,
          standing: null,
          order: null,
          offset: 0,
          limit: 6,
        });
        return found.lines.map((line) => ({
          key: line.policy,
          title: line.title,
          note: [t(`policy.kind.${line.kind}`), line.issuer].join(' · '),
          icon: 'book-open' as const,
          open: () => go(`policies/${line.policy}`),
        }));
      },
    },
  ],
  actions: [
    {
      key: 'policy.figures',
      words: 'policy.figures',
      also: 'also.policies',
      needs: 'policies.view',
      icon: 'chart-column',
      run: () => go('policies/figures'),
    },
    {
      key: 'policy.references',
      words: 'policy.references',
      also: 'also.policies',
      needs: 'policies.view',
      icon: 'book-text',
      run: () => go('policies/references'),
    },
  ],
  tasks: {
    policy_approve: { icon: 'book-open', sort: 'decision' },
    policy_came_back: { icon: 'undo-2', sort: 'step' },
    policy_sign: { icon: 'pen', sort: 'step' },
    policy_review: { icon: 'calendar-clock', sort: 'late' },
    scheduled_report: { icon: 'send', sort: 'step' },
  },
};
