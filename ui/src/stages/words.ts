// Colours and words of stages, and how a stage stands on the rail.
import type { GateCondition, ProjectAt, StageSheet, StageState, StageTranche } from '../api/generated';
import { t, tn } from '../api/t';
import { gateWords } from '../frame/gates';
import { showHijri, showMoney, type Stage, type Tone } from '../parts';

const states: Record<StageState, Tone> = {
  planned: 'plain',
  open: 'info',
  in_review: 'gold',
  passed: 'ok',
  failed: 'danger',
};
export const stateTone = (state: StageState): Tone => states[state];

const places: Record<ProjectAt, Tone> = {
  none: 'plain',
  ready: 'plain',
  open: 'info',
  late: 'danger',
  in_review: 'gold',
  failed: 'danger',
  passed: 'ok',
};
export const atTone = (at: ProjectAt): Tone => places[at];
export const allPlaces: ProjectAt[] = ['ready', 'open', 'late', 'in_review', 'failed', 'passed', 'none'];

export const sumOf = (tranches: StageTranche[]): number => tranches.reduce((sum, one) => sum + one.amount, 0);

/** What a tranche is called: what it buys, or its loan and number. */
export const trancheName = (one: StageTranche): string => one.item || t('loan.tranche.nth', { no: one.no });

export const unmet = (conditions: GateCondition[]): GateCondition | undefined => conditions.find((one) => !one.met);

/** How many of the conditions hold: «3 من 5». */
export const metOf = (conditions: GateCondition[]): string =>
  t('stage.met_of', {
    met: String(conditions.filter((one) => one.met).length),
    n: String(conditions.length),
  });

/** The money of a stage and what it is for, in a line. */
function money(tranches: StageTranche[]): string {
  if (tranches.length === 0) return t('stage.line_none');
  const what = tranches.map(trancheName).join(t('stage.and'));
  return t('stage.line_tranches', { amount: showMoney(sumOf(tranches)), what });
}

/** What there is to say of its days: when it passed and by whom, until when it goes, what is in its way. */
function days(sheet: StageSheet): string {
  const { stage, gates, steps } = sheet;
  if (stage.state === 'passed' && stage.ended_on) {
    const by = steps.find((one) => one.step === 'passed')?.by_name ?? '';
    return t('stage.line_passed', { day: showHijri(stage.ended_on), name: by });
  }
  if (stage.state === 'open' || stage.state === 'in_review') {
    const held = gates.find((one) => !one.met && one.key.startsWith('holds.'));
    if (held) return t('stage.line_missing', { what: gateWords(held) });
    if (sheet.days_late > 0) return tn('stage.late', sheet.days_late);
    return stage.due ? t('stage.line_due', { day: showHijri(stage.due) }) : '';
  }
  return stage.state === 'failed'
    ? (steps.find((one) => one.step === 'failed')?.note ?? '')
    : tn('stage.days', stage.days);
}

/** A project's stages on the rail; the first that has not passed is where it stands. */
export function railOf(sheets: StageSheet[]): Stage[] {
  const now = sheets.find((one) => one.stage.state !== 'passed');
  return sheets.map((sheet) => {
    const { stage } = sheet;
    const held = sheet.gates.some((one) => !one.met && (one.key.startsWith('holds.') || one.key === 'stages.running'));
    const state = () => {
      if (stage.state === 'passed') return 'done';
      if (stage.state === 'failed' || (sheet === now && held)) return 'held';
      return stage.state === 'planned' ? 'waiting' : 'current';
    };
    return {
      key: stage.id,
      title: stage.name,
      lines: [money(sheet.tranches), days(sheet)].filter(Boolean),
      state: state(),
    };
  });
}
