// What a person chose for themselves: language, theme, the place they left, drafts. Kept in the office, so that it is
// encrypted like everything else and follows the person to another device.
import { ask, call } from '../api/call';

/** A change is written when the person has paused this long, in milliseconds. */
const PAUSE = 700;

let values = $state<Record<string, unknown>>({});
/** Keys whose present value the office does not have yet. */
const unwritten = new Set<string>();
let timer: ReturnType<typeof setTimeout>;

export async function loadPreferences(): Promise<void> {
  const answer = await ask('preferences.get', {}).catch(() => ({ values: {} }));
  values = answer.values;
}

export function forgetPreferences(): void {
  clearTimeout(timer);
  unwritten.clear();
  values = {};
}

/** A preference as kept, or undefined. The caller checks its shape: an older version may have written it. */
export function preference(key: string): unknown {
  return values[key];
}

/** Keeps a preference; several changes in a row become one write. */
export function keep(key: string, value: unknown): void {
  if (JSON.stringify(values[key] ?? null) === JSON.stringify(value ?? null)) return;
  values[key] = value;
  unwritten.add(key);
  clearTimeout(timer);
  timer = setTimeout(() => void keepNow(), PAUSE);
}

/** Writes what still waits: before the screen locks, the person leaves or the window closes. */
export async function keepNow(): Promise<void> {
  clearTimeout(timer);
  await Promise.all([...unwritten].map(write));
}

async function write(key: string): Promise<void> {
  unwritten.delete(key);
  try {
    await call('preferences.put', { key, value: $state.snapshot(values[key]) ?? null });
  } catch {
    // Not worth interrupting anybody: the next writing, or the one after unlocking, tries again.
    unwritten.add(key);
  }
}
