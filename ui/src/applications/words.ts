// Colours and words of loan applications.
import type { ApplicationSheet, ApplicationState, BroughtGuarantee, BroughtState, StudySide } from '../api/generated';
import { t } from '../api/t';
import { showMoney, type Tone } from '../parts';

const states: Record<ApplicationState, Tone> = {
  draft: 'plain',
  submitted: 'info',
  in_appraisal: 'primary',
  returned: 'warn',
  recommended: 'gold',
  approved: 'ok',
  rejected: 'danger',
  withdrawn: 'plain',
};
export const stateTone = (state: ApplicationState): Tone => states[state];
export const allStates: ApplicationState[] = [
  'draft',
  'submitted',
  'in_appraisal',
  'returned',
  'recommended',
  'approved',
  'rejected',
  'withdrawn',
];

const brought: Record<BroughtState, Tone> = { proposed: 'gold', verified: 'ok', dropped: 'plain' };
export const broughtTone = (one: BroughtGuarantee): Tone => (one.expired ? 'danger' : brought[one.state]);

export const sides: StudySide[] = ['sales', 'variable', 'fixed', 'income', 'costs'];
export const ofProject = (side: StudySide): boolean => side === 'sales' || side === 'variable' || side === 'fixed';
/** Whether an amount of this side is taken away. */
export const isCost = (side: StudySide): boolean => side === 'variable' || side === 'fixed' || side === 'costs';

/** Tenths of a per cent as people read it: `16.7`. */
export const tenths = (value: number | null): string => (value === null ? '–' : (value / 10).toFixed(1));
/** A whole share with its sign; a dash where nothing is left over. */
export const share = (value: number | null): string => (value === null ? '–' : `${value}٪`);

export const standsFor = (one: BroughtGuarantee): string =>
  one.name || one.said || t(`loan.guarantee_kind.${one.kind}`);

/** A step of the page, as the office says who may take it. */
export const stepOf = (sheet: ApplicationSheet, command: string) => sheet.steps.find((one) => one.command === command);

/** Why the person cannot take a step, in words. */
export function whyNot(sheet: ApplicationSheet, command: string): string | undefined {
  const step = stepOf(sheet, command);
  if (!step || step.may) return undefined;
  const limit = showMoney(sheet.terms.capacity.decision_limit.director);
  if (step.why === 'limit') return t('application.not_you.limit', { limit });
  if (step.why === 'own') return t('application.not_you.own');
  if (step.why === 'study') return t('application.not_you.study');
  if (step.why === 'decide') return t('application.not_you.decide');
  return t('application.not_you.keep');
}

/** How many conditions of a step hold, of how many. */
export function counted(sheet: ApplicationSheet, command: string): { met: number; of: number } {
  const all = stepOf(sheet, command)?.conditions ?? [];
  return { met: all.filter((one) => one.met).length, of: all.length };
}
