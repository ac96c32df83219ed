// Where the person is: `#/screen?question`. The place is in the address, so that back, forward and links work, and it is
// remembered per person, so that the program opens where it was left.
import type { Place } from './manifest';
import { keep, preference } from './preferences.svelte';
import { hasUnsaved, forgetUnsaved } from './unsaved.svelte';

export const HOME = 'home';

function read(hash: string): Place {
  const [path = '', question = ''] = hash.replace(/^#\/?/, '').split('?');
  const [screen = '', ...rest] = path.split('/').map(decodeURIComponent);
  return {
    screen: screen || HOME,
    rest: rest.filter(Boolean),
    query: Object.fromEntries(new URLSearchParams(question)),
  };
}

let current = $state<Place>(read(location.hash));
let standing = location.hash;
let wanted = $state<string | null>(null);

export const router = {
  get place(): Place {
    return current;
  },
  /** Where the person wants to go while something is unsaved; null when nothing has to be asked. */
  get wanted(): string | null {
    return wanted;
  },
};

/** The address of a screen, with the question (filters, tab) it was left with. */
export function addressOf(screen: string): string {
  const left = questions()[screen];
  return `#/${screen}${left ? `?${left}` : ''}`;
}

export function go(address: string): void {
  location.hash = address.startsWith('#') ? address : `#/${address}`;
}

/** Changes the question of this place without a new step in the history. An empty value leaves it. */
export function setQuery(changes: Record<string, string | undefined>): void {
  const query = new URLSearchParams(current.query);
  for (const [key, value] of Object.entries(changes)) {
    if (value) query.set(key, value);
    else query.delete(key);
  }
  const path = [current.screen, ...current.rest].map(encodeURIComponent).join('/');
  const question = query.toString();
  arrive(`#/${path}${question ? `?${question}` : ''}`);
  showAddress();
}

/**
 * Milliseconds between two changes of the address without a new step. WebKit refuses more than a hundred in thirty
 * seconds, and somebody who types into a search makes more.
 */
const REST = 350;
let shownAt = 0;
let waiting: ReturnType<typeof setTimeout>;

/** The address follows the place: at once, or as soon as it may. */
function showAddress(): void {
  clearTimeout(waiting);
  const before = location.hash;
  const write = () => {
    // Somebody went elsewhere in the meantime.
    if (location.hash !== before) return;
    shownAt = Date.now();
    history.replaceState(null, '', standing);
  };
  const rest = shownAt + REST - Date.now();
  if (rest <= 0) write();
  else waiting = setTimeout(write, rest);
}

/** The person decided to leave without saving. */
export function leaveAnyway(): void {
  const address = wanted;
  wanted = null;
  forgetUnsaved();
  if (address) location.hash = address;
}

export function stay(): void {
  wanted = null;
}

/** Goes back to where this person was when they left; to the first screen where that is not known. */
export function returnToLastPlace(): void {
  const last = preference('frame.place');
  if (location.hash.length > 2) arrive();
  else go(typeof last === 'string' ? last : HOME);
}

function questions(): Record<string, string> {
  const kept = preference('frame.questions');
  return typeof kept === 'object' && kept !== null ? (kept as Record<string, string>) : {};
}

/** What is remembered of a place: everything but `do`, which opens a window once. */
function lasting(hash: string): { address: string; question: string } {
  const [path = '', asked = ''] = hash.split('?');
  const kept = new URLSearchParams(asked);
  kept.delete('do');
  const question = kept.toString();
  return { address: question ? `${path}?${question}` : path, question };
}

function arrive(hash = location.hash): void {
  standing = hash;
  current = read(standing);
  // The gallery stands outside the frame; whoever was left there would find no way back.
  if (current.screen === 'gallery') return;
  const { address, question } = lasting(standing);
  keep('frame.place', address);
  if (current.rest.length === 0 && (questions()[current.screen] ?? '') !== question) {
    keep('frame.questions', { ...questions(), [current.screen]: question });
  }
}

window.addEventListener('hashchange', () => {
  if (location.hash === standing) return;
  if (hasUnsaved()) {
    wanted = location.hash;
    history.replaceState(null, '', standing || '#/');
    return;
  }
  arrive();
});
