// What a recorded visit is typed as, and what it is sent as.
import type { ActivitySheet, FoundOnTheDay, PromiseKept, PromiseSide, VisitSignal } from '../api/generated';
import { uuid } from '../api/uuid';
import { addDays } from '../parts';
import { typedValue } from './words';

export interface TypedRow {
  kind: string;
  typed: string;
  /** It was not read, for a reason. */
  unread: boolean;
  reason: string;
}

export interface TypedPromise {
  side: PromiseSide;
  commitment: string | null;
  text: string;
  kept: PromiseKept | null;
}

export interface Typed {
  id: string;
  kind: string | null;
  done_on: string | null;
  done_by: string | null;
  place: string;
  present: string;
  findings: string;
  signal: string | null;
  readings: TypedRow[];
  promises: TypedPromise[];
  action: string;
  owner: string | null;
  due: string | null;
  next: string;
  next_on: string | null;
  next_by: string | null;
  closes: string[];
  reason: string;
}

const plain = (halalas: number) => {
  const whole = String(Math.trunc(Math.abs(halalas) / 100));
  const rest = Math.abs(halalas) % 100;
  return `${halalas < 0 ? '-' : ''}${whole}${rest ? `.${String(rest).padStart(2, '0')}` : ''}`;
};

/** What the form begins with: of one that is done, what was recorded. */
export function beginning(sheet: ActivitySheet, self: string): Typed {
  const done = sheet.activity?.line.done_on ? sheet.activity : null;
  const line = sheet.activity?.line;
  const open: TypedPromise[] = sheet.commitments.map((one) => ({
    side: one.side,
    commitment: one.commitment,
    text: one.text,
    kept: null,
  }));
  const judged = (done?.kept ?? []).map((one) => ({ ...one }));
  const own = done ? judged : [];
  return {
    id: line?.activity ?? uuid(),
    kind: line?.kind ?? 'visit',
    done_on: line?.done_on ?? sheet.today,
    done_by: done?.done_by ?? (line && line.researcher !== self ? null : self) ?? self,
    place: done?.place ?? '',
    present: done?.present ?? '',
    findings: done?.findings ?? '',
    signal: line?.signal ?? null,
    readings: sheet.readings.map((row) => ({
      kind: row.kind,
      typed:
        row.now?.value === null || row.now?.value === undefined
          ? ''
          : row.measure === 'money'
            ? plain(row.now.value)
            : String(row.now.value),
      unread: row.now?.value === null,
      reason: row.now?.reason ?? '',
    })),
    promises: [...own, ...open.filter((one) => !own.some((other) => other.commitment === one.commitment))],
    action: line?.action ?? '',
    owner: done?.action_owner ?? null,
    due: line?.action_due ?? null,
    next: uuid(),
    next_on: addDays(sheet.today, sheet.settings.sound_days),
    next_by: line?.researcher ?? self,
    // Those that are late already; one of today may be closed with it, too, where somebody says so.
    closes: done ? [] : sheet.late.filter((one) => one.days_late > 0).map((one) => one.activity),
    reason: '',
  };
}

/** What is sent of the day itself. */
export const found = (typed: Typed): FoundOnTheDay => ({
  done_on: typed.done_on ?? '',
  done_by: typed.done_by,
  place: typed.place,
  present: typed.present,
  findings: typed.findings,
  signal: typed.signal as VisitSignal | null,
  readings: typed.readings
    .filter((row) => row.typed.trim() !== '' || row.unread)
    .map((row) => ({ kind: row.kind, typed: row.unread ? '' : row.typed, reason: row.unread ? row.reason : '' })),
  kept: typed.promises
    .filter((one) => one.kept !== null && (one.commitment !== null || one.text.trim() !== ''))
    .map((one) => ({ side: one.side, text: one.text, commitment: one.commitment, kept: one.kept ?? 'kept' })),
  action: typed.action.trim() === '' ? null : { text: typed.action, owner: typed.owner, due: typed.due },
});

/** Whether every reading that is asked for stands, or why it does not. */
export const allRead = (sheet: ActivitySheet, typed: Typed) =>
  sheet.readings.every((row) => {
    const one = typed.readings.find((other) => other.kind === row.kind);
    if (!one) return false;
    return one.unread ? one.reason.trim() !== '' : typedValue(row, one.typed) !== null;
  });
