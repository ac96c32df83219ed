import type { Feature } from '../frame/manifest';

export const feature: Feature = {
  screens: [
    {
      screen: 'importing',
      words: 'wizard.title',
      also: 'also.import',
      icon: 'file-spreadsheet',
      needs: 'importing.use',
      load: () => import('./Importing.svelte'),
    },
    {
      screen: 'imports',
      words: 'wizard.runs',
      icon: 'file-spreadsheet',
      needs: 'funds.view',
      load: () => import('./Imports.svelte'),
    },
  ],
  routes: {
    'importing.waiting': ({ id }) => ({ path: ['imports', id] }),
    'importing.run': ({ id }) => ({ path: ['imports', id] }),
  },
  tasks: {
    import_approve: { icon: 'file-spreadsheet', sort: 'decision' },
    import_refused: { icon: 'undo-2', sort: 'step' },
    import_take_back: { icon: 'undo-2', sort: 'decision' },
    import_kept: { icon: 'file-spreadsheet', sort: 'step' },
    import_approved: { icon: 'circle-check', sort: 'step' },
  },
};
