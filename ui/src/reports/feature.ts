import { go } from '../frame/router.svelte';
import type { Feature } from '../frame/manifest';

export const feature: Feature = {
  screens: [
    {
      screen: 'reports',
      words: 'reports.title',
      also: 'also.reports',
      icon: 'chart-column',
      needs: 'reports.view',
      rail: { group: 'governance', place: 60 },
      begins: { needs: 'reports.prepare', at: () => 'reports?do=begin' },
      load: () => import('./Reports.svelte'),
    },
  ],
  routes: {
    'reports.open': ({ report }) => ({ path: ['reports', report] }),
    'reports.list': ({ state, order }) => ({
      path: ['reports'],
      query: { state: state.join(','), sort: order?.by, down: order?.down },
    }),
  },
  actions: [
    {
      key: 'reports.begin',
      words: 'reports.begin',
      also: 'also.reports',
      needs: 'reports.prepare',
      icon: 'chart-column',
      run: () => go('reports?do=begin'),
    },
  ],
  tasks: {
    report_issue: { icon: 'chart-column', sort: 'decision' },
    report_returned: { icon: 'undo-2', sort: 'step' },
    report_due: { icon: 'chart-column', sort: 'step' },
    report_to_hand: { icon: 'send', sort: 'step' },
  },
};
