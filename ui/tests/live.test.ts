// What others write: shown at once, or told where somebody is in the middle of something.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Touched } from '../src/host';

let heard: (touched: Touched) => void = () => undefined;
let stopped = 0;
let announced: string[][] = [];
let unsaved = false;
let dialog = false;
let typed: () => void = () => undefined;

vi.stubGlobal('window', {
  addEventListener: (_: string, listener: () => void) => (typed = listener),
  removeEventListener: () => undefined,
});
vi.stubGlobal('document', { querySelector: () => (dialog ? {} : null) });
vi.mock('../src/host', () => ({
  host: {
    listen: (listener: (touched: Touched) => void) => {
      heard = listener;
      return () => (stopped += 1);
    },
  },
}));
vi.mock('../src/api/call', () => ({
  announce: (views: string[]) => void announced.push(views),
  isOwn: (request: string | null) => request === 'mine',
}));
vi.mock('../src/frame/unsaved.svelte', () => ({ hasUnsaved: () => unsaved }));

const { changed, listen, refreshNow } = await import('../src/frame/live.svelte');

describe('what others write', () => {
  let stop: () => void;
  beforeEach(() => {
    vi.useFakeTimers();
    [announced, unsaved, dialog, stopped] = [[], false, false, 0];
    stop = listen();
    announced = [];
  });
  afterEach(() => {
    stop();
    vi.useRealTimers();
  });

  it('is asked for again once, however many writes came', () => {
    heard({ views: ['loans', 'tasks'], request: 'a' });
    heard({ views: ['loans'], request: 'b' });
    expect(announced).toEqual([]);
    vi.advanceTimersByTime(300);
    expect(announced).toEqual([['loans', 'tasks']]);
  });

  it('is not asked for again where it was written', () => {
    heard({ views: ['loans'], request: 'mine' });
    vi.advanceTimersByTime(1_000);
    expect(announced).toEqual([]);
  });

  it('moves nothing under a form with changes: the person is told, and decides', () => {
    unsaved = true;
    heard({ views: ['staff'], request: null });
    vi.advanceTimersByTime(5_000);
    expect([announced, changed.elsewhere]).toEqual([[], true]);
    refreshNow();
    expect([announced, changed.elsewhere]).toEqual([[['staff']], false]);
  });

  it('shows by itself once the window over the page is closed', () => {
    dialog = true;
    heard({ views: ['staff'], request: null });
    vi.advanceTimersByTime(300);
    expect(changed.elsewhere).toBe(true);
    dialog = false;
    vi.advanceTimersByTime(600);
    expect([announced, changed.elsewhere]).toEqual([[['staff']], false]);
  });

  it('waits until the last letter is typed', () => {
    typed();
    heard({ views: ['loans'], request: null });
    vi.advanceTimersByTime(3_000);
    expect([announced, changed.elsewhere]).toEqual([[], true]);
    vi.advanceTimersByTime(2_000);
    expect(announced).toEqual([['loans']]);
  });

  it('is everything where some of it was missed, and when somebody listens again', () => {
    heard({ views: null, request: null });
    vi.advanceTimersByTime(300);
    expect(announced[0]).toContain('loans');
    expect(announced[0].length).toBeGreaterThan(8);
    stop();
    expect(stopped).toBe(1);
    announced = [];
    stop = listen();
    expect(announced[0].length).toBeGreaterThan(8);
  });
});
