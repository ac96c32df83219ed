// The spans of days a collector thinks in. A week begins on Sunday.
import { addDays } from '../parts';

export interface Range {
  key: 'today' | 'week' | 'next_week' | 'month';
  from: string;
  until: string;
}

/** The week that holds a day, Sunday to Saturday. */
export function weekOf(day: string): { from: string; until: string } {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  const from = addDays(day, -weekday);
  return { from, until: addDays(from, 6) };
}

/** Today, this week, the next one, and the thirty days that begin today. */
export function ranges(today: string): Range[] {
  const week = weekOf(today);
  return [
    { key: 'week', ...week },
    { key: 'today', from: today, until: today },
    { key: 'next_week', from: addDays(week.from, 7), until: addDays(week.until, 7) },
    { key: 'month', from: today, until: addDays(today, 29) },
  ];
}
