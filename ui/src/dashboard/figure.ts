// How the figures of features are written.
import type { Better, FigurePart, FigureUnit, FiguresBoard, Target } from '../api/generated';
import { has, t } from '../api/t';
import { percent, showMoney, showNumber, type Tone } from '../parts';

/** Words whose key the core names. */
export const words = (key: string): string => (has(key) ? t(key) : key);

/** Tenths as a number: «4.3», «6». */
function tenths(value: number): string {
  const [whole, part] = [Math.trunc(value / 10), Math.abs(value % 10)];
  return part === 0 ? showNumber(whole) : showMoney(value * 10).replace(/[0٠]$/, '');
}

/** A figure in its unit; nothing reads «لا توجد بيانات». */
export function showFigure(value: number | null, unit: FigureUnit): string {
  if (value === null) return t('parts.no_data');
  if (unit === 'percent') return percent(showNumber(value));
  if (unit === 'rate') return percent(showMoney(value));
  if (unit === 'money') return `${showMoney(value)} ${t('parts.sar')}`;
  if (unit === 'days') return t('figures.days_n', { days: tenths(value) });
  return unit === 'tenths' ? tenths(value) : showNumber(value);
}

/** What a chart draws: days and tenths as they are read. */
export const drawn = (value: number | null, unit: FigureUnit): number | null =>
  value === null
    ? null
    : unit === 'days' || unit === 'tenths'
      ? value / 10
      : unit === 'money' || unit === 'rate'
        ? value / 100
        : value;

export const labelOf = (part: FigurePart): string => (part.label_key ? words(part.label_key) : part.label);

/** Whether a change is for the better: none where it did not change, or where no way is meant. */
export function toneOf(better: Better, before: number | null, now: number | null): Tone {
  if (before === null || now === null || before === now || better === 'neither') return 'plain';
  return now > before === (better === 'more') ? 'ok' : 'warn';
}

/** The rows of one part of a figure. */
export function partTarget(target: Target, part: string): Target {
  return target.screen === 'dashboard.rows' ? { ...target, asks: { ...target.asks, part } } : target;
}

/** The period in words: «الربع الثاني 1448». */
export function periodWords(board: FiguresBoard): string {
  const year = String(board.year);
  if (board.kind === 'year') return t('figures.year_of', { year });
  const name =
    board.kind === 'quarter'
      ? words(`figures.quarter.${board.number}`)
      : words(`parts.${board.calendar}.${board.number}`);
  return `${name} ${year}`;
}
