import { call } from '../api/call';
import type { Feature } from '../frame/manifest';
import { go } from '../frame/router.svelte';

export const feature: Feature = {
  screens: [
    {
      screen: 'committees',
      words: 'committee.title',
      also: 'also.committees',
      icon: 'scale',
      needs: 'committees.view',
      rail: { group: 'governance', place: 10 },
      begins: { needs: 'committees.keep', at: () => 'committees/meetings?do=call' },
      load: () => import('./Committees.svelte'),
    },
  ],
  routes: {
    'committees.open': ({ committee }) => ({ path: ['committees', committee] }),
    'committees.meeting': ({ meeting }) => ({ path: ['committees', 'meetings', meeting] }),
    'committees.meetings': ({ committee, state, order }) => ({
      path: ['committees', 'meetings'],
      query: { committee, state, sort: order?.by, down: order?.down },
    }),
    'committees.decision': ({ decision }) => ({ path: ['committees', 'decisions', decision] }),
    'committees.decisions': ({ text, committee, standing, outcome, due_from, due_to, order }) => ({
      path: ['committees', 'decisions'],
      query: { text, committee, standing, outcome, due_from, due_to, sort: order?.by, down: order?.down },
    }),
  },
  finders: [
    {
      words: 'decision.title',
      needs: 'committees.view',
      place: 60,
      find: async (text) => {
        const asks = {
          text,
          committee: null,
          standing: null,
          outcome: null,
          due_from: null,
          due_to: null,
          order: null,
        };
        const found = await call('committees.decisions', { ...asks, offset: 0, limit: 6 });
        return found.lines.map((line) => ({
          key: line.decision,
          title: line.title,
          note: [line.decision_no, line.committee_name].join(' · '),
          numbers: [line.decision_no],
          icon: 'gavel' as const,
          open: () => go(`committees/decisions/${line.decision}`),
        }));
      },
    },
  ],
  actions: [
    {
      key: 'meeting.call',
      words: 'meeting.call',
      also: 'also.committees',
      needs: 'committees.keep',
      icon: 'calendar-days',
      run: () => go('committees/meetings?do=call'),
    },
    {
      key: 'decision.title',
      words: 'decision.title',
      also: 'also.committees',
      needs: 'committees.view',
      icon: 'gavel',
      run: () => go('committees/decisions'),
    },
  ],
  tasks: {
    decision_do: { icon: 'gavel', sort: 'step' },
    minutes_confirm: { icon: 'file-text', sort: 'step' },
    minutes_seal: { icon: 'lock', sort: 'decision' },
    meeting_come: { icon: 'calendar-days', sort: 'step' },
  },
};
