// A list's filters are its address: back, forward, a reload and an address that is sent give the same list.
import type { Option, Sort, Tag } from '../../parts';
import { router, setQuery } from '../router.svelte';

/** A chip over a list: on, it puts a value into the address. */
export interface ListTag extends Omit<Tag, 'key'> {
  /** The word of the address it changes. */
  query: string;
  /** What stands there while it is on. */
  value: string;
  /** Several values of this word may be on at once. */
  many?: boolean;
}

/** A choice of one among many, over a list. */
export interface ListPick {
  query: string;
  label: string;
  options: Option[];
  /** What it says while nothing is chosen. */
  placeholder: string;
}

/** A chip that is on or off. */
export const on = (query: string) => ({ query, value: '1' });

const keyOf = (tag: ListTag) => `${tag.query}=${tag.value}`;

/** What a word of the address holds: one value, or several between commas. */
export function asked(query: string): string[] {
  return (router.place.query[query] ?? '').split(',').filter(Boolean);
}

export const chips = (tags: readonly ListTag[]): Tag[] => tags.map((tag) => ({ ...tag, key: keyOf(tag) }));

export function chipsOn(tags: readonly ListTag[]): string[] {
  return tags.filter((tag) => asked(tag.query).includes(tag.value)).map(keyOf);
}

/** Puts the chips that are on into the address. Of two that exclude each other the one pressed last stays. */
export function turnChips(tags: readonly ListTag[], chosen: readonly string[]): void {
  const before = chipsOn(tags);
  const changes: Record<string, string | undefined> = {};
  for (const word of new Set(tags.map((tag) => tag.query))) {
    const on = tags.filter((tag) => tag.query === word && chosen.includes(keyOf(tag)));
    const kept = on.every((tag) => tag.many) ? on : on.filter((tag) => !before.includes(keyOf(tag)) || on.length === 1);
    changes[word] = kept.map((tag) => tag.value).join(',') || undefined;
  }
  setQuery(changes);
}

/** The order a list is asked for in: by a column, by its key. */
export interface Order {
  by: string;
  down: boolean;
}

/** The order the address asks for; null for the list's own. */
export function orderAsked(): Order | null {
  const { sort, down } = router.place.query;
  return sort ? { by: sort, down: !!down } : null;
}

export const setOrder = (sort: Sort | null) => setQuery({ sort: sort?.key, down: sort?.down ? '1' : undefined });

/** The words of the address a list of its own place keeps when its filters are cleared: which tab, which screen. */
const STAYS = ['tab', 'do'];

/** The question of this place as it is kept under a name. */
export function questionNow(): string {
  const kept = new URLSearchParams(router.place.query);
  kept.delete('do');
  return kept.toString();
}

/** This place without any filter. */
export function placeWithoutFilters(): string {
  const kept = new URLSearchParams(
    Object.entries(router.place.query).filter(([word]) => STAYS.includes(word) && word !== 'do'),
  ).toString();
  return placeWith(kept);
}

/** This place with another question. */
export function placeWith(question: string): string {
  const path = [router.place.screen, ...router.place.rest].map(encodeURIComponent).join('/');
  return question ? `${path}?${question}` : path;
}
