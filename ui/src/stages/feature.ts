import type { Feature } from '../frame/manifest';
import { go } from '../frame/router.svelte';
import { projects } from './find';

export const feature: Feature = {
  screens: [
    {
      screen: 'projects',
      words: 'stage.title',
      also: 'also.projects',
      icon: 'briefcase',
      needs: 'stages.view',
      rail: { group: 'loans', place: 15 },
      begins: { needs: 'loans.keep', at: () => 'projects?do=project' },
      load: () => import('./Projects.svelte'),
    },
  ],
  routes: {
    'stages.project': ({ project }) => ({ path: ['projects', project] }),
    'stages.projects': ({ text, standing, at, party, order }) => ({
      path: ['projects'],
      query: { text, standing, at, party, sort: order?.by, down: order?.down },
    }),
  },
  finders: [projects],
  actions: [
    {
      key: 'loan.project_new',
      words: 'loan.project_new',
      also: 'also.new_project',
      needs: 'loans.keep',
      icon: 'briefcase',
      run: () => go('projects?do=project'),
    },
    {
      key: 'stage.templates',
      words: 'stage.templates',
      also: 'also.projects',
      needs: 'stages.view',
      icon: 'list-checks',
      run: () => go('projects/templates'),
    },
  ],
  tasks: {
    stage_review: { icon: 'clipboard-check', sort: 'decision' },
    stage_review_refused: { icon: 'undo-2', sort: 'step' },
    stage_late: { icon: 'calendar-clock', sort: 'late' },
  },
};
