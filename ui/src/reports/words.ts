// How reports are named.
import type { Calendar, ReportState } from '../api/generated';
import { words } from '../dashboard/figure';
import type { Tone } from '../parts';

/** «جمادى الأولى 1448» */
export const monthOf = (one: { calendar: Calendar; year: number; month: number }): string =>
  `${words(`parts.${one.calendar}.${one.month}`)} ${one.year}`;

export const stateTone = (state: ReportState): Tone =>
  state === 'issued' ? 'ok' : state === 'waiting' ? 'warn' : 'plain';
