// One notice of the system a day: what the features tell, and how many decisions wait. Counts only: a
// notice shows over every other program and on a locked machine, so it names nobody and no amount.
import { ask } from '../api/call';
import type { Task } from '../api/generated';
import { t, tn } from '../api/t';
import { host } from '../host';
import { todayIso } from '../parts';
import { notices, sortOf } from './features';
import { keep, keepNow, preference } from './preferences.svelte';

/** The day of the last notice, and whether the person wants any; both are kept with the person. */
const SHOWN = 'notices.shown_on';
const WANTED = 'notices.wanted';

export function wantsNotices(): boolean {
  return preference(WANTED) !== false;
}

export function wantNotices(on: boolean): void {
  keep(WANTED, on);
}

/** What the notice says; null where there is nothing to say. */
export async function noticeOf(tasks: readonly Task[], today: string): Promise<string | null> {
  const decisions = tasks.filter((task) => sortOf(task) === 'decision').length;
  const told = await Promise.all(notices.map(({ text }) => text(tasks, today)));
  const parts = [...told, decisions > 0 ? tn('notices.decisions', decisions) : null].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(t('notices.and')) : null;
}

/** Shows the notice of the day to the person who has just come in, unless they saw it, want none, or nothing waits. */
export async function noticeOfDay(): Promise<void> {
  const today = todayIso();
  if (host.kind !== 'desktop' || !wantsNotices() || preference(SHOWN) === today) return;
  const { tasks } = await ask('tasks.mine', {});
  const text = await noticeOf(tasks, today);
  if (text === null) return;
  // Kept first: a notice less is better than one that comes again and again.
  keep(SHOWN, today);
  await keepNow();
  await host.notify(t('frame.program'), text);
}
