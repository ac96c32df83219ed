import { go } from '../frame/router.svelte';
import type { Feature } from '../frame/manifest';

export const feature: Feature = {
  screens: [
    {
      screen: 'staff',
      words: 'staff.title',
      also: 'also.staff',
      icon: 'users',
      needs: 'staff.view',
      rail: { group: 'settings', place: 20 },
      begins: { needs: 'staff.manage', at: () => 'staff?do=add' },
      load: () => import('./Staff.svelte'),
    },
    {
      screen: 'permissions',
      words: 'permissions.title',
      also: 'also.permissions',
      icon: 'key-round',
      needs: 'staff.view',
      rail: { group: 'settings', place: 30 },
      load: () => import('./Permissions.svelte'),
    },
  ],
  actions: [
    {
      key: 'staff.add',
      words: 'staff.add',
      also: 'also.add_person',
      needs: 'staff.manage',
      icon: 'user-plus',
      run: () => go('staff?do=add'),
    },
  ],
};
