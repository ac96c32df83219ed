import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { whenIdle } from '../src/frame/idle';

const MINUTE = 60_000;

describe('the lock of an idle screen', () => {
  let page: EventTarget;
  let locked: number;
  let stop: () => void;

  beforeEach(() => {
    vi.useFakeTimers();
    page = new EventTarget();
    vi.stubGlobal('window', page);
    locked = 0;
  });
  afterEach(() => {
    stop();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  const watch = (minutes: number) => (stop = whenIdle(minutes, () => (locked += 1)));

  it('comes after the minutes the association chose, and not a moment before', () => {
    watch(15);
    vi.advanceTimersByTime(14 * MINUTE);
    expect(locked).toBe(0);
    vi.advanceTimersByTime(MINUTE + 5_000);
    expect(locked).toBe(1);
  });

  it('is put off by any sign of a person', () => {
    watch(15);
    for (const sign of ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart']) {
      vi.advanceTimersByTime(14 * MINUTE);
      page.dispatchEvent(new Event(sign));
    }
    expect(locked).toBe(0);
    vi.advanceTimersByTime(16 * MINUTE);
    expect(locked).toBe(1);
  });

  it('comes at once when a machine wakes up that slept longer', () => {
    watch(15);
    vi.setSystemTime(Date.now() + 8 * 60 * MINUTE);
    vi.advanceTimersByTime(5_000);
    expect(locked).toBe(1);
  });

  it('never comes where the association wants none, nor after somebody signed out', () => {
    watch(0);
    vi.advanceTimersByTime(600 * MINUTE);
    watch(15);
    stop();
    vi.advanceTimersByTime(600 * MINUTE);
    expect(locked).toBe(0);
  });
});
