import { go } from '../frame/router.svelte';
import type { Feature } from '../frame/manifest';

export const feature: Feature = {
  screens: [
    {
      screen: 'audit',
      words: 'audit.title',
      also: 'also.audit',
      icon: 'list-checks',
      needs: 'audit.view',
      rail: { group: 'settings', place: 40 },
      load: () => import('./Audit.svelte'),
    },
    {
      screen: 'history',
      words: 'history.title',
      also: 'also.history',
      icon: 'history',
      needs: 'office.use',
      load: () => import('./Mine.svelte'),
    },
  ],
  actions: [
    {
      key: 'audit.verify',
      words: 'audit.verify',
      also: 'also.verify_audit',
      needs: 'audit.view',
      icon: 'shield-check',
      run: () => go('audit?do=verify'),
    },
    {
      key: 'audit.report',
      words: 'audit.report',
      also: 'also.audit_report',
      needs: 'audit.view',
      icon: 'printer',
      run: () => go('audit?do=report'),
    },
  ],
};
