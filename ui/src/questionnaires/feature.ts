import { call } from '../api/call';
import { t } from '../api/t';
import type { Feature } from '../frame/manifest';
import { go } from '../frame/router.svelte';

export const feature: Feature = {
  screens: [
    {
      screen: 'questionnaires',
      words: 'questionnaires.title',
      also: 'also.questionnaires',
      icon: 'list-checks',
      needs: 'questionnaires.view',
      rail: { group: 'service', place: 28 },
      begins: {
        needs: 'questionnaires.keep',
        at: ({ rest }) => (rest.length === 0 ? 'questionnaires?do=add' : null),
      },
      load: () => import('./Questionnaires.svelte'),
    },
    {
      screen: 'rate',
      words: 'questionnaires.rating',
      icon: 'message-square',
      needs: 'questionnaires.receive',
      load: () => import('./Kiosk.svelte'),
    },
  ],
  routes: {
    'questionnaires.open': ({ questionnaire }) => ({ path: ['questionnaires', questionnaire] }),
    'questionnaires.list': ({ text, purpose, standing, order }) => ({
      path: ['questionnaires'],
      query: {
        text,
        purpose: purpose.join(','),
        standing: standing.join(','),
        sort: order?.by,
        down: order?.down,
      },
    }),
    'questionnaires.offers': ({ text, state, order }) => ({
      path: ['questionnaires'],
      query: { tab: 'offers', text, state: state.join(','), sort: order?.by, down: order?.down },
    }),
    'questionnaires.findings': ({ text, questionnaire, severity, all, order }) => ({
      path: ['questionnaires'],
      query: {
        tab: 'findings',
        text,
        of: questionnaire,
        severity: severity.join(','),
        all,
        sort: order?.by,
        down: order?.down,
      },
    }),
    'questionnaires.improvements': ({ text, questionnaire, state, owner, late, unjudged, order }) => ({
      path: ['questionnaires'],
      query: {
        tab: 'actions',
        text,
        of: questionnaire,
        state: state.join(','),
        owner,
        late,
        unjudged,
        sort: order?.by,
        down: order?.down,
      },
    }),
  },
  finders: [
    {
      words: 'questionnaires.title',
      needs: 'questionnaires.view',
      place: 60,
      find: async (text) => {
        const asks = { text, purpose: [], standing: [], order: null, offset: 0, limit: 6 };
        const found = await call('questionnaires.list', asks);
        return found.lines.map((line) => ({
          key: line.questionnaire,
          title: line.title,
          note: [
            line.mark,
            t(`questionnaires.purpose.${line.purpose}`),
            t(`questionnaires.standing.${line.standing}`),
          ].join(' · '),
          numbers: [line.mark],
          icon: 'list-checks' as const,
          open: () => go(`questionnaires/${line.questionnaire}`),
        }));
      },
    },
    {
      words: 'questionnaires.findings',
      needs: 'questionnaires.view',
      place: 62,
      find: async (text) => {
        const asks = { text, questionnaire: null, severity: [], all: false, order: null, offset: 0, limit: 4 };
        const found = await call('questionnaires.findings', asks);
        return found.lines.map((line) => ({
          key: line.finding,
          title: line.text,
          note: [line.finding_no, line.domain, line.study].join(' · '),
          numbers: [line.finding_no],
          icon: 'target' as const,
          open: () => go(`questionnaires/${line.questionnaire}?tab=follows`),
        }));
      },
    },
  ],
  actions: [
    {
      key: 'questionnaires.add',
      words: 'questionnaires.add',
      also: 'also.questionnaires',
      needs: 'questionnaires.keep',
      icon: 'list-checks',
      run: () => go('questionnaires?do=add'),
    },
    {
      key: 'questionnaires.offers',
      words: 'questionnaires.offers',
      also: 'also.ratings',
      needs: 'questionnaires.receive',
      icon: 'message-square',
      run: () => go('questionnaires?tab=offers'),
    },
    {
      key: 'questionnaires.findings',
      words: 'questionnaires.findings',
      also: 'also.findings',
      needs: 'questionnaires.view',
      icon: 'target',
      run: () => go('questionnaires?tab=findings'),
    },
    {
      key: 'questionnaires.actions',
      words: 'questionnaires.actions',
      also: 'also.improvements',
      needs: 'questionnaires.view',
      icon: 'trending-up',
      run: () => go('questionnaires?tab=actions'),
    },
  ],
  heads: [
    {
      on: 'request',
      key: 'rating',
      needs: 'questionnaires.receive',
      load: () => import('./OfRequest.svelte'),
    },
  ],
  tasks: {
    questionnaire_opening: { icon: 'list-checks', sort: 'decision' },
    questionnaire_opening_back: { icon: 'list-checks', sort: 'step' },
    ratings_due: { icon: 'message-square', sort: 'care' },
    sheets_second: { icon: 'list-checks', sort: 'step' },
    sheets_differ: { icon: 'list-checks', sort: 'step' },
    improvements_late: { icon: 'trending-up', sort: 'late' },
    improvements_unjudged: { icon: 'trending-up', sort: 'step' },
  },
  keys: [
    {
      words: 'questionnaires.keys_list',
      keys: [
        { keys: '1 – 5', words: 'questionnaires.key_answer' },
        { keys: '0', words: 'questionnaires.key_zero' },
        { keys: 'Space', words: 'questionnaires.key_space' },
        { keys: '↑', words: 'questionnaires.key_up' },
        { keys: 'Enter', words: 'questionnaires.key_enter' },
        { keys: 'Ctrl Z', words: 'questionnaires.key_undo' },
      ],
    },
  ],
};
