// What the rail lists and which of its groups are open. Pure, so that thirty entries can be tried before they exist.
import type { IconName } from '../parts/icons';
import { groups, type Group } from './manifest';

export interface RailEntry {
  screen: string;
  name: string;
  icon: IconName;
  group?: Group;
  /** How much waits there. */
  count: number;
}

export interface RailGroup {
  group: Group;
  entries: RailEntry[];
  /** What waits in the whole group: told on its head while it is folded. */
  count: number;
}

/** As many entries stand open at once without a choice of the person's: a low window still shows them all. */
const CALM = 16;

export function grouped(entries: readonly RailEntry[]): RailGroup[] {
  return groups
    .map((group) => {
      const members = entries.filter((entry) => entry.group === group);
      return { group, entries: members, count: members.reduce((sum, entry) => sum + entry.count, 0) };
    })
    .filter(({ entries }) => entries.length > 0);
}

/** Which groups are folded before the person has folded any: all of a long rail, none of a short one. */
export const foldedAtFirst = (entries: readonly RailEntry[]): Group[] => (entries.length > CALM ? [...groups] : []);

/** What was kept, as far as it still names groups; null where nothing was. */
export const keptFolds = (kept: unknown): Group[] | null =>
  Array.isArray(kept) ? groups.filter((group) => kept.includes(group)) : null;

/** Where the keys of the rail lead from one of `count` places; null for a key that is not the rail's. */
export function moved(code: string, at: number, count: number): number | null {
  switch (code) {
    case 'ArrowDown':
      return at + 1 >= count ? 0 : at + 1;
    case 'ArrowUp':
      return at <= 0 ? count - 1 : at - 1;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
