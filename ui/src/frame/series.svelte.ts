// The list a record was opened from, so that a key leads to the next record without going back to it.
import { go, router } from './router.svelte';

let addresses: readonly string[] = [];

/** Opens one of the rows a list shows, and remembers the others in their order. */
export function openAmong<Row>(rows: readonly Row[], row: Row, addressOf: (row: Row) => string): void {
  addresses = rows.map(addressOf);
  go(addressOf(row));
}

/** The address `step` rows on from the record that is shown; null at the ends, and where it was opened otherwise. */
export function neighbour(step: 1 | -1): string | null {
  const here = [router.place.screen, ...router.place.rest].join('/');
  const at = addresses.indexOf(here);
  return at < 0 ? null : (addresses[at + step] ?? null);
}
