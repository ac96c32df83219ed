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
  ],
};
