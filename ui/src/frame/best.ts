// Which row of the palette is meant. The exact name or number comes first, whatever heading it stands under.
import { fold, heard, otherLayout } from '../parts';
import type { WordKey } from '../api/t';
import type { Found } from './manifest';

/** From the best down; a row the office found for a reason that does not show (a telephone number) comes last. */
const EXACT = 0;
const WHOLE_WORDS = 1;
const BEGINS = 2;
const EACH_BEGINS = 3;
const EACH_STANDS = 4;
const HEARD = 5;
const TOLD = 6;

const joined = (text: string) => fold(text).replaceAll(' ', '');

/** How well a row answers a question in its search form; less is better, null is not at all. */
function rank(found: Found, asked: string): number | null {
  const title = fold(found.title);
  const together = asked.replaceAll(' ', '');
  if (title === asked || found.numbers?.some((number) => number && joined(number) === together)) return EXACT;
  if (title.startsWith(`${asked} `) || ` ${fold(found.also ?? '')} `.includes(` ${asked} `)) return WHOLE_WORDS;
  if (title.startsWith(asked)) return BEGINS;
  const said = [
    title,
    fold(found.note ?? ''),
    fold(found.also ?? ''),
    ...(found.numbers ?? []).map((one) => joined(one ?? '')),
  ];
  const words = said.join(' ');
  const wanted = asked.split(' ');
  if (wanted.every((word) => ` ${words}`.includes(` ${word}`))) return EACH_BEGINS;
  if (wanted.every((word) => words.includes(word)) || joined(found.title).includes(together)) return EACH_STANDS;
  if (heard(found.title).includes(heard(asked))) return HEARD;
  return null;
}

/** The question as typed, then as the other keyboard layout would have it; each in its search form. */
export const questions = (query: string): string[] => [query, ...otherLayout(query)].map(fold).filter(Boolean);

/** How well a row answers, read in whichever way answers best; a way that was not typed counts for less. */
export function rankOf(found: Found, query: string): number | null {
  const ranks = questions(query).flatMap((asked, read) => {
    const of = rank(found, asked);
    return of === null ? [] : [of + (read > 0 ? HEARD : 0)];
  });
  return ranks.length > 0 ? Math.min(...ranks) : null;
}

export interface Section {
  /** Key of its heading. */
  words: WordKey;
  found: Found[];
  /** Whether the office looked for these: they belong here even where it does not show why. */
  told: boolean;
}

/** The sections with what fits, the best row first of all: within its section, and its section before the others. */
export function best(sections: readonly Section[], query: string): Section[] {
  if (questions(query).length === 0) return sections.filter(({ found }) => found.length > 0);
  return sections
    .map((section) => {
      const ranked = section.found
        .map((found) => ({ found, rank: rankOf(found, query) ?? (section.told ? TOLD : null) }))
        .filter((one): one is { found: Found; rank: number } => one.rank !== null)
        .sort((one, other) => one.rank - other.rank);
      return { rank: ranked[0]?.rank ?? Infinity, section: { ...section, found: ranked.map(({ found }) => found) } };
    })
    .filter(({ section }) => section.found.length > 0)
    .sort((one, other) => one.rank - other.rank)
    .map(({ section }) => section);
}

/** The words of a title, each with whether the question named it. */
export function marked(title: string, query: string): { word: string; hit: boolean }[] {
  const asked = questions(query).flatMap((question) => question.split(' '));
  return title.split(/(\s+)/).map((word) => {
    const folded = fold(word);
    return { word, hit: folded !== '' && asked.some((part) => folded.includes(part)) };
  });
}
