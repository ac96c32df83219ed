// What other people write reaches this screen: the views it touched are asked for again. Where the person is in the middle
// of something nothing moves under their hands: they are told, and decide.
import { announce, isOwn } from '../api/call';
import { views as viewsOf, type View } from '../api/generated';
import { host } from '../host';
import { hasUnsaved } from './unsaved.svelte';

/** Milliseconds in which several writes become one reload. */
const GATHER = 250;
/** How often it is looked whether the person is done, in milliseconds. */
const LOOK = 500;
/** Milliseconds after the last letter for which somebody counts as typing. */
const TYPING = 4_000;

const every = [...new Set(Object.values(viewsOf).flat())] as View[];

let waiting = new Set<View>();
/** Whether something may have been touched while nobody listened. */
let deaf = false;
let held = $state(false);
let typedAt = 0;

/** Whether something changed elsewhere that this screen does not show yet, because the person is at work on it. */
export const changed = {
  get elsewhere(): boolean {
    return held;
  },
};

/** Whether the person is in the middle of something: a form with changes, a window over the page, a field being typed into. */
function busy(): boolean {
  const writes = Date.now() - typedAt < TYPING;
  return writes || hasUnsaved() || document.querySelector('main dialog[open]') !== null;
}

/** Shows what changed elsewhere now. */
export function refreshNow(): void {
  const touched = [...waiting];
  waiting = new Set();
  held = false;
  announce(touched);
}

function settle(): void {
  if (waiting.size === 0) return;
  if (busy()) held = true;
  else refreshNow();
}

/** Listens for as long as the person is at this screen; returns how to stop. */
export function listen(): () => void {
  if (deaf) announce(every);
  deaf = false;
  let timer: ReturnType<typeof setTimeout>;
  const stop = host.listen(({ views, request }) => {
    if (isOwn(request)) return;
    for (const view of views ?? every) waiting.add(view);
    clearTimeout(timer);
    timer = setTimeout(settle, GATHER);
  });
  const typed = () => (typedAt = Date.now());
  window.addEventListener('input', typed, { capture: true, passive: true });
  const look = setInterval(() => held && settle(), LOOK);
  return () => {
    stop();
    deaf = true;
    typedAt = 0;
    clearTimeout(timer);
    clearInterval(look);
    window.removeEventListener('input', typed, { capture: true });
    waiting = new Set();
    held = false;
  };
}
