import { call } from '../api/call';
import { t } from '../api/t';
import type { Feature } from '../frame/manifest';
import { go } from '../frame/router.svelte';

export const feature: Feature = {
  screens: [
    {
      screen: 'programmes',
      words: 'programmes.title',
      also: 'also.programmes',
      icon: 'target',
      needs: 'programmes.view',
      rail: { group: 'community', place: 20 },
      begins: { needs: 'programmes.keep', at: () => 'programmes?do=add' },
      load: () => import('./Programmes.svelte'),
    },
    {
      screen: 'initiatives',
      words: 'programmes.initiatives',
      also: 'also.initiatives',
      icon: 'sprout',
      needs: 'programmes.view',
      load: () => import('./Initiatives.svelte'),
    },
  ],
  routes: {
    'programmes.open': ({ programme }) => ({ path: ['programmes', programme] }),
    'programmes.initiative': ({ initiative }) => ({ path: ['initiatives', initiative] }),
  },
  finders: [
    {
      words: 'programmes.title',
      needs: 'programmes.view',
      place: 70,
      find: async (text) => {
        const found = await call('programmes.list', { text, state: null, order: null, offset: 0, limit: 5 });
        return found.lines.map((line) => ({
          key: line.programme,
          title: line.name,
          note: [line.programme_no, line.governorate, line.phase].filter(Boolean).join(' · '),
          numbers: [line.programme_no],
          icon: 'target' as const,
          open: () => go(`programmes/${line.programme}`),
        }));
      },
    },
    {
      words: 'programmes.initiatives',
      needs: 'programmes.view',
      place: 72,
      find: async (text) => {
        const asks = { text, programme: null, state: [], keeper: null, late: false, unmeasured: false, order: null };
        const found = await call('programmes.initiatives', { ...asks, offset: 0, limit: 5 });
        return found.lines.map((line) => ({
          key: line.initiative,
          title: line.title,
          note: [line.initiative_no, line.programme_name, t(`programmes.initiative_state.${line.state}`)].join(' · '),
          numbers: [line.initiative_no],
          icon: 'sprout' as const,
          open: () => go(`initiatives/${line.initiative}`),
        }));
      },
    },
  ],
  actions: [
    {
      key: 'programmes.add',
      words: 'programmes.add',
      also: 'also.programmes',
      needs: 'programmes.keep',
      icon: 'target',
      run: () => go('programmes?do=add'),
    },
  ],
  tasks: {
    initiative_approval: { icon: 'gavel', sort: 'decision' },
    initiative_returned: { icon: 'undo-2', sort: 'step' },
    plan_approval: { icon: 'gavel', sort: 'decision' },
    plan_returned: { icon: 'undo-2', sort: 'step' },
    halt_release: { icon: 'gavel', sort: 'decision' },
    halt_returned: { icon: 'undo-2', sort: 'step' },
    support_next: { icon: 'hand-coins', sort: 'step' },
    support_closes: { icon: 'calendar-clock', sort: 'step' },
    reading_late: { icon: 'triangle-alert', sort: 'late' },
    reading_review: { icon: 'badge-check', sort: 'decision' },
    initiative_halted: { icon: 'circle-pause', sort: 'late' },
    initiative_lasting: { icon: 'check', sort: 'step' },
    capacity_step: { icon: 'building-2', sort: 'step' },
  },
  keys: [
    {
      words: 'programmes.keys.page',
      keys: [
        { keys: 'G', words: 'programmes.framework' },
        { keys: 'T', words: 'programmes.theory' },
      ],
    },
  ],
};
