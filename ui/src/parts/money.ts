// Amounts as whole halalas, typed and shown. Never a floating-point number: digits are read and written as text.
import { language } from '../api/language.svelte';
import { arabicDigits, groupDigits, tidy } from './digits';
import { shown } from './shown.svelte';

/** Why a typed text is not an amount. `parts.money.<reason>` has the words. */
export type MoneyProblem = 'empty' | 'negative' | 'character' | 'format' | 'decimals' | 'grouping' | 'too_large';

/** The largest amount that can be typed: 999,999,999,999.99. */
export const LARGEST_TYPED = 99_999_999_999_999;

/** Reads a typed amount; nothing is ever guessed: a comma is never a decimal point, three decimals are refused. */
export function parseMoney(text: string): { halalas: number } | { problem: MoneyProblem } {
  const tidied = tidy(text)
    .replace(/\u066B/g, '.')
    .replace(/[\u066C\u060C]/g, ',');
  if (!tidied) return { problem: 'empty' };
  if (tidied.startsWith('-') || tidied.endsWith('-')) return { problem: 'negative' };
  if (/[^0-9 ,.]/.test(tidied)) return { problem: 'character' };
  const [whole, fraction, ...more] = tidied.split('.');
  if (more.length || (fraction !== undefined && !/^\d+$/.test(fraction)) || !whole || /[ ,]$/.test(whole))
    return { problem: 'format' };
  if (fraction !== undefined && fraction.length > 2) return { problem: 'decimals' };
  if (!/^(\d+|[1-9]\d{0,2}(,\d{3})+|[1-9]\d{0,2}( \d{3})+)$/.test(whole)) return { problem: 'grouping' };
  const riyals = whole.replace(/[ ,]/g, '').replace(/^0+(?=\d)/, '');
  if (riyals.length > 12) return { problem: 'too_large' };
  return { halalas: Number(riyals) * 100 + Number((fraction ?? '').padEnd(2, '0')) };
}

const inArabic = () => language() === 'ar' && shown.digits === 'arabic';

/** `1,234.50`, negatives in parentheses; ١٬٢٣٤٫٥٠ when digits are set so. Without invisible marks. */
export function showMoney(halalas: number, arabic = inArabic()): string {
  const size = Math.abs(halalas);
  const text = `${groupDigits(Math.floor(size / 100))}.${String(size % 100).padStart(2, '0')}`;
  const digits = arabic ? toArabic(text) : text;
  return halalas < 0 ? `(${digits})` : digits;
}

/** A whole number with its thousands grouped. */
export function showNumber(n: number, arabic = inArabic()): string {
  return arabic ? toArabic(groupDigits(n)) : groupDigits(n);
}

/** A share of a whole in per cent with at most one decimal; null when there is no whole, because 0 % would be untrue. */
export function showPercent(part: number, whole: number): string | null {
  if (!whole) return null;
  const tenths = String(Math.round((part * 1000) / whole) / 10);
  return percent(inArabic() ? toArabic(tenths) : tenths);
}

/**
 * A written number with the sign of its language. In Arabic the sign stands to the left of the number, which a mark of
 * direction between the two says where no Arabic letter comes before.
 */
export function percent(written: string): string {
  return language() === 'ar' ? `${written}\u200F٪` : `${written}%`;
}

function toArabic(text: string): string {
  return arabicDigits(text).replace(/,/g, '٬').replace(/\./g, '٫');
}
