// A list that is here whole, searched as the office searches: as it was typed, and where that finds nothing, as it was meant.
import { fold, matches } from './fold';
import { heard, otherLayout } from './readings';

/** Letters a near spelling must have: fewer could mean anything. */
const LONG = 3;

/** What of a list a question finds: as typed, else as the other keyboard layout has it, else what is heard alike. */
export function asMeant<One>(list: readonly One[], textOf: (one: One) => string, typed: string): One[] {
  for (const asked of [typed, ...otherLayout(typed)]) {
    const found = list.filter((one) => matches(textOf(one), asked));
    if (found.length > 0) return found;
  }
  if (fold(typed).length < LONG) return [];
  const words = heard(typed).split(' ');
  return list.filter((one) => {
    const text = heard(textOf(one));
    return words.every((word) => text.includes(word));
  });
}
