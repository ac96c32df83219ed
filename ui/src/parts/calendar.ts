// Both calendars as plain numbers: no clock, no Intl (whose Hijri tables differ from one machine to the next).
// A day is an ISO text `yyyy-mm-dd`; inside, days since 1970-01-01.
import { FIRST_DAY, FIRST_YEAR, LAST_YEAR, MONTHS } from './umm_al_qura';

export type Ymd = { year: number; month: number; day: number };
export type Calendar = 'hijri' | 'gregorian';
/** Why three numbers are not a day. */
export type NoDay = 'range' | 'month' | 'day';

/** The first day of every month of the table, counted from its first day, and the end of the last one. */
const STARTS: number[] = [0];
for (const year of MONTHS) for (const days of year) STARTS.push(STARTS[STARTS.length - 1] + days);

const LAST_DAY = FIRST_DAY + STARTS[STARTS.length - 1] - 1;

/** Days of a Hijri month (1-12) of the table, 1343-1500; 0 outside. */
export function hijriMonthLength(year: number, month: number): number {
  return MONTHS[year - FIRST_YEAR]?.[month - 1] ?? 0;
}

/** Days of a Gregorian month (1-12). */
export function gregorianMonthLength(year: number, month: number): number {
  return new Date(Date.UTC(2000, month, 0)).getUTCDate() - (month === 2 && !isLeap(year) ? 1 : 0);
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days since 1970-01-01 of a Gregorian day; the numbers must be a day that exists. */
export function dayNumber({ year, month, day }: Ymd): number {
  return Math.round(new Date(0).setUTCFullYear(year, month - 1, day) / 86_400_000);
}

export function ymdOf(number: number): Ymd {
  const date = new Date(number * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

const two = (n: number) => String(n).padStart(2, '0');

export function isoOf(number: number): string {
  const { year, month, day } = ymdOf(number);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** Days since 1970-01-01 of an ISO day. */
export function numberOf(iso: string): number {
  const [year, month, day] = iso.split('-').map(Number);
  return dayNumber({ year, month, day });
}

/** The Hijri day of a Gregorian one, or null outside 1924-08-01 … 2077-11-16. */
export function hijriOf(number: number): Ymd | null {
  if (number < FIRST_DAY || number > LAST_DAY) return null;
  const offset = number - FIRST_DAY;
  let low = 0;
  let high = STARTS.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (STARTS[middle] <= offset) low = middle;
    else high = middle - 1;
  }
  return { year: FIRST_YEAR + Math.floor(low / 12), month: (low % 12) + 1, day: offset - STARTS[low] + 1 };
}

/** The day number of a Hijri day; in this order the year, the month and the day are looked at. */
export function fromHijri({ year, month, day }: Ymd): number | NoDay {
  if (year < FIRST_YEAR || year > LAST_YEAR) return 'range';
  if (month < 1 || month > 12) return 'month';
  if (day < 1 || day > hijriMonthLength(year, month)) return 'day';
  return FIRST_DAY + STARTS[(year - FIRST_YEAR) * 12 + month - 1] + day - 1;
}

/** The day number of a Gregorian day. */
export function fromGregorian({ year, month, day }: Ymd): number | NoDay {
  if (month < 1 || month > 12) return 'month';
  if (day < 1 || day > gregorianMonthLength(year, month)) return 'day';
  return dayNumber({ year, month, day });
}

/** The Hijri form of an ISO day, or null outside the table. */
export function toHijri(iso: string): Ymd | null {
  return hijriOf(numberOf(iso));
}

export function addDays(iso: string, days: number): string {
  return isoOf(numberOf(iso) + days);
}

/** 0 Sunday … 6 Saturday. The week begins on Sunday; Friday and Saturday are its end. */
export function weekday(number: number): number {
  return (((number + 4) % 7) + 7) % 7;
}

/** The civil day in Riyadh (UTC+3 all year) of an instant in microseconds. */
export function dayOfMoment(micros: number): string {
  return isoOf(Math.floor((micros / 1000 + 3 * 3_600_000) / 86_400_000));
}

export function todayIso(): string {
  return dayOfMoment(Date.now() * 1000);
}

/** A month of either calendar, and months before or after it. */
export type Month = { calendar: Calendar; year: number; month: number };

export function monthOf(number: number, calendar: Calendar): Month {
  const ymd = calendar === 'hijri' ? hijriOf(number) : null;
  if (ymd) return { calendar: 'hijri', year: ymd.year, month: ymd.month };
  const { year, month } = ymdOf(number);
  return { calendar: 'gregorian', year, month };
}

export function monthsAway({ calendar, year, month }: Month, by: number): Month {
  const index = year * 12 + month - 1 + by;
  return { calendar, year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 };
}

export function monthLength({ calendar, year, month }: Month): number {
  return calendar === 'hijri' ? hijriMonthLength(year, month) : gregorianMonthLength(year, month);
}

/** The first day of a month; null when the Hijri table does not reach it. */
export function monthStart({ calendar, year, month }: Month): number | null {
  const start = calendar === 'hijri' ? fromHijri({ year, month, day: 1 }) : fromGregorian({ year, month, day: 1 });
  return typeof start === 'number' ? start : null;
}
