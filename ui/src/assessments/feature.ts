import type { Feature } from '../frame/manifest';
import { printBlank } from './papers';

export const feature: Feature = {
  screens: [
    {
      screen: 'assessments',
      words: 'assessments.title',
      also: 'also.assessments',
      icon: 'clipboard-list',
      needs: 'assessments.view',
      rail: { group: 'service', place: 15 },
      load: () => import('./Assessments.svelte'),
    },
  ],
  routes: {
    'assessments.open': ({ assessment }) => ({ path: ['assessments', assessment] }),
    'assessments.of_file': ({ party }) => ({ path: ['beneficiaries', party], query: { tab: 'assessments' } }),
    'assessments.list': ({ text, kind, state, order, ...asks }) => ({
      path: ['assessments'],
      query: {
        text,
        kind: kind.join(','),
        state: state.join(','),
        class: asks.class,
        exception: asks.exception,
        review: asks.to_review,
        newest: asks.newest,
        by: asks.begun_by,
        from: asks.from,
        until: asks.until,
        sort: order?.by,
        down: order?.down,
      },
    }),
    'assessments.items': ({ text, state, late, owner, order }) => ({
      path: ['assessments'],
      query: { tab: 'items', text, state: state.join(','), late, owner, sort: order?.by, down: order?.down },
    }),
  },
  actions: [
    {
      key: 'assessments.blank_form',
      words: 'assessments.blank_form',
      also: 'also.assessments',
      needs: 'assessments.view',
      icon: 'printer',
      run: () => void printBlank(),
    },
  ],
  tabs: [
    {
      on: 'beneficiary',
      key: 'assessments',
      words: 'assessments.tab.of_file',
      needs: 'assessments.view',
      place: 10,
      load: () => import('./OfFile.svelte'),
    },
  ],
  tasks: {
    assessments_review: { icon: 'clipboard-check', sort: 'decision' },
    assessment_back: { icon: 'undo-2', sort: 'step' },
    care_items_late: { icon: 'list-checks', sort: 'late' },
  },
  keys: [
    {
      words: 'assessments.keys.page',
      keys: [
        { keys: 'Enter', words: 'assessments.keys.down' },
        { keys: 'Ctrl Enter', words: 'assessments.keys.complete' },
      ],
    },
  ],
};
