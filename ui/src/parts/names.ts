// The parts of a name: the same rule as the kernel's, so that a form knows what a file will lack.
import { fold } from './fold';

const dropped = ['بن', 'ابن', 'بنت'];
const firstHalves = ['عبد', 'عبدرب', 'ابو', 'ابا', 'ابي', 'ام', 'ال', 'ذو'];
const secondHalves = ['الله', 'الدين'];

/** A name in its parts, folded, compounds in one: عبد الله is one part, بن is none. */
export function nameParts(name: string): string[] {
  const parts: string[] = [];
  for (const word of fold(name)
    .split(' ')
    .filter((one) => one !== '' && !dropped.includes(one))) {
    const before = parts.at(-1);
    if (before !== undefined && secondHalves.includes(word)) parts[parts.length - 1] = before + word;
    else parts.push(word);
  }
  for (let place = parts.length - 2; place >= 0; place -= 1)
    while (firstHalves.includes(parts[place] ?? '') && place + 1 < parts.length)
      parts[place] += parts.splice(place + 1, 1)[0] ?? '';
  return parts;
}
