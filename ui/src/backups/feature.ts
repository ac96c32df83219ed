import { go } from '../frame/router.svelte';
import type { Feature } from '../frame/manifest';

export const feature: Feature = {
  screens: [
    {
      screen: 'backups',
      words: 'backups.title',
      also: 'also.backups',
      icon: 'database-backup',
      needs: 'backups.view',
      rail: { group: 'settings', place: 50 },
      load: () => import('./Backups.svelte'),
    },
  ],
  routes: { 'backups.list': () => ({ path: ['backups'] }) },
  actions: [
    {
      key: 'backups.make',
      words: 'backups.make',
      also: 'also.backup',
      needs: 'backups.manage',
      icon: 'database-backup',
      run: () => go('backups?do=make'),
    },
  ],
  tasks: {
    backup_none: { icon: 'database-backup', sort: 'care' },
    backup_old: { icon: 'database-backup', sort: 'care' },
  },
};
