// How else a question may be read: typed with the other keyboard layout, or spelled nearly so. The same rules as the
// kernel's (`arabic::readings`), proven by the same vectors.
import { fold } from './fold';

/** The Arabic (101) layout over the American one, key by key; one key types two letters. */
const KEYS: [latin: string, arabic: string][] = [
  ['`', 'ذ'],
  ['q', 'ض'],
  ['w', 'ص'],
  ['e', 'ث'],
  ['r', 'ق'],
  ['t', 'ف'],
  ['y', 'غ'],
  ['u', 'ع'],
  ['i', 'ه'],
  ['o', 'خ'],
  ['p', 'ح'],
  ['[', 'ج'],
  [']', 'د'],
  ['a', 'ش'],
  ['s', 'س'],
  ['d', 'ي'],
  ['f', 'ب'],
  ['g', 'ل'],
  ['h', 'ا'],
  ['j', 'ت'],
  ['k', 'ن'],
  ['l', 'م'],
  [';', 'ك'],
  ["'", 'ط'],
  ['z', 'ئ'],
  ['x', 'ء'],
  ['c', 'ؤ'],
  ['v', 'ر'],
  ['b', 'لا'],
  ['n', 'ى'],
  ['m', 'ة'],
  [',', 'و'],
  ['.', 'ز'],
  ['/', 'ظ'],
];
const SHIFTED: [latin: string, arabic: string][] = [
  ['H', 'أ'],
  ['Y', 'إ'],
  ['N', 'آ'],
  ['G', 'لأ'],
  ['T', 'لإ'],
  ['B', 'لآ'],
  ['J', 'ـ'],
];
const toArabic = new Map([...KEYS, ...SHIFTED]);
const toLatin = new Map(
  [...KEYS, ...SHIFTED]
    .filter(([, arabic]) => arabic.length === 1)
    .map(([latin, arabic]) => [arabic, latin.toLowerCase()]),
);

/**
 * What the same keys would have typed with the other layout; nothing where both scripts stand in the text, or neither.
 * «لا» may have been one key or two, so that there can be two readings.
 */
export function otherLayout(text: string): string[] {
  const arabic = /[\u0621-\u064A]/.test(text);
  const latin = /[A-Za-z]/.test(text);
  if (arabic === latin) return [];
  if (latin) return [[...text].map((key) => toArabic.get(key) ?? toArabic.get(key.toLowerCase()) ?? key).join('')];
  const keys = (whole: string) => [...whole].map((letter) => toLatin.get(letter) ?? letter).join('');
  const apart = keys(text);
  const asOne = keys(text.replaceAll('لا', 'b'));
  return asOne === apart ? [apart] : [asOne, apart];
}

/** Letters people exchange, in the search form. */
const EXCHANGED = ['ضظ', 'سصث', 'تط', 'ذزظ', 'قغ'];
/** How words end that are heard alike: نورة, نورا, نورى. */
const ENDS = 'اهي';

/** The search form of a text with one letter in place of all that are exchanged for it: near spellings become one. */
export function heard(text: string): string {
  return fold(text)
    .split(' ')
    .map((word) => {
      const letters = [...word].map((letter) => EXCHANGED.find((group) => group.includes(letter))?.[0] ?? letter);
      if (letters.length >= 4 && ENDS.includes(letters.at(-1) ?? ' ')) letters[letters.length - 1] = 'ه';
      return letters.join('');
    })
    .join(' ');
}
