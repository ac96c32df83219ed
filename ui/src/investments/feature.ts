import { call } from '../api/call';
import { t } from '../api/t';
import type { Feature } from '../frame/manifest';
import { go } from '../frame/router.svelte';

export const feature: Feature = {
  screens: [
    {
      screen: 'investments',
      words: 'investments.title',
      also: 'also.investments',
      icon: 'trending-up',
      needs: 'investments.view',
      rail: { group: 'fund', place: 30 },
      begins: { needs: 'investments.keep', at: () => 'investments?tab=list&do=add' },
      load: () => import('./Investments.svelte'),
    },
    {
      screen: 'leases',
      words: 'investments.lease',
      also: 'also.leases',
      icon: 'key-round',
      needs: 'investments.view',
      load: () => import('./Leases.svelte'),
    },
  ],
  routes: {
    'investments.open': ({ investment }) => ({ path: ['investments', investment] }),
    'investments.list': ({ text, kind, standing, fund, order }) => ({
      path: ['investments'],
      query: {
        tab: 'list',
        text,
        kind: kind.join(','),
        standing: standing.join(','),
        fund,
        sort: order?.by,
        down: order?.down,
      },
    }),
    'investments.units': ({ text, standing, investment, ending, order }) => ({
      path: ['investments'],
      query: {
        tab: 'units',
        text,
        standing: standing.join(','),
        building: investment,
        ending,
        sort: order?.by,
        down: order?.down,
      },
    }),
    'investments.rents': ({ text, standing, investment, lease, due_from, due_until, on, order }) => ({
      path: ['investments'],
      query: {
        tab: 'rents',
        text,
        standing: standing.join(','),
        building: investment,
        lease,
        from: due_from,
        until: due_until,
        on,
        sort: order?.by,
        down: order?.down,
      },
    }),
    'investments.lease': ({ lease }) => ({ path: ['leases', lease] }),
    'investments.allocation': () => ({ path: ['investments'], query: { tab: 'allocation' } }),
  },
  finders: [
    {
      words: 'investments.title',
      needs: 'investments.view',
      place: 70,
      find: async (text) => {
        const asks = { text, kind: [], standing: [], fund: null, order: null };
        const found = await call('investments.list', { ...asks, offset: 0, limit: 5 });
        return found.lines.map((line) => ({
          key: line.investment,
          title: line.name,
          note: [
            line.investment_no,
            t(`investments.kind.${line.kind}`),
            t(`investments.standing.${line.standing}`),
          ].join(' · '),
          numbers: [line.investment_no],
          icon: 'trending-up' as const,
          open: () => go(`investments/${line.investment}`),
        }));
      },
    },
    {
      words: 'investments.units',
      needs: 'investments.view',
      place: 72,
      find: async (text) => {
        const asks = { text, standing: [], investment: null, ending: false, order: null };
        const found = await call('investments.units', { ...asks, offset: 0, limit: 5 });
        return found.lines.map((line) => ({
          key: line.unit,
          title: `${line.investment_name} – ${line.facts.name}`,
          note: [t(`investments.unit_standing.${line.standing}`), line.tenant_name, line.lease_no]
            .filter(Boolean)
            .join(' · '),
          numbers: [line.lease_no || null],
          icon: 'key-round' as const,
          open: () => go(line.lease ? `leases/${line.lease}` : `investments/${line.investment}?tab=units`),
        }));
      },
    },
  ],
  actions: [
    {
      key: 'investments.propose',
      words: 'investments.propose',
      also: 'also.investments',
      needs: 'investments.keep',
      icon: 'trending-up',
      run: () => go('investments?tab=list&do=add'),
    },
    {
      key: 'investments.rents_late',
      words: 'investments.rents_late',
      also: 'also.leases',
      needs: 'investments.view',
      icon: 'key-round',
      run: () => go('investments?tab=rents&standing=late'),
    },
    {
      key: 'investments.write_rule',
      words: 'investments.write_rule',
      also: 'also.allocation',
      needs: 'investments.keep',
      icon: 'sliders-horizontal',
      run: () => go('investments?tab=allocation&do=rule'),
    },
  ],
  tasks: {
    investment_decision: { icon: 'gavel', sort: 'decision' },
    investment_returned: { icon: 'undo-2', sort: 'step' },
    allocation_decision: { icon: 'gavel', sort: 'decision' },
    allocation_returned: { icon: 'undo-2', sort: 'step' },
    rents_unposted: { icon: 'receipt-text', sort: 'step' },
    rent_late: { icon: 'triangle-alert', sort: 'late' },
    lease_ends: { icon: 'calendar-clock', sort: 'step' },
    cheque_present: { icon: 'banknote', sort: 'step' },
    maintenance_due: { icon: 'wrench', sort: 'step' },
  },
};
