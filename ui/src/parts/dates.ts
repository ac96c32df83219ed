// Typed dates understood, known dates shown. Words (month names) come from the locales.
import { language, t } from '../api/t';
import {
  type Calendar,
  dayOfMoment,
  fromGregorian,
  fromHijri,
  hijriOf,
  isoOf,
  type NoDay,
  numberOf,
  type Ymd,
  weekday,
  ymdOf,
} from './calendar';
import { arabicDigits, tidy } from './digits';
import { shown } from './shown.svelte';

/** Why a typed text is not a date. `parts.date.<reason>` has the words. */
export type DateProblem = 'empty' | 'format' | 'year' | 'calendar' | NoDay;
export type Typed = { iso: string; calendar: Calendar } | { problem: DateProblem };

/** Reads a typed date of either calendar: year first or last, `/` `-` `.` or spaces, a final ه or م, digits of any kind. */
export function parseDate(text: string): Typed {
  let rest = tidy(text)
    .replace(/\u0640/g, '')
    .trim();
  if (!rest) return { problem: 'empty' };
  let sign: Calendar | null = null;
  if (rest.endsWith('ه')) sign = 'hijri';
  if (rest.endsWith('م')) sign = 'gregorian';
  if (sign) rest = rest.slice(0, -1).trimEnd();

  const runs = /^(\d+)(?: *([/.-]) *(\d+) *\2 *(\d+)| +(\d+) +(\d+))$/.exec(rest);
  if (!runs) return { problem: 'format' };
  const numbers = [runs[1], runs[3] ?? runs[5], runs[4] ?? runs[6]];
  const yearFirst = numbers[0].length === 4;
  const yearLast = numbers[2].length === 4;
  if (yearFirst === yearLast) return { problem: 'year' };
  const [y, m, d] = yearFirst ? numbers : [numbers[2], numbers[1], numbers[0]];
  if (m.length > 2 || d.length > 2) return { problem: 'year' };

  const ymd: Ymd = { year: Number(y), month: Number(m), day: Number(d) };
  const calendar: Calendar | null =
    ymd.year >= 1300 && ymd.year <= 1600 ? 'hijri' : ymd.year >= 1900 && ymd.year <= 2100 ? 'gregorian' : null;
  if (!calendar) return { problem: 'year' };
  if (sign && sign !== calendar) return { problem: 'calendar' };
  const day = calendar === 'hijri' ? fromHijri(ymd) : fromGregorian(ymd);
  return typeof day === 'number' ? { iso: isoOf(day), calendar } : { problem: day };
}

const slashed = ({ year, month, day }: Ymd) =>
  `${year}/${String(month).padStart(2, '0')}/${String(day).padStart(2, '0')}`;

/** Digits of a date: ٠-٩ in Arabic unless the setting says otherwise; English always 0-9. */
export function dateDigits(text: string): string {
  return language() === 'ar' && shown.dateDigits === 'arabic' ? arabicDigits(text) : text;
}

/** `١٤٤٨/٠٦/١١هـ`, in English `1448/06/11 AH`; empty outside the table. */
export function showHijri(iso: string): string {
  const hijri = hijriOf(numberOf(iso));
  return hijri ? dateDigits(slashed(hijri)) + t('parts.date.hijri_sign') : '';
}

/** `2026/11/21`; ٠-٩ only when all digits are Arabic-Indic. */
export function showGregorian(iso: string): string {
  const text = slashed(ymdOf(numberOf(iso)));
  return language() === 'ar' && shown.digits === 'arabic' ? arabicDigits(text) : text;
}

export function monthName(calendar: Calendar, month: number): string {
  return t(`parts.${calendar}.${month}`);
}

export function weekdayName(iso: string): string {
  return t(`parts.weekday.${weekday(numberOf(iso))}`);
}

/** `١١ جمادى الآخرة ١٤٤٨هـ` or `21 نوفمبر 2026م`. */
export function showLong(iso: string, calendar: Calendar): string {
  const number = numberOf(iso);
  const ymd = calendar === 'hijri' ? hijriOf(number) : ymdOf(number);
  if (!ymd) return '';
  const text = `${ymd.day} ${monthName(calendar, ymd.month)} ${ymd.year}`;
  if (calendar === 'hijri') return dateDigits(text) + t('parts.date.hijri_sign');
  return (
    (language() === 'ar' && shown.digits === 'arabic' ? arabicDigits(text) : text) + t('parts.date.gregorian_sign')
  );
}

/** The time of day in Riyadh, `14:20`, of an instant in microseconds. */
export function showTime(micros: number, seconds = false): string {
  const day = 86_400_000;
  const ms = (((Math.floor(micros / 1000) + 3 * 3_600_000) % day) + day) % day;
  const pad = (n: number) => String(Math.floor(n)).padStart(2, '0');
  const text = `${pad(ms / 3_600_000)}:${pad((ms / 60_000) % 60)}${seconds ? `:${pad((ms / 1000) % 60)}` : ''}`;
  return language() === 'ar' && shown.digits === 'arabic' ? arabicDigits(text) : text;
}

/** Day (in the first calendar of the setting) and time of an instant. */
export function showMoment(micros: number, seconds = false): string {
  const iso = dayOfMoment(micros);
  const day = (shown.calendar === 'hijri' && showHijri(iso)) || showGregorian(iso);
  return `${day} ${showTime(micros, seconds)}`;
}
