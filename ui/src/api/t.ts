// The words of the interface. They live in locales/*.yml; words.ts is generated from there.
import { language } from './language.svelte';
import { plural } from './plural';
import { words } from './words';
import { groupDigits } from '../parts/digits';
import { onItsLine } from '../parts/marked';

export { language, setLanguage, type Language } from './language.svelte';

export type Args = Record<string, string | number>;

/** The words of a key in the language of the interface, `%{name}` filled in. A missing key shows itself, so that it is noticed. */
export function t(key: string, args: Args = {}): string {
  const sentence = words[language()][key] ?? key;
  return onItsLine(
    sentence.replace(/%\{(\w+)\}/g, (whole, name: string) => (name in args ? String(args[name]) : whole)),
  );
}

/** The words of a key in both languages at once: for looking something up, never for reading. */
export const inBoth = (key: string): string => `${words.ar[key] ?? ''} ${words.en[key] ?? ''}`;

/** Whether the key has words: for keys that are put together while running. */
export function has(key: string): boolean {
  return key in words.ar;
}

/** A counted noun: the key has the six endings zero, one, two, few, many, other; `%{n}` is the grouped number. */
export function tn(key: string, n: number, args: Args = {}): string {
  const chosen = `${key}.${plural(language(), n)}`;
  return t(has(chosen) ? chosen : `${key}.other`, { n: groupDigits(n), ...args });
}
