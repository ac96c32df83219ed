// The stretch of days a page of the books looks at: from the address, or this fiscal year so far.
import { todayIso } from '../parts/calendar';

export interface Span {
  from: string;
  until: string;
}

/** Stretches a person asks for by name. */
export const presets = ['month', 'year', 'last_year', 'twelve'] as const;
export type Preset = (typeof presets)[number];

export function spanOf(preset: Preset, today = todayIso()): Span {
  const [year, month] = today.split('-');
  const before = String(Number(year) - 1);
  switch (preset) {
    case 'month':
      return { from: `${year}-${month}-01`, until: today };
    case 'year':
      return { from: `${year}-01-01`, until: today };
    case 'last_year':
      return { from: `${before}-01-01`, until: `${before}-12-31` };
    case 'twelve':
      // The month after this one a year ago begins the twelve.
      return {
        from: month === '12' ? `${year}-01-01` : `${before}-${String(Number(month) + 1).padStart(2, '0')}-01`,
        until: today,
      };
  }
}

const isDay = (text: string | undefined): text is string => text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text);

/** The days an address asks for; this fiscal year so far where it names none, or names them the wrong way round. */
export function asked(query: Record<string, string>, today = todayIso()): Span {
  const year = spanOf('year', today);
  const until = isDay(query['until']) ? query['until'] : year.until;
  const from = isDay(query['from']) ? query['from'] : `${until.slice(0, 4)}-01-01`;
  return from <= until ? { from, until } : { from: `${until.slice(0, 4)}-01-01`, until };
}

/** The name of a stretch, where it has one. */
export function presetOf(span: Span, today = todayIso()): Preset | null {
  return (
    presets.find((preset) => {
      const named = spanOf(preset, today);
      return named.from === span.from && named.until === span.until;
    }) ?? null
  );
}
