// How following up is said: tones, names of readings, values and changes.
import type {
  ActivityKind,
  ActivityLine,
  ActivityState,
  CommitmentLine,
  PromiseKept,
  ReadingMeasure,
  ReadingRow,
  ReadingValue,
  VisitSignal,
} from '../api/generated';
import { has, t, tn } from '../api/t';
import { parseMoney, showMoney, showNumber, tidy, type Tone } from '../parts';

export const kinds: ActivityKind[] = [
  'visit',
  'interview',
  'call',
  'session',
  'inspection',
  'mentoring',
  'committee_check',
];
export const states: ActivityState[] = ['planned', 'done', 'reviewed', 'missed', 'cancelled'];
export const signals: VisitSignal[] = ['sound', 'watch', 'distress'];
export const keptWays: PromiseKept[] = ['kept', 'partly', 'broken'];

export const kindOptions = () => kinds.map((value) => ({ value, label: t(`follow_up.kind.${value}`) }));

/** Kinds in which somebody stands before the thing itself: a signal and all readings are due. */
export const onTheSpot = (kind: ActivityKind) =>
  kind === 'visit' || kind === 'inspection' || kind === 'mentoring' || kind === 'committee_check';

export function signalTone(signal: VisitSignal | null): Tone {
  if (signal === 'distress') return 'danger';
  if (signal === 'watch') return 'warn';
  return signal === 'sound' ? 'ok' : 'plain';
}

export function keptTone(kept: PromiseKept): Tone {
  if (kept === 'kept') return 'ok';
  return kept === 'partly' ? 'warn' : 'danger';
}

/** Where an activity stands, in words: a late one says so. */
export function standing(line: ActivityLine): { words: string; tone: Tone } {
  if (line.state === 'planned' && line.days_late > 0)
    return { words: tn('follow_up.late_by', line.days_late), tone: 'danger' };
  const tone: Record<ActivityState, Tone> = {
    planned: 'info',
    done: 'gold',
    reviewed: 'ok',
    missed: 'warn',
    cancelled: 'plain',
  };
  return { words: t(`follow_up.state.${line.state}`), tone: tone[line.state] };
}

export function promiseStanding(line: CommitmentLine): { words: string; tone: Tone } {
  if (line.state === 'open' && line.days_late > 0)
    return { words: tn('follow_up.promise_late', line.days_late), tone: 'danger' };
  if (line.state === 'met' && line.days_late > 0)
    return {
      words: `${t('follow_up.promise_state.met')} · ${tn('follow_up.promise_late', line.days_late)}`,
      tone: 'warn',
    };
  const tone: Tone = line.state === 'open' ? 'info' : line.state === 'met' ? 'ok' : 'plain';
  return { words: t(`follow_up.promise_state.${line.state}`), tone };
}

/** Whom it is about, or the record where it is about nobody. */
export const nameOf = (of: { party_name: string; name: string }) => of.party_name || of.name;

interface Named {
  kind: string;
  name: string;
  unit: string;
}
/** Kinds the program brings have its words; those of the association their own. */
export const readingName = (one: Named) => {
  const key = `follow_up.reading.${one.kind}`;
  return one.name || (has(key) ? t(key) : one.kind);
};
export const readingUnit = (one: Named) => {
  const key = `follow_up.unit.${one.kind}`;
  return one.name ? one.unit : has(key) ? t(key) : '';
};

export const shownValue = (measure: ReadingMeasure, value: number) =>
  measure === 'money' ? showMoney(value) : showNumber(value);

/** What was read, or a dash; why it was not read stands in its title. */
export const shownReading = (measure: ReadingMeasure, read: ReadingValue | undefined) =>
  read === undefined ? '–' : read.value === null ? t('follow_up.not_read') : shownValue(measure, read.value);

/** What was typed: halalas, or a whole number; null where it is no number. The office reads it by the same rule. */
export function typedValue(row: ReadingRow, typed: string): number | null {
  const plain = tidy(typed)
    .replace(/[\s,٬]/g, '')
    .replace('٫', '.');
  const below = plain.startsWith('-');
  if (below && !row.below_zero) return null;
  const digits = below ? plain.slice(1) : plain;
  if (row.measure === 'count') return /^\d{1,15}$/.test(digits) ? Number(digits) * (below ? -1 : 1) : null;
  const money = parseMoney(digits);
  return 'halalas' in money ? money.halalas * (below ? -1 : 1) : null;
}

export interface Change {
  percent: number;
  tone: Tone;
  up: boolean;
}
/** How far it is from the reading before, in whole per cent. */
export function changeOf(row: ReadingRow, now: number | null): Change | null {
  const last = row.before.at(-1)?.value;
  if (now === null || last === null || last === undefined || last === 0 || now === last) return null;
  const percent = Math.round((Math.abs(now - last) * 100) / Math.abs(last));
  const up = now > last;
  // Goods that pile up are no good sign; of everything else more is better.
  const good = row.kind === 'stock' ? !up : up;
  return { percent, up, tone: good ? 'ok' : 'danger' };
}

export type Remark = 'lowest' | 'fall' | 'second_fall' | 'stagnant' | 'loss';
/** What the program notices of a reading. */
export function remarkOf(row: ReadingRow, now: number | null): Remark | null {
  if (now === null) return null;
  if (row.kind === 'income' && now < 0) return 'loss';
  const [first, last] = [row.before.at(-2)?.value, row.before.at(-1)?.value];
  if (last === null || last === undefined) return null;
  if (row.kind === 'stock') return now * 2 >= last * 3 && last > 0 ? 'stagnant' : null;
  if (now >= last) return null;
  if (row.kind === 'sales') return first !== null && first !== undefined && last < first ? 'second_fall' : 'fall';
  return first === null || first === undefined || now < first ? 'lowest' : null;
}

const pages: Record<string, string> = {
  file: 'beneficiaries',
  loan: 'loans',
  project: 'loans/project',
  application: 'applications',
};
/** The page of the record something is about, at what was followed up on it. */
export const pageOf = (of: { subject_kind: string; subject: string }): string =>
  `${pages[of.subject_kind] ?? 'follow-up'}/${of.subject}?tab=follow-up`;
