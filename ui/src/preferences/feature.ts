import { language } from '../api/t';
import { change } from '../frame/appearance.svelte';
import { go } from '../frame/router.svelte';
import type { Feature } from '../frame/manifest';
import { shown } from '../parts';

export const feature: Feature = {
  screens: [
    {
      screen: 'preferences',
      words: 'preferences.title',
      also: 'also.preferences',
      icon: 'settings',
      needs: 'office.use',
      load: () => import('./Preferences.svelte'),
    },
  ],
  routes: {
    'preferences.password': () => ({ path: ['preferences', 'password'] }),
    'preferences.recovery': () => ({ path: ['preferences', 'recovery'] }),
  },
  actions: [
    {
      key: 'session.change_password',
      words: 'session.change_password',
      also: 'also.password',
      needs: 'office.use',
      icon: 'key-round',
      run: () => go('preferences/password'),
    },
    {
      key: 'preferences.theme',
      words: () => (shown.dark ? 'preferences.to_light' : 'preferences.to_dark'),
      also: 'also.theme',
      needs: 'office.use',
      icon: () => (shown.dark ? 'sun' : 'moon'),
      run: () => change({ theme: shown.dark ? 'light' : 'dark' }),
    },
    {
      key: 'preferences.change_language',
      words: 'preferences.change_language',
      also: 'also.language',
      needs: 'office.use',
      icon: 'languages',
      run: () => change({ language: language() === 'ar' ? 'en' : 'ar' }),
    },
  ],
  tasks: {
    change_key: { icon: 'key-round', sort: 'care' },
    recovery_code: { icon: 'shield-alert', sort: 'care' },
  },
};
