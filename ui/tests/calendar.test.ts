import { describe, expect, it } from 'vitest';
import {
  addDays,
  dayOfMoment,
  fromHijri,
  hijriOf,
  isoOf,
  monthOf,
  monthsAway,
  monthStart,
  numberOf,
  weekday,
} from '../src/parts/calendar';
import { parseDate, showGregorian, showHijri } from '../src/parts/dates';
import { vectors } from './vectors';

const slashed = (iso: string) => {
  const hijri = hijriOf(numberOf(iso));
  return hijri ? [hijri.year, hijri.month, hijri.day].map((n) => String(n).padStart(2, '0')).join('/') : '';
};

describe('the Umm al-Qura table', () => {
  it.each(vectors('hijri'))('$hijri $verdict', ({ hijri, verdict, gregorian, reason }) => {
    const [year, month, day] = hijri.split('/').map(Number);
    const read = fromHijri({ year, month, day });
    if (verdict === 'invalid') return expect(read).toBe(reason);
    expect(typeof read === 'number' ? isoOf(read) : read).toBe(gregorian);
    expect(slashed(gregorian), 'and back').toBe(hijri);
  });

  it('gives every day from its first to its last exactly one Hijri day, each the successor of the one before', () => {
    let before = hijriOf(numberOf('1924-08-01'))!;
    for (let n = numberOf('1924-08-02'); n <= numberOf('2077-11-16'); n++) {
      const now = hijriOf(n)!;
      const next =
        now.day === before.day + 1 ||
        (now.day === 1 && (now.month === before.month + 1 || (now.month === 1 && now.year === before.year + 1)));
      if (!next || fromHijri(now) !== n)
        expect.unreachable(`${isoOf(n)} is ${JSON.stringify(now)} after ${JSON.stringify(before)}`);
      before = now;
    }
    expect(before).toEqual({ year: 1500, month: 12, day: 30 });
    expect(hijriOf(numberOf('1924-07-31'))).toBeNull();
    expect(hijriOf(numberOf('2077-11-17'))).toBeNull();
  });
});

describe('typed dates', () => {
  it.each(vectors('dates_typed'))('$input $note', ({ input, verdict, calendar, hijri, gregorian, reason }) => {
    const read = parseDate(input);
    if (verdict === 'refused') return expect(read).toEqual({ problem: reason });
    expect(read).toEqual({ iso: gregorian, calendar });
    expect(slashed(gregorian)).toBe(hijri);
  });
});

describe('days, weeks and months', () => {
  it('knows the weekday, the week beginning on Sunday', () => {
    expect(weekday(numberOf('2026-11-21')), 'a Saturday').toBe(6);
    expect(weekday(numberOf('1924-08-01')), 'a Friday before 1970').toBe(5);
  });

  it('steps over the ends of months and years in both calendars', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(monthsAway({ calendar: 'hijri', year: 1448, month: 12 }, 1)).toEqual({
      calendar: 'hijri',
      year: 1449,
      month: 1,
    });
    expect(monthsAway({ calendar: 'gregorian', year: 2027, month: 1 }, -13)).toEqual({
      calendar: 'gregorian',
      year: 2025,
      month: 12,
    });
    expect(isoOf(monthStart({ calendar: 'hijri', year: 1448, month: 6 })!)).toBe('2026-11-11');
    expect(monthStart({ calendar: 'hijri', year: 1501, month: 1 }), 'the table ends').toBeNull();
    expect(monthOf(numberOf('1920-01-01'), 'hijri'), 'before the table: Gregorian').toEqual({
      calendar: 'gregorian',
      year: 1920,
      month: 1,
    });
  });

  it('takes the day of an instant in Riyadh, three hours ahead', () => {
    expect(dayOfMoment(Date.UTC(2026, 10, 20, 21, 0) * 1000)).toBe('2026-11-21');
    expect(dayOfMoment(Date.UTC(2026, 10, 20, 20, 59) * 1000)).toBe('2026-11-20');
  });

  it('shows ١٤٤٨/٠٦/١١هـ and 2026/11/21', () => {
    expect(showHijri('2026-11-21')).toBe('١٤٤٨/٠٦/١١هـ');
    expect(showGregorian('2026-11-21')).toBe('2026/11/21');
    expect(showHijri('1920-01-01')).toBe('');
  });
});
