// The payments of a sitting. A line is one payment for ever: its id is the payment's, and it is sent under one request id
// until an answer comes. «Refused» is an answer; «unknown» is none, and only asking again under the same id settles it.
import { call } from '../api/call';
import { failure, sentence } from '../api/failure';
import type { PaymentMethod, RecordRepayment } from '../api/generated';
import { uuid } from '../api/uuid';
import { keep, keepNow, preference } from '../frame/preferences.svelte';
import { todayIso } from '../parts';

export type LineState = 'sending' | 'done' | 'refused' | 'unknown' | 'undone';

export interface Line {
  /** The payment's own id: never another one for the same money in hand. */
  id: string;
  /** The id it was last sent under. */
  request: string;
  loan: string;
  loan_no: string;
  name: string;
  day: string;
  method: PaymentMethod;
  amount: number;
  reference: string;
  state: LineState;
  /** The receipt's number, or why it was refused. */
  said: string;
  /** Its place in the loan's events, once it is recorded. */
  place?: number;
}

/** What a person types of a payment. */
export type Typed = Pick<Line, 'loan' | 'loan_no' | 'name' | 'day' | 'method' | 'amount' | 'reference'>;

const KEY = 'collect.quick.lines';
const KEY_BEFORE = 'draft.collect.quick';
const isLine = (one: unknown): one is Line =>
  typeof one === 'object' && one !== null && 'id' in one && 'request' in one && 'loan' in one && 'amount' in one;

/** The lines an earlier sitting left open. What was on its way then has an end nobody has seen. */
export function openLines(kept: unknown): Line[] {
  const lines = Array.isArray(kept) ? kept.filter(isLine) : [];
  return lines.map((line) => (line.state === 'sending' ? { ...line, state: 'unknown' as const } : line));
}

/** Refused payments as the first version of the program kept them: with one day and method for all. */
export function refusedBefore(kept: unknown, today: string): Line[] {
  if (typeof kept !== 'object' || kept === null || !('refused' in kept) || !Array.isArray(kept.refused)) return [];
  const { day, method } = kept as { day?: unknown; method?: unknown };
  const shared = {
    day: typeof day === 'string' ? day : today,
    method: (typeof method === 'string' ? method : 'transfer') as PaymentMethod,
  };
  return kept.refused.map((line: object) => ({ ...shared, request: uuid(), ...line }) as Line).filter(isLine);
}

export class Desk {
  lines = $state<Line[]>([...refusedBefore(preference(KEY_BEFORE), todayIso()), ...openLines(preference(KEY))]);

  readonly done = $derived(this.lines.filter((line) => line.state === 'done'));
  readonly open = $derived(this.lines.filter((line) => line.state === 'refused' || line.state === 'unknown'));
  readonly unknown = $derived(this.open.filter((line) => line.state === 'unknown'));
  readonly total = $derived(this.done.reduce((sum, line) => sum + line.amount, 0));
  /** What needs a person first, then the newest. */
  readonly shown = $derived([...this.open, ...this.lines.filter((line) => !this.open.includes(line)).toReversed()]);

  async add(typed: Typed): Promise<void> {
    this.lines.push({ ...typed, id: uuid(), request: uuid(), state: 'sending', said: '' });
    const line = this.lines.at(-1);
    if (line) await this.#send(line);
  }

  /** A refused line is sent anew, perhaps on another day; it is still the same payment. */
  async again(line: Line, day: string, method: PaymentMethod): Promise<void> {
    if (line.state !== 'refused') return;
    Object.assign(line, { day, method, request: uuid() });
    await this.#send(line);
  }

  /** Asks once more what became of a line: the same words under the same id, so that nothing is recorded twice. */
  async settle(line: Line): Promise<void> {
    if (line.state === 'unknown') await this.#send(line);
  }

  /** Only what was refused was certainly not recorded. */
  drop(line: Line): void {
    if (line.state !== 'refused') return;
    this.lines = this.lines.filter((one) => one.id !== line.id);
    void this.#keep();
  }

  undone(line: Line): void {
    line.state = 'undone';
  }

  async #send(line: Line): Promise<void> {
    Object.assign(line, { state: 'sending', said: '' });
    // Before it leaves: what is on its way when the power fails must be asked about afterwards.
    await this.#keep();
    const { id, loan, day, amount, method, reference } = line;
    const input: RecordRepayment = { id, loan, day, amount, method, reference, payer: '', note: '' };
    try {
      const answer = await call('loans.repay', input, line.request);
      Object.assign(line, { state: 'done', said: answer.number, place: answer.place });
    } catch (thrown) {
      const failed = failure(thrown, 'loans.repay');
      // A fault of the office may come before or after the payment stands: it is asked again, too.
      const settled = !failed.unknown && failed.reason.kind !== 'broken';
      Object.assign(line, { state: settled ? 'refused' : 'unknown', said: sentence(failed) });
    }
    await this.#keep();
  }

  /** Money in hand that is not recorded is kept at once, not after a pause. */
  async #keep(): Promise<void> {
    const open = this.lines.filter((line) => line.state !== 'done' && line.state !== 'undone');
    keep(KEY, open.length > 0 ? $state.snapshot(open) : null);
    keep(KEY_BEFORE, null);
    await keepNow();
  }
}

/** Why an amount is worth a second look; null where it is as expected. */
export function unusual(
  amount: number,
  owed: { outstanding: number; instalment: number },
  times: number,
): 'owed' | 'instalments' | null {
  if (amount > owed.outstanding) return 'owed';
  return owed.instalment > 0 && amount > owed.instalment * times ? 'instalments' : null;
}
