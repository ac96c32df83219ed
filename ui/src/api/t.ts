// The words of the interface. They live in locales/*.yml; words.ts is generated from there.
import { language } from './language.svelte';
import { plural } from './plural';
import { words } from './words';
import { groupDigits } from '../parts/digits';
import { onItsLine } from '../parts/marked';

export { language, setLanguage, type Language } from './language.svelte';

export type Args = Record<string, string | number>;

/** Every key that has words. */
export type WordKey = keyof typeof words.ar;

/** The keys of counted nouns, without their six endings. */
type Counted<K extends string> = K extends `${infer Noun}.many` ? Noun : never;

/** A type that holds many texts: `loan.what.${string}`, but not `loan.what.repaid`. */
type Open<K extends string> = Record<never, never> extends Record<K, 1> ? K : never;

/**
 * A key written whole must have words; of one that is put together while running (`loan.what.${kind}`) there must be
 * words of that form.
 */
export type Known<K extends string> = K extends WordKey
  ? K
  : [Extract<WordKey, Open<K>>] extends [never]
    ? never
    : string extends K
      ? never
      : K;

/** The words of a key in the language of the interface, `%{name}` filled in. A missing key shows itself, so that it is noticed. */
export function t<const K extends string>(key: K & Known<K>, args: Args = {}): string {
  const sentence = wordsOf(key) ?? key;
  return onItsLine(
    sentence.replace(/%\{(\w+)\}/g, (whole, name: string) => (name in args ? String(args[name]) : whole)),
  );
}

/** The words of a key in both languages at once: for looking something up, never for reading. */
export const inBoth = (key: WordKey): string => `${words.ar[key]} ${words.en[key]}`;

function wordsOf(key: string): string | undefined {
  return has(key) ? words[language()][key] : undefined;
}

/** Whether the key has words: for keys that are put together while running. */
export function has(key: string): key is WordKey {
  return key in words.ar;
}

/** Whether the key is that of a counted noun. */
export function isCounted(key: string): key is Counted<WordKey> {
  return has(`${key}.many`);
}

/** A counted noun: the key has the six endings zero, one, two, few, many, other; `%{n}` is the grouped number. */
export function tn(key: Counted<WordKey>, n: number, args: Args = {}): string {
  return t(`${key}.${plural(language(), n)}`, { n: groupDigits(n), ...args });
}
