// The words of the interface. They live in locales/*.yml; words.ts is generated from there.
import { language } from './language.svelte';
import { plural } from './plural';
import { words } from './words';
import { groupDigits } from '../parts/digits';

export { language, setLanguage, type Language } from './language.svelte';

export type Args = Record<string, string | number>;

/** A letter that bears a mark at the very end. WebKit on Linux draws such a word above its line; a space that stays with it helps. */
const MARKED_END = /(?:\u0644[\u064B-\u0652]+\u0627|[\u064B-\u0652\u0670])$/;

/** The words of a key in the language of the interface, `%{name}` filled in. A missing key shows itself, so that it is noticed. */
export function t(key: string, args: Args = {}): string {
  const sentence = words[language()][key] ?? key;
  const filled = sentence.replace(/%\{(\w+)\}/g, (whole, name: string) => (name in args ? String(args[name]) : whole));
  return MARKED_END.test(filled) ? `${filled}\u00A0` : filled;
}

/** Whether the key has words: for keys that are put together while running. */
export function has(key: string): boolean {
  return key in words.ar;
}

/** A counted noun: the key has the six endings zero, one, two, few, many, other; `%{n}` is the grouped number. */
export function tn(key: string, n: number, args: Args = {}): string {
  const chosen = `${key}.${plural(language(), n)}`;
  return t(has(chosen) ? chosen : `${key}.other`, { n: groupDigits(n), ...args });
}
