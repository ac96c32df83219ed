// What a table does with its rows, apart from drawing them: find, filter, sort, sum, export.
import type { Snippet } from 'svelte';
import { toHijri } from './calendar';
import { asMeant } from './as_meant';
import { fold } from './fold';
import type { Tone } from './types';

export type Cell = string | number | null;
export type Kind = 'text' | 'number' | 'money' | 'day' | 'moment' | 'code';

export type Column<Row> = {
  key: string;
  label: string;
  /** What is sorted, searched and exported. */
  value: (row: Row) => Cell;
  /** How it is drawn when there is no `cell`; `text` by default. */
  kind?: Kind;
  cell?: Snippet<[Row]>;
  /** A grid track such as `minmax(160px, 2fr)`; its least width must be in px. */
  width?: string;
  sortable?: boolean;
  /** Not shown until the person chooses it. */
  optional?: boolean;
  /** Cannot be hidden. */
  fixed?: boolean;
  /** Holds buttons: there is nothing to put in order, to find or to take along. */
  acts?: boolean;
  /** The figure under the column, over the rows shown. */
  total?: Cell | ((rows: Row[]) => Cell);
};

export type Sort = { key: string; down: boolean };
export type Filter<Row> = { key: string; label: string; test: (row: Row) => boolean; tone?: Tone };

/** What a list can be taken along as. */
export type Format = 'xlsx' | 'csv';

const TRACKS: Record<Kind, string> = {
  text: 'minmax(130px, 1.6fr)',
  number: 'minmax(90px, 0.8fr)',
  money: 'minmax(120px, 1fr)',
  day: 'minmax(190px, 1.2fr)',
  moment: 'minmax(160px, 1.1fr)',
  code: 'minmax(110px, 0.9fr)',
};

export function kindOf<Row>(column: Column<Row>): Kind {
  return column.kind ?? 'text';
}

export function isNumeric<Row>(column: Column<Row>): boolean {
  return column.kind === 'number' || column.kind === 'money';
}

/** Width of the column that selects rows, in px. */
export const PICK = 40;

/** The grid tracks of a table. Widths are given for text of the usual size; with larger text they grow as it does. */
export function tracksOf<Row>(columns: readonly Column<Row>[], selectable: boolean, scale: number): string {
  const tracks = columns.map((column) => column.width ?? TRACKS[kindOf(column)]);
  return grown(selectable ? [`${PICK}px`, ...tracks] : tracks, scale);
}

/** Grid tracks that are given for text of the usual size, for text so many times larger. */
export function grown(tracks: readonly string[], scale: number): string {
  const larger = (_: string, px: string) => `${Math.round(Number(px) * scale)}px`;
  return tracks.map((track) => (scale === 1 ? track : track.replace(/(\d+)px/g, larger))).join(' ');
}

const collator = new Intl.Collator('ar', { numeric: true, sensitivity: 'base' });

/** Rows in the order of a column; empty cells last whichever way; equal rows keep their order. */
export function sorted<Row>(rows: readonly Row[], column: Column<Row>, down: boolean): Row[] {
  const sign = down ? -1 : 1;
  const keyed = rows.map((row) => ({ row, key: column.value(row) }));
  keyed.sort((a, b) => {
    if (a.key === b.key) return 0;
    if (a.key === null || a.key === '') return b.key === null || b.key === '' ? 0 : 1;
    if (b.key === null || b.key === '') return -1;
    if (typeof a.key === 'number' && typeof b.key === 'number') return (a.key - b.key) * sign;
    return collator.compare(String(a.key), String(b.key)) * sign;
  });
  return keyed.map(({ row }) => row);
}

const SEPARATOR = '\u0001';

/** A value as somebody looking for it would type it: riyals, and days of both calendars. */
function asTyped(value: Cell, kind: Kind): string {
  if (value === null || kind === 'moment') return '';
  if (kind === 'money' && typeof value === 'number') return String(Math.floor(Math.abs(value) / 100));
  if (kind !== 'day' || typeof value !== 'string') return String(value);
  const hijri = toHijri(value);
  return hijri
    ? `${value} ${hijri.year} ${String(hijri.month).padStart(2, '0')} ${String(hijri.day).padStart(2, '0')}`
    : value;
}

/** The search form of everything a row shows; folded once per row, because a list is searched at every keystroke. */
export function searchTexts<Row extends object>(columns: readonly Column<Row>[]): (row: Row) => string {
  const known = new WeakMap<Row, string>();
  return (row) => {
    let text = known.get(row);
    if (text === undefined) {
      const cells = columns.map((column) => fold(asTyped(column.value(row), kindOf(column))));
      text = cells
        .map((cell) => (cell.includes(' ') ? `${cell}${SEPARATOR}${cell.replaceAll(' ', '')}` : cell))
        .join(SEPARATOR);
      known.set(row, text);
    }
    return text;
  };
}

