// Colours and words of partners, agreements and obligations.
import type {
  AgreementKind,
  AgreementLine,
  AgreementSheet,
  AgreementStanding,
  CommunityComponent,
  ContributionKind,
  ObligationLine,
  ObligationsKept,
  ObligationStanding,
  Portion,
  PartnerKind,
  PartnerStanding,
  VisionTarget,
} from '../api/generated';
import { has, t, tn } from '../api/t';
import { showHijri, showNumber, type IconName, type Stage, type Tone } from '../parts';

export const partnerKinds: PartnerKind[] = [
  'government',
  'donor',
  'company',
  'association',
  'waqf',
  'university',
  'neighbourhood_centre',
  'media',
  'other',
];
export const partnerStandings: PartnerStanding[] = ['active', 'prospective', 'former', 'closed'];
export const agreementKinds: AgreementKind[] = ['mou', 'agreement', 'contract', 'sponsorship'];
export const agreementStandings: AgreementStanding[] = [
  'proposed',
  'negotiating',
  'for_approval',
  'approved',
  'signed',
  'active',
  'expired',
  'renewed',
  'terminated',
  'declined',
];

const partners: Record<PartnerStanding, Tone> = { prospective: 'gold', active: 'ok', former: 'plain', closed: 'plain' };
export const partnerTone = (standing: PartnerStanding): Tone => partners[standing];

const agreements: Record<AgreementStanding, Tone> = {
  proposed: 'plain',
  negotiating: 'info',
  for_approval: 'gold',
  approved: 'info',
  signed: 'ok',
  active: 'ok',
  expired: 'warn',
  renewed: 'plain',
  terminated: 'danger',
  declined: 'plain',
};
export const agreementTone = (standing: AgreementStanding): Tone => agreements[standing];

const obligations: Record<ObligationStanding, Tone> = {
  planned: 'plain',
  coming: 'plain',
  late: 'danger',
  kept: 'ok',
  kept_late: 'warn',
  unproven: 'warn',
  excused: 'plain',
};
export const obligationTone = (standing: ObligationStanding): Tone => obligations[standing];

const icons: Record<PartnerKind, IconName> = {
  government: 'landmark',
  donor: 'hand-coins',
  company: 'building-2',
  association: 'heart-handshake',
  waqf: 'landmark',
  university: 'book-open',
  neighbourhood_centre: 'map-pin',
  media: 'megaphone',
  other: 'briefcase',
};
export const kindIcon = (kind: PartnerKind): IconName => icons[kind];

export const contributionTones: Record<ContributionKind, Tone> = {
  money: 'primary',
  in_kind: 'gold',
  expertise: 'info',
};

/** How an obligation stands, in a few words with its days. */
export function obligationWords(line: ObligationLine): string {
  const { standing, days_late: days } = line;
  if (standing === 'late') return tn('partners.late_by', days);
  if (standing === 'coming') return days === 0 ? t('partners.due_today') : tn('partners.due_in', -days);
  if (standing === 'kept' && days < 0) return tn('partners.kept_before', -days);
  if (standing === 'kept_late') return tn('partners.kept_after', days);
  return t(`partners.obligation_standing.${standing}`);
}

/** A component of the community by its name: its own, or the program's. */
export const componentName = (one: Pick<CommunityComponent, 'code' | 'name'>): string => {
  const key = `partners.component.${one.code}`;
  return one.name || (has(key) ? t(key) : one.code);
};
export const targetName = (one: Pick<VisionTarget, 'code' | 'name'>): string => {
  const key = `partners.target.${one.code}`;
  return one.name || (has(key) ? t(key) : one.code);
};

/** «3 من 3», or that there is nothing to measure. */
export const portion = (one: Portion): string =>
  one.of === 0 ? t('partners.no_data') : t('partners.n_of', { n: showNumber(one.n), of: showNumber(one.of) });

export const keptLine = (kept: ObligationsKept): string =>
  t('partners.kept_line', { theirs: portion(kept.theirs), ours: portion(kept.ours) });

/** The lines of a text, without empty ones. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** How near its end an agreement in force is: what its chip says beside its standing. */
export const leftWords = (line: AgreementLine): string => (line.left === null ? '' : tn('partners.ends_in', line.left));

/** An agreement on its rail: what has been, where it stands, what may come. */
export function railOf(sheet: AgreementSheet): Stage[] {
  const { line, steps } = sheet;
  const at = (to: string) => [...steps].reverse().find((step) => step.to === to);
  const talks = steps.filter((step) => step.to === 'negotiating').length;
  const signed = line.signed_on !== null;
  const order: AgreementStanding[] = ['proposed', 'negotiating', 'for_approval', 'approved'];
  const reached = signed ? order.length : Math.max(0, order.indexOf(line.standing));
  const state = (place: number): Stage['state'] => {
    if (place < reached) return 'done';
    return place === reached && !signed && line.standing !== 'declined' ? 'current' : 'waiting';
  };
  const day = (iso: string | null | undefined) => (iso ? showHijri(iso) : '');
  const stages: Stage[] = [
    {
      key: 'proposed',
      title: t('partners.agreement_standing.proposed'),
      lines: [day(line.proposed_on)],
      state: state(0),
    },
    {
      key: 'negotiating',
      title: t('partners.rail.negotiating'),
      lines: talks ? [tn('partners.talks', talks)] : [],
      state: state(1),
    },
    {
      key: 'approved',
      title: t('partners.agreement_standing.approved'),
      lines: [
        sheet.decision ||
          (at('approved')?.by_name ?? (line.standing === 'for_approval' ? t('partners.rail.waits') : '')),
      ],
      state: signed || line.standing === 'approved' ? 'done' : line.standing === 'for_approval' ? 'current' : 'waiting',
    },
    {
      key: 'signed',
      title: t('partners.agreement_standing.signed'),
      lines: signed ? [line.event || day(line.signed_on)] : [],
      state: signed ? 'done' : line.standing === 'approved' ? 'current' : 'waiting',
    },
    {
      key: 'active',
      title: t('partners.agreement_standing.active'),
      lines: line.starts ? [t('partners.rail.from', { day: day(line.starts) })] : [],
      state:
        line.standing === 'active'
          ? 'current'
          : ['expired', 'renewed', 'terminated'].includes(line.standing)
            ? 'done'
            : 'waiting',
    },
  ];
  if (line.standing === 'declined' || line.standing === 'terminated' || line.standing === 'expired') {
    stages.push({
      key: 'ended',
      title: t(`partners.agreement_standing.${line.standing}`),
      lines: [day(sheet.ended_on ?? line.ends)],
      state: 'held',
    });
  } else {
    stages.push({
      key: 'renewal',
      title: t('partners.rail.renewal'),
      lines: sheet.renewed_by
        ? [sheet.renewed_by.agreement_no]
        : sheet.renewal_from
          ? [t('partners.rail.task_from', { day: day(sheet.renewal_from) })]
          : [],
      state: line.standing === 'renewed' ? 'done' : 'waiting',
    });
  }
  return stages.map((stage) => ({ ...stage, lines: stage.lines?.filter(Boolean) }));
}
