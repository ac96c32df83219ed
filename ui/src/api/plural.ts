/** The six plural categories of CLDR. */
export type Plural = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';

/**
 * The plural category of a count: Arabic by CLDR 48, English has only one and other.
 * A fraction, or anything that is not a count, is `other`.
 */
export function plural(language: 'ar' | 'en', n: number): Plural {
  if (!Number.isInteger(n)) return 'other';
  if (language === 'en') return n === 1 ? 'one' : 'other';
  if (n === 0) return 'zero';
  if (n === 1) return 'one';
  if (n === 2) return 'two';
  const rest = Math.abs(n) % 100;
  return rest >= 3 && rest <= 10 ? 'few' : rest >= 11 ? 'many' : 'other';
}
