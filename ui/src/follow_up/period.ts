// The quarter a day lies in, in the calendar that is shown.
import { shown } from '../parts';
import { fromHijri, isoOf, toHijri } from '../parts/calendar';

/** The first day of the quarter: of the Hijri year where that calendar leads, of the civil one elsewhere. */
export function quarterOf(iso: string): string {
  const hijri = shown.calendar === 'hijri' ? toHijri(iso) : null;
  if (hijri) {
    const first = fromHijri({ year: hijri.year, month: Math.floor((hijri.month - 1) / 3) * 3 + 1, day: 1 });
    if (typeof first === 'number') return isoOf(first);
  }
  const month = Math.floor((Number(iso.slice(5, 7)) - 1) / 3) * 3 + 1;
  return `${iso.slice(0, 4)}-${String(month).padStart(2, '0')}-01`;
}
