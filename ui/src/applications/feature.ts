import { go } from '../frame/router.svelte';
import type { Feature } from '../frame/manifest';

export const feature: Feature = {
  screens: [
    {
      screen: 'applications',
      words: 'application.title',
      also: 'also.applications',
      icon: 'file-text',
      needs: 'applications.view',
      rail: { group: 'loans', place: 5 },
      begins: { needs: 'applications.keep', at: () => 'applications/new' },
      load: () => import('./Applications.svelte'),
    },
  ],
  routes: {
    'applications.detail': ({ application }) => ({ path: ['applications', application] }),
    'applications.list': ({ text, state, product, party, researcher, order }) => ({
      path: ['applications'],
      query: { text, state: state.join(','), product, party, researcher, sort: order?.by, down: order?.down },
    }),
  },
  actions: [
    {
      key: 'application.new',
      words: 'application.new',
      also: 'also.new_application',
      needs: 'applications.keep',
      icon: 'file-text',
      run: () => go('applications/new'),
    },
    {
      key: 'application.rules',
      words: 'application.rules.title',
      also: 'also.application_rules',
      needs: 'applications.view',
      icon: 'scale',
      run: () => go('applications/rules'),
    },
  ],
  tabs: [
    {
      on: 'beneficiary',
      key: 'applications',
      words: 'application.title',
      needs: 'applications.view',
      place: 8,
      load: () => import('./OfPerson.svelte'),
    },
  ],
  heads: [{ on: 'loan', key: 'applications', needs: 'applications.view', load: () => import('./OnLoan.svelte') }],
  tasks: {
    application_decide: { icon: 'gavel', sort: 'decision' },
    application_came_back: { icon: 'undo-2', sort: 'step' },
    applications_submitted: { icon: 'file-text', sort: 'step' },
    application_study: { icon: 'clipboard-check', sort: 'step' },
    application_returned: { icon: 'undo-2', sort: 'step' },
  },
};
