// Colours of holds.
import type { HoldCauseKind, HoldChoice, HoldSide, HoldState } from '../api/generated';
import type { Tone } from '../parts';

const states: Record<HoldState, Tone> = { open: 'danger', released: 'ok', ended: 'plain' };
export const stateTone = (state: HoldState): Tone => states[state];
export const allStates: HoldState[] = ['open', 'released', 'ended'];
export const allCauses: HoldCauseKind[] = [
  'dpd',
  'visit_missed',
  'signal',
  'purchase_unverified',
  'commitment_late',
  'guarantee_expired',
  'sales_down',
  'told',
];
export const allSides: HoldSide[] = ['beneficiary', 'association', 'market'];
export const allChoices: HoldChoice[] = ['coach_resume', 'reschedule', 'stop'];

const conditions = ['improved_reading', 'visit', 'recent_reading', 'capacity', 'total', 'assets'] as const;
/** The condition a refusal of the rule names. */
export const conditionOf = (key: string): (typeof conditions)[number] | undefined =>
  conditions.find((one) => key === `hold.${one}`);
