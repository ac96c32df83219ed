// One notice of the system a day: how many instalments fall due, how many loans are late, how many decisions wait. Counts
// only: a notice shows over every other program and on a locked machine, so it names nobody and no amount.
import { ask } from '../api/call';
import type { Task } from '../api/generated';
import { t, tn } from '../api/t';
import { host } from '../host';
import { todayIso } from '../parts';
import { may } from './office.svelte';
import { keep, keepNow, preference } from './preferences.svelte';

/** The day of the last notice, and whether the person wants any; both are kept with the person. */
const SHOWN = 'notices.shown_on';
const WANTED = 'notices.wanted';

/** Tasks that wait for a decision of the person, by their kind. */
const DECISIONS = ['loan_approve', 'tranche_approve', 'voucher_approve', 'month_reopen'];

export interface Counted {
  /** Instalments that fall due today. */
  due: number;
  /** Loans that are late. */
  late: number;
  decisions: number;
}

export function wantsNotices(): boolean {
  return preference(WANTED) !== false;
}

export function wantNotices(on: boolean): void {
  keep(WANTED, on);
}

export function counted(tasks: readonly Task[], due: number): Counted {
  const late = tasks.find((task) => task.kind === 'late_loans');
  return {
    due,
    late: Number(late?.args['n'] ?? 0),
    decisions: tasks.filter((task) => DECISIONS.includes(task.kind)).length,
  };
}

/** What the notice says; null where there is nothing to say. */
export function noticeOf({ due, late, decisions }: Counted): string | null {
  const parts = [
    due > 0 ? tn('notices.due', due) : null,
    late > 0 ? tn('tasks.late_loans', late) : null,
    decisions > 0 ? tn('notices.decisions', decisions) : null,
  ].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(t('notices.and')) : null;
}

/** Shows the notice of the day to the person who has just come in, unless they saw it, want none, or nothing waits. */
export async function noticeOfDay(): Promise<void> {
  const today = todayIso();
  if (host.kind !== 'desktop' || !wantsNotices() || preference(SHOWN) === today) return;
  const { tasks } = await ask('tasks.mine', {});
  const due = may('loans.collect')
    ? (
        await ask('collection.due', {
          from: today,
          until: today,
          day: null,
          fund: null,
          order: null,
          offset: 0,
          text: '',
          limit: 1,
          state: 'unpaid',
        })
      ).instalments
    : 0;
  const text = noticeOf(counted(tasks, due));
  if (text === null) return;
  // Kept first: a notice less is better than one that comes again and again.
  keep(SHOWN, today);
  await keepNow();
  await host.notify(t('frame.program'), text);
}