export function found<Row>(rows: readonly Row[], query: string, textOf: (row: Row) => string): readonly Row[] {
  const wanted = fold(query);
  if (!wanted) return rows;
  const words = wanted.split(' ');
  if (words.length === 1) return rows.filter((row) => textOf(row).includes(wanted));
  const joined = wanted.replaceAll(' ', '');
  return rows.filter((row) => {
    const text = textOf(row);
    return words.every((word) => text.includes(word)) || text.includes(joined);
  });
}

/**
 * The search forms of all rows in one text, row after row: one native search passes over fifty thousand rows in the time
 * that asking each of them by itself takes for a few thousand.
 */
interface Heap {
  text: string;
  /** Where each row begins in the text; one more for the end. */
  starts: Int32Array;
}

/** Search forms hold no line break, so nothing is ever found across two rows. */
const END = '\n';

function heapOf<Row>(rows: readonly Row[], textOf: (row: Row) => string): Heap {
  const starts = new Int32Array(rows.length + 1);
  const texts = rows.map((row, i) => {
    const text = textOf(row);
    starts[i + 1] = starts[i] + text.length + END.length;
    return text;
  });
  return { text: texts.join(END), starts };
}

/** The places of the rows that hold a word, in their order. */
function placesOf({ text, starts }: Heap, word: string): Int32Array {
  const end = starts.length - 1;
  const places = new Int32Array(end);
  let count = 0;
  let row = 0;
  for (let at = text.indexOf(word); at >= 0; at = row < end ? text.indexOf(word, starts[row]) : -1) {
    // What is found often is found in the very next row; otherwise the row is looked for by halves.
    if (starts[row + 1] <= at) {
      let high = end;
      while (high - row > 1) {
        const middle = (row + high) >> 1;
        if (starts[middle] <= at) row = middle;
        else high = middle;
      }
    }
    places[count++] = row++;
  }
  return places.subarray(0, count);
}

/** As [`found`] finds, out of a heap. */
function foundIn<Row>(heap: Heap, rows: readonly Row[], wanted: string, textOf: (row: Row) => string): readonly Row[] {
  const [longest, ...rest] = wanted.split(' ').sort((a, b) => b.length - a.length);
  let places = placesOf(heap, longest);
  if (rest.length > 0) {
    const apart = places.filter((place) => rest.every((word) => textOf(rows[place]).includes(word)));
    const joined = placesOf(heap, wanted.replaceAll(' ', ''));
    places = Int32Array.from(new Set([...apart, ...joined])).sort();
  }
  const result = new Array<Row>(places.length);
  for (let i = 0; i < places.length; i += 1) result[i] = rows[places[i]];
  return result;
}

/** Most rows that are read again as they may have been meant, where none is found as it was typed. */
const MEANT = 5_000;

/** Fewer candidates than this are asked one by one. */
const FEW = 4_000;

export interface Finder<Row> {
  (rows: readonly Row[], query: string, textOf: (row: Row) => string): readonly Row[];
  /** Makes what a search needs while nobody waits for it. */
  prepare(rows: readonly Row[], textOf: (row: Row) => string): void;
}

/** Finds while somebody types: what a longer question finds lies among what the shorter one found. */
export function finder<Row extends object>(): Finder<Row> {
  type Known = { rows: readonly Row[]; textOf: (row: Row) => string };
  let last: (Known & { wanted: string; result: readonly Row[] }) | null = null;
  let kept: (Known & { heap: Heap }) | null = null;
  const heap = (rows: readonly Row[], textOf: (row: Row) => string) => {
    if (kept?.rows !== rows || kept.textOf !== textOf) kept = { rows, textOf, heap: heapOf(rows, textOf) };
    return kept.heap;
  };
  const find: Finder<Row> = (rows, query, textOf) => {
    const wanted = fold(query);
    const narrower =
      last && last.rows === rows && last.textOf === textOf && last.wanted && wanted.startsWith(last.wanted)
        ? last.result
        : rows;
    const plain = !wanted || narrower.length < FEW;
    const result = plain ? found(narrower, query, textOf) : foundIn(heap(rows, textOf), rows, wanted, textOf);
    last = { rows, textOf, wanted, result };
    return result.length > 0 || !wanted || rows.length > MEANT ? result : asMeant(rows, textOf, query);
  };
  find.prepare = (rows, textOf) => {
    if (rows.length >= FEW) heap(rows, textOf);
  };
  return find;
}

/** Rows that pass any of the filters that are on; all of them when none is. */
export function passing<Row>(
  rows: readonly Row[],
  filters: readonly Filter<Row>[],
  active: readonly string[],
): readonly Row[] {
  const on = filters.filter((filter) => active.includes(filter.key));
  return on.length ? rows.filter((row) => on.some((filter) => filter.test(row))) : rows;
}

/** How many rows a filter lets pass. */
export function countOf<Row>(rows: readonly Row[], test: (row: Row) => boolean): number {
  let count = 0;
  for (const row of rows) if (test(row)) count += 1;
  return count;
}

export function totalOf<Row>(column: Column<Row>, rows: Row[]): Cell {
  return typeof column.total === 'function' ? column.total(rows) : (column.total ?? null);
}
