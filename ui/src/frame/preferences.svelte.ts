// What a person chose for themselves: language, theme, the place they left, drafts. Kept in the office, so that it is
// encrypted like everything else and follows the person to another device.
import { call } from '../api/call';

/** A change is written when the person has paused this long, in milliseconds. */
const PAUSE = 700;

let values = $state<Record<string, unknown>>({});
const waiting = new Map<string, ReturnType<typeof setTimeout>>();

export async function loadPreferences(): Promise<void> {
  const answer = await call('preferences.get', {}).catch(() => ({ values: {} }));
  values = answer.values;
}

export function forgetPreferences(): void {
  for (const timer of waiting.values()) clearTimeout(timer);
  waiting.clear();
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
  clearTimeout(waiting.get(key));
  waiting.set(key, setTimeout(() => write(key), PAUSE));
}

function write(key: string): void {
  clearTimeout(waiting.get(key));
  waiting.delete(key);
  // A preference that could not be kept is not worth interrupting anybody: the next change tries again.
  void call('preferences.put', { key, value: values[key] ?? null }).catch(() => undefined);
}

/** Writes what still waits: before the screen locks, the person leaves or the window closes. */
export function keepNow(): void {
  for (const key of [...waiting.keys()]) write(key);
}
