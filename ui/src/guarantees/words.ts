// Colours and words of guarantees and promissory notes.
import type { LoanGuarantee, GuaranteeKind, GuaranteeState, GuaranteeTerms, NoteState } from '../api/generated';
import { t, tn } from '../api/t';
import { showMoney, showNumber, type IconName, type Tone } from '../parts';

const states: Record<GuaranteeState, Tone> = {
  proposed: 'gold',
  verified: 'info',
  active: 'ok',
  expired: 'danger',
  called: 'danger',
  released: 'plain',
};
export const stateTone = (state: GuaranteeState): Tone => states[state];
export const allStates: GuaranteeState[] = ['expired', 'proposed', 'verified', 'active', 'called', 'released'];

const icons: Record<GuaranteeKind, IconName> = {
  social_security: 'shield-check',
  project_team: 'users',
  guarantor: 'user-round',
  employer: 'briefcase',
  group: 'users',
  other: 'file-text',
};
export const kindIcon = (kind: GuaranteeKind): IconName => icons[kind];

const notes: Record<NoteState, Tone> = { drawn: 'gold', signed: 'ok', returned: 'plain', void: 'plain' };
export const noteTone = (state: NoteState): Tone => notes[state];

/** Who or what stands for the loan. */
export const standsFor = (one: LoanGuarantee): string => one.name || one.said || t(`loan.guarantee_kind.${one.kind}`);

/** Whole years between two days. */
export function years(born: string, today: string): number {
  const had = today.slice(5) >= born.slice(5);
  return Number(today.slice(0, 4)) - Number(born.slice(0, 4)) - (had ? 0 : 1);
}

/** What a product asks for beyond one guarantee that holds, a line each. */
export function ruleWords(terms: GuaranteeTerms | undefined): string[] {
  if (!terms) return [];
  const bands = [...terms.bands].sort((one, other) => one.above - other.above);
  return [
    ...(terms.verified ? [t('guarantee.rule.verified')] : []),
    ...bands.map((band) =>
      t('guarantee.rule.band', { above: showMoney(band.above), n: tn('guarantee.guarantors', band.guarantors) }),
    ),
    ...(terms.oldest === null ? [] : [t('guarantee.rule.oldest', { age: showNumber(terms.oldest) })]),
    ...(terms.may_borrow ? [] : [t('guarantee.rule.free')]),
    ...(terms.residence_months === null
      ? []
      : [t('guarantee.rule.residence', { months: tn('guarantee.residence', terms.residence_months) })]),
    ...(terms.last_due_before === null
      ? []
      : [t('guarantee.rule.last_due', { age: showNumber(terms.last_due_before) })]),
  ];
}
