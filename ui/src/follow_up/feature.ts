import { go } from '../frame/router.svelte';
import type { Feature } from '../frame/manifest';

export const feature: Feature = {
  screens: [
    {
      screen: 'follow-up',
      words: 'follow_up.title',
      also: 'also.follow_up',
      icon: 'map-pin',
      needs: 'follow_up.view',
      rail: { group: 'service', place: 30 },
      begins: { needs: 'follow_up.keep', at: () => 'follow-up?do=plan' },
      load: () => import('./FollowUp.svelte'),
    },
  ],
  routes: {
    'follow_up.activity': ({ activity }) => ({ path: ['follow-up', activity] }),
    'follow_up.list': ({ text, state, kind, signal, researcher, order, ...asks }) => ({
      path: ['follow-up'],
      query: {
        tab: 'visits',
        text,
        state: state.join(','),
        kind: kind.join(','),
        signal: signal.join(','),
        researcher,
        late: asks.late,
        due: asks.due_by,
        review: asks.to_review,
        action: asks.action_open,
        from: asks.from,
        until: asks.until,
        timing: asks.timing,
        sort: order?.by,
        down: order?.down,
      },
    }),
    'follow_up.promises': ({ from, until, side, kept }) => ({
      path: ['follow-up'],
      query: { tab: 'promises', from, until, side, kept },
    }),
    'follow_up.commitments': ({ text, side, state, late, keeper }) => ({
      path: ['follow-up'],
      query: { tab: 'commitments', text, side, state: state.join(','), late, keeper },
    }),
  },
  actions: [
    {
      key: 'follow_up.plan',
      words: 'follow_up.plan',
      also: 'also.follow_up',
      needs: 'follow_up.keep',
      icon: 'map-pin',
      run: () => go('follow-up?do=plan'),
    },
  ],
  tabs: [
    {
      on: 'beneficiary',
      key: 'follow-up',
      words: 'follow_up.tab.of_record',
      needs: 'follow_up.view',
      place: 20,
      load: () => import('./OfFile.svelte'),
    },
    {
      on: 'project',
      key: 'follow-up',
      words: 'follow_up.tab.of_record',
      needs: 'follow_up.view',
      place: 20,
      load: () => import('./OfProject.svelte'),
    },
    {
      on: 'partner',
      key: 'follow-up',
      words: 'follow_up.tab.of_record',
      needs: 'follow_up.view',
      place: 20,
      load: () => import('./OfPartner.svelte'),
    },
    {
      on: 'initiative',
      key: 'follow-up',
      words: 'follow_up.tab.of_record',
      needs: 'follow_up.view',
      place: 20,
      load: () => import('./OfInitiative.svelte'),
    },
    {
      on: 'request',
      key: 'follow-up',
      words: 'follow_up.tab.of_record',
      needs: 'follow_up.view',
      place: 20,
      load: () => import('./OfRequest.svelte'),
    },
    {
      on: 'loan',
      key: 'follow-up',
      words: 'follow_up.tab.of_record',
      needs: 'follow_up.view',
      place: 20,
      load: () => import('./OfLoan.svelte'),
    },
    {
      on: 'application',
      key: 'follow-up',
      words: 'follow_up.tab.of_record',
      needs: 'follow_up.view',
      place: 20,
      load: () => import('./OfApplication.svelte'),
    },
  ],
  tasks: {
    visits_late: { icon: 'map-pin', sort: 'late' },
    visits_due: { icon: 'map-pin', sort: 'step' },
    visits_review: { icon: 'clipboard-check', sort: 'step' },
    promises_late: { icon: 'handshake', sort: 'late' },
    action_due: { icon: 'list-checks', sort: 'step' },
    distress_review: { icon: 'siren', sort: 'late' },
  },
  keys: [
    {
      words: 'follow_up.keys.plan',
      keys: [
        { keys: 'R', words: 'follow_up.keys.round' },
        { keys: 'Ctrl ←', words: 'follow_up.keys.move' },
      ],
    },
    { words: 'follow_up.keys.record', keys: [{ keys: '1 2 3', words: 'follow_up.keys.signal' }] },
  ],
};
