// Locks the screen when nobody has touched the machine for the minutes the association chose.

const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/** How often the time is compared, in milliseconds. The clock is read anew, so that a sleeping machine wakes up locked. */
const LOOK = 5_000;

/** Calls `away` after `minutes` without a sign of a person; returns how to stop. Zero minutes never locks. */
export function whenIdle(minutes: number, away: () => void): () => void {
  if (minutes <= 0) return () => undefined;
  let last = Date.now();
  const here = () => (last = Date.now());
  for (const sign of SIGNS) window.addEventListener(sign, here, { passive: true, capture: true });
  const timer = setInterval(() => {
    if (Date.now() - last >= minutes * 60_000) {
      last = Date.now();
      away();
    }
  }, LOOK);
  return () => {
    clearInterval(timer);
    for (const sign of SIGNS) window.removeEventListener(sign, here, { capture: true });
  };
}
