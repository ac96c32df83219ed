// Every place the core leads to has an address in the manifest of one feature, and what is asked stands in it.
import { describe, expect, it, vi } from 'vitest';
import { screens as led, type Screens, type Target } from '../src/api/generated';

vi.mock('../src/frame/office.svelte', () => ({ may: () => true }));
vi.mock('../src/frame/router.svelte', () => ({ go: () => undefined }));
vi.mock('../src/frame/appearance.svelte', () => ({ change: () => undefined }));
vi.mock('../src/host', () => ({ host: { kind: 'browser' } }));

const { features, screens } = await import('../src/frame/features');
const { routeOf, screenOf } = await import('../src/frame/routes');

const all = { text: '', order: null, limit: null, offset: 0, fund: null };
const span = { from: '2026-01-01', until: '2026-03-31' };

/** For each screen something to ask, and its address. */
const places: { [S in keyof Screens]: [Screens[S], string] } = {
  'backups.list': [{}, '#/backups'],
  'preferences.password': [{}, '#/preferences/password'],
  'preferences.recovery': [{}, '#/preferences/recovery'],
  'beneficiaries.list': [
    {
      ...all,
      status: ['active', 'suspended'],
      class: null,
      researcher: null,
      city: 'بريدة',
      social_security: null,
      expiring: true,
      review_due: false,
      counts: false,
      order: { by: 'review', down: true },
    },
    '#/beneficiaries?status=active%2Csuspended&city=%D8%A8%D8%B1%D9%8A%D8%AF%D8%A9&expiring=1&sort=review&down=1',
  ],
  'beneficiaries.open': [{ party: 'p1' }, '#/beneficiaries/p1'],
  'dashboard.rows': [
    { ...span, figure: 'requests.on_time', part: 'week', counts: false, text: '', order: null, limit: null, offset: 0 },
    '#/figures/requests.on_time?from=2026-01-01&until=2026-03-31&part=week&missed=1',
  ],
  'reach.list': [
    {
      text: '',
      days: 90,
      class: 'a',
      governorate: null,
      researcher: null,
      mine: true,
      unplanned: true,
      order: null,
      limit: null,
      offset: 0,
    },
    '#/reach?days=90&class=a&mine=1&unplanned=1',
  ],
  'reach.identities': [
    { text: '', days: null, end: 'expired', mine: false, order: null, limit: null, offset: 0 },
    '#/reach?tab=identities&end=expired',
  ],
  'reach.gaps': [
    {
      text: '',
      gap: ['identity', 'class'],
      class: null,
      researcher: null,
      mine: false,
      order: null,
      limit: null,
      offset: 0,
    },
    '#/reach?tab=gaps&gap=identity%2Cclass',
  ],
  'reach.month': [{ person: 'u1', day: '2026-10-20', calendar: null }, '#/reach?tab=month&person=u1&day=2026-10-20'],
  'reports.open': [{ report: 'r1' }, '#/reports/r1'],
  'reports.list': [{ state: ['issued'], order: null, limit: null, offset: 0 }, '#/reports?state=issued'],
  'privacy.due': [{ text: '', waiting: true, order: null, limit: null, offset: 0 }, '#/privacy?waiting=1'],
  'beneficiaries.on_day': [
    { ...all, day: '2026-10-20', status: 'active' },
    '#/beneficiaries?status=active&day=2026-10-20',
  ],
  'collection.due': [
    { ...all, ...span, day: null, state: 'all' },
    '#/collection?tab=due&show=all&from=2026-01-01&until=2026-03-31',
  ],
  'collection.late': [
    { ...all, day: '2026-10-20', over: 30, band: null, fund: 'f1' },
    '#/collection?tab=late&day=2026-10-20&over=30&fund=f1',
  ],
  'collection.portfolio': [{ ...all, day: null, part: 'on_time' }, '#/collection?tab=portfolio&part=on_time'],
  'collection.reminders': [
    { text: '', fund: null, limit: null, offset: 0, state: 'waiting' },
    '#/collection?tab=reminders&state=waiting',
  ],
  'collection.promises': [
    { text: '', order: null, limit: null, offset: 0, loan: null, standing: 'broken' },
    '#/collection?tab=promises&standing=broken',
  ],
  'collection.closing': [{ loan: 'l1' }, '#/loans/l1?tab=collecting'],
  'loans.tranches_waiting': [{ ...all, step: 'payment' }, '#/collection?tab=payouts&step=payment'],
  'collection.received': [
    { ...all, ...span, day: '2026-10-20', text: 'نورة' },
    '#/collection?tab=received&from=2026-01-01&until=2026-03-31&day=2026-10-20&text=%D9%86%D9%88%D8%B1%D8%A9',
  ],
  'funds.list': [{ day: null }, '#/funds'],
  'funds.detail': [{ fund: 'f1', ...span }, '#/funds/fund/f1?from=2026-01-01&until=2026-03-31'],
  'funds.periods': [{}, '#/funds/months'],
  'funds.draft_sheet': [{ id: 'd1' }, '#/funds?review=d1'],
  'dashboard.flow': [{ ...all, ...span, kind: 'grants' }, '#/funds/flow/grants?from=2026-01-01&until=2026-03-31'],
  'importing.waiting': [{ id: 'i1' }, '#/imports/i1'],
  'importing.run': [{ id: 'i2' }, '#/imports/i2'],
  'loans.deferral': [{ deferral: 'd1' }, '#/loans/deferral/d1'],
  'purchases.of_loan': [{ loan: 'l1' }, '#/loans/l1?tab=purchases'],
  'purchases.open': [{ purchase: 'p1' }, '#/purchases/p1'],
  'purchases.list': [
    { text: '', state: ['ordered', 'part'], supplier: 's1', late: true, order: null, offset: 0, limit: null },
    '#/purchases?state=ordered%2Cpart&supplier=s1&late=1',
  ],
  'applications.detail': [{ application: 'a1' }, '#/applications/a1'],
  'applications.list': [
    {
      text: '',
      state: ['submitted'],
      product: null,
      party: null,
      researcher: null,
      order: null,
      offset: 0,
      limit: null,
    },
    '#/applications?state=submitted',
  ],
  'guarantees.of_loan': [{ loan: 'l1' }, '#/loans/l1?tab=guarantees'],
  'assessments.open': [{ assessment: 'a1' }, '#/assessments/a1'],
  'assessments.of_file': [{ party: 'p1' }, '#/beneficiaries/p1?tab=assessments'],
  'assessments.list': [
    {
      text: '',
      kind: ['periodic'],
      state: ['completed'],
      class: null,
      exception: false,
      to_review: true,
      newest: false,
      begun_by: null,
      from: null,
      until: null,
      order: null,
      limit: null,
      offset: 0,
    },
    '#/assessments?kind=periodic&state=completed&review=1',
  ],
  'assessments.items': [
    { text: '', state: [], late: true, owner: 'u1', order: null, limit: null, offset: 0 },
    '#/assessments?tab=items&late=1&owner=u1',
  ],
  'holds.of_loan': [{ loan: 'l1' }, '#/loans/l1?tab=holds'],
  'holds.open': [{ hold: 'h1' }, '#/holds/h1'],
  'holds.list': [{ text: '', state: [], cause: null, day: null, order: null, offset: 0, limit: null }, '#/holds'],
  'follow_up.promises': [
    { ...span, side: 'association', kept: null, order: null, limit: null, offset: 0 },
    '#/follow-up?tab=promises&from=2026-01-01&until=2026-03-31&side=association',
  ],
  'dashboard.tranches': [
    { day: '2026-10-20', wait: 'payment', order: null, limit: null, offset: 0 },
    '#/loans/tranches?day=2026-10-20&wait=payment',
  ],
  'stages.project': [{ project: 'p1' }, '#/projects/p1'],
  'stages.projects': [
    { text: '', party: null, standing: 'running', at: 'late', order: null, offset: 0, limit: null },
    '#/projects?standing=running&at=late',
  ],
  'committees.open': [{ committee: 'c1' }, '#/committees/c1'],
  'committees.meeting': [{ meeting: 'm1' }, '#/committees/meetings/m1'],
  'committees.meetings': [
    { committee: 'c1', state: 'held', order: null, offset: 0, limit: null },
    '#/committees/meetings?committee=c1&state=held',
  ],
  'committees.decision': [{ decision: 'd1' }, '#/committees/decisions/d1'],
  'committees.decisions': [
    {
      text: '',
      committee: null,
      standing: 'late',
      outcome: 'approved',
      due_from: '2026-11-01',
      due_to: '2026-11-30',
      order: null,
      offset: 0,
      limit: null,
    },
    '#/committees/decisions?standing=late&outcome=approved&due_from=2026-11-01&due_to=2026-11-30',
  ],
  'assembly.open': [{ member: 'm1' }, '#/assembly/m1'],
  'assembly.list': [
    { text: '', year: 2026, kind: 'active', standing: 'owes', order: null, offset: 0, limit: null },
    '#/assembly?year=2026&kind=active&standing=owes',
  ],
  'policies.open': [{ policy: 'p1' }, '#/policies/p1'],
  'policies.list': [
    { text: '', kind: 'bylaw', standing: 'late_review', order: null, offset: 0, limit: null },
    '#/policies?kind=bylaw&standing=late_review',
  ],
  'policies.figures': [{ from: '2026-11-01', to: '2026-11-30' }, '#/policies/figures?from=2026-11-01&to=2026-11-30'],
  'loans.detail': [{ loan: 'l1', day: null }, '#/loans/l1'],
  'partners.open': [{ partner: 'p1' }, '#/partners/p1'],
  'programmes.open': [{ programme: 'g1' }, '#/programmes/g1'],
  'programmes.initiative': [{ initiative: 'i1' }, '#/initiatives/i1'],
  'partners.list': [
    {
      text: '',
      kind: ['company'],
      standing: ['active'],
      component: null,
      keeper: null,
      order: null,
      offset: 0,
      limit: null,
    },
    '#/partners?kind=company&standing=active',
  ],
  'partners.agreement': [{ agreement: 'a1' }, '#/agreements/a1'],
  'partners.agreements': [
    {
      text: '',
      kind: [],
      standing: [],
      partner: null,
      ending: true,
      on: null,
      target: null,
      order: null,
      offset: 0,
      limit: null,
    },
    '#/partners?tab=agreements&ending=1',
  ],
  'partners.obligations': [
    {
      text: '',
      side: 'theirs',
      partner: null,
      keeper: null,
      late: true,
      open: false,
      due_from: null,
      due_until: null,
      in_time: null,
      counted: false,
      order: null,
      offset: 0,
      limit: null,
    },
    '#/partners?tab=obligations&side=theirs&late=1',
  ],
  'requests.open': [{ request: 'r1' }, '#/requests/r1'],
  'requests.list': [
    {
      text: '',
      tab: 'late',
      kind: ['complaint'],
      state: [],
      researcher: 'p1',
      party: null,
      service: 's1',
      outcome: [],
      ended: false,
      order: null,
      offset: 0,
      limit: null,
    },
    '#/requests?tab=late&kind=complaint&researcher=p1&service=s1',
  ],
  'services.open': [{ service: 's1', version: 'v2' }, '#/services/s1?version=v2'],
  'services.list': [
    { text: '', standing: ['draft'], open: false, order: null, offset: 0, limit: null },
    '#/services?standing=draft',
  ],
  'services.who_qualifies': [
    { service: 's1', text: '', state: ['will_ask'], order: null, offset: 0, limit: null },
    '#/services/s1?tab=qualify&state=will_ask',
  ],
  'requests.callbacks': [{ text: '', order: null, offset: 0, limit: null }, '#/requests/calls'],
  'questionnaires.open': [{ questionnaire: 'q1' }, '#/questionnaires/q1'],
  'questionnaires.list': [
    { text: '', purpose: ['poll'], standing: ['open'], order: null, limit: null, offset: 0 },
    '#/questionnaires?purpose=poll&standing=open',
  ],
  'questionnaires.offers': [
    { text: '', state: ['due'], order: null, limit: null, offset: 0 },
    '#/questionnaires?tab=offers&state=due',
  ],
  'questionnaires.findings': [
    { text: '', questionnaire: 'q1', severity: ['high'], all: true, order: null, limit: null, offset: 0 },
    '#/questionnaires?tab=findings&of=q1&severity=high&all=1',
  ],
  'questionnaires.improvements': [
    {
      text: '',
      questionnaire: null,
      state: [],
      owner: 'p1',
      late: true,
      unjudged: false,
      order: null,
      limit: null,
      offset: 0,
    },
    '#/questionnaires?tab=actions&owner=p1&late=1',
  ],
  'follow_up.activity': [{ activity: 'a1' }, '#/follow-up/a1'],
  'follow_up.list': [
    {
      text: '',
      state: ['planned', 'done'],
      kind: ['visit'],
      signal: [],
      researcher: 'p1',
      subject_kind: null,
      late: true,
      due_by: '2026-11-21',
      to_review: false,
      action_open: true,
      ...span,
      timing: 'in_time',
      order: { by: 'planned', down: true },
      limit: null,
      offset: 0,
    },
    '#/follow-up?tab=visits&state=planned%2Cdone&kind=visit&researcher=p1&late=1&due=2026-11-21&action=1&from=2026-01-01&until=2026-03-31&timing=in_time&sort=planned&down=1',
  ],
  'follow_up.commitments': [
    { text: '', side: 'association', state: ['open'], late: true, keeper: 'p1', order: null, limit: null, offset: 0 },
    '#/follow-up?tab=commitments&side=association&state=open&late=1&keeper=p1',
  ],
};

describe('the places the core leads to', () => {
  it('stand in one manifest each, and no manifest has others', () => {
    const told = features.flatMap(([, feature]) => Object.keys(feature.routes ?? {}));
    expect(told.sort()).toEqual([...led].sort());
  });

  it.each(Object.entries(places))('%s has an address that says what is asked', (screen, [asks, address]) => {
    const target = { screen, asks } as Target;
    expect(routeOf(target)).toBe(address);
    expect(screens.map((one) => one.screen)).toContain(screenOf(target));
  });
});
