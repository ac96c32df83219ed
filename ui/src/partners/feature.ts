import { call } from '../api/call';
import { t } from '../api/t';
import type { Feature } from '../frame/manifest';
import { go } from '../frame/router.svelte';

export const feature: Feature = {
  screens: [
    {
      screen: 'partners',
      words: 'partners.title',
      also: 'also.partners',
      icon: 'heart-handshake',
      needs: 'partners.view',
      rail: { group: 'community', place: 10 },
      begins: { needs: 'partners.keep', at: () => 'partners?do=add' },
      load: () => import('./Partners.svelte'),
    },
    {
      screen: 'agreements',
      words: 'partners.agreements',
      also: 'also.agreements',
      icon: 'file-text',
      needs: 'partners.view',
      load: () => import('./Agreements.svelte'),
    },
  ],
  routes: {
    'partners.open': ({ partner }) => ({ path: ['partners', partner] }),
    'partners.list': ({ text, kind, standing, component, keeper, order }) => ({
      path: ['partners'],
      query: {
        text,
        kind: kind.join(','),
        standing: standing.join(','),
        component,
        keeper,
        sort: order?.by,
        down: order?.down,
      },
    }),
    'partners.agreement': ({ agreement }) => ({ path: ['agreements', agreement] }),
    'partners.agreements': ({ text, kind, standing, partner, ending, on, target, order }) => ({
      path: ['partners'],
      query: {
        tab: 'agreements',
        text,
        kind: kind.join(','),
        standing: standing.join(','),
        partner,
        ending,
        on,
        target,
        sort: order?.by,
        down: order?.down,
      },
    }),
    'partners.obligations': ({
      text,
      side,
      partner,
      keeper,
      late,
      open,
      due_from,
      due_until,
      in_time,
      counted,
      order,
    }) => ({
      path: ['partners'],
      query: {
        tab: 'obligations',
        text,
        side,
        partner,
        keeper,
        late,
        open,
        from: due_from,
        until: due_until,
        in_time: in_time === true,
        missed: in_time === false,
        counted,
        sort: order?.by,
        down: order?.down,
      },
    }),
  },
  finders: [
    {
      words: 'partners.title',
      needs: 'partners.view',
      place: 60,
      find: async (text) => {
        const asks = { text, kind: [], standing: [], component: null, keeper: null, order: null };
        const found = await call('partners.list', { ...asks, offset: 0, limit: 5 });
        return found.lines.map((line) => ({
          key: line.partner,
          title: line.name,
          note: [t(`partners.kind.${line.kind}`), t(`partners.standing.${line.standing}`), line.sector]
            .filter(Boolean)
            .join(' · '),
          icon: 'heart-handshake' as const,
          open: () => go(`partners/${line.partner}`),
        }));
      },
    },
    {
      words: 'partners.agreements',
      needs: 'partners.view',
      place: 65,
      find: async (text) => {
        const asks = {
          text,
          kind: [],
          standing: [],
          partner: null,
          ending: false,
          on: null,
          target: null,
          order: null,
        };
        const found = await call('partners.agreements', { ...asks, offset: 0, limit: 5 });
        return found.lines.map((line) => ({
          key: line.agreement,
          title: line.title,
          note: [line.agreement_no, line.partner_name, t(`partners.agreement_standing.${line.standing}`)].join(' · '),
          numbers: [line.agreement_no],
          icon: 'file-text' as const,
          open: () => go(`agreements/${line.agreement}`),
        }));
      },
    },
  ],
  actions: [
    {
      key: 'partners.add',
      words: 'partners.add',
      also: 'also.partners',
      needs: 'partners.keep',
      icon: 'heart-handshake',
      run: () => go('partners?do=add'),
    },
    {
      key: 'partners.propose',
      words: 'partners.propose',
      also: 'also.agreements',
      needs: 'partners.keep',
      icon: 'file-plus',
      run: () => go('partners?tab=agreements&do=propose'),
    },
  ],
  tasks: {
    agreement_approval: { icon: 'gavel', sort: 'decision' },
    agreement_returned: { icon: 'undo-2', sort: 'step' },
    agreement_ends: { icon: 'refresh-cw', sort: 'step' },
    agreement_unsigned: { icon: 'file-text', sort: 'step' },
    agreement_left_open: { icon: 'clipboard-list', sort: 'step' },
    agreement_no_copy: { icon: 'file-up', sort: 'document' },
    obligation_late: { icon: 'triangle-alert', sort: 'late' },
    obligation_due: { icon: 'calendar-clock', sort: 'step' },
    obligations_theirs_late: { icon: 'heart-handshake', sort: 'late' },
  },
  keys: [
    {
      words: 'partners.keys.page',
      keys: [{ keys: 'O', words: 'partners.keys.obligation' }],
    },
  ],
};
