// How the board writes its figures.
import type { Calendar, MonthFigures, Money } from '../api/generated';
import { t } from '../api/t';
import { percent, showMoney, showNumber } from '../parts';
import { isolated } from '../parts/digits';

/** A rate travels as hundredths of a per cent and is shown with both of its decimals; none reads «لا توجد بيانات». */
export function rateText(rate: number | null): string | null {
  if (rate === null) return null;
  return percent(showMoney(rate));
}

/** The rate within a sentence: «لا توجد بيانات» where there is none. */
export const rateWords = (rate: number | null): string => rateText(rate) ?? t('parts.no_data');

/** Whole riyals, a half up: what is read at a glance. The exact amount stands where the figure leads. */
export function riyals(halalas: Money): number {
  const whole = Math.floor((Math.abs(halalas) + 50) / 100);
  return halalas < 0 ? -whole : whole;
}

/** Whole riyals with their thousands grouped, negatives in parentheses. */
export function showRiyals(halalas: Money): string {
  const whole = riyals(halalas);
  return whole < 0 ? `(${showNumber(-whole)})` : showNumber(whole);
}

export const monthLabel = (calendar: Calendar, month: MonthFigures): string =>
  t(`board.month.${calendar}.${month.month}`);

/** A band of lateness in words: «1–30 يومًا», «أكثر من 180 يومًا», «منتظم». */
export function bandWords({ from, to }: { from: number; to: number | null }): string {
  if (to === 0) return t('board.on_time');
  return to === null
    ? t('board.band_above', { from: showNumber(from - 1) })
    : t('board.band', { range: isolated(`${showNumber(from)}–${showNumber(to)}`) });
}

/** Colours of the bands, from in time to lost. */
export const bandTones = ['ok', 2, 4, 4, 'danger', 'danger'] as const;
