import { describe, expect, it, vi } from 'vitest';

vi.stubGlobal('window', { addEventListener: () => undefined });
vi.mock('../src/host', () => ({ host: { call: () => Promise.resolve({ value: {}, touched: [] }) } }));
const { openLines, refusedBefore, unusual } = await import('../src/collection/desk.svelte');

const line = { id: '1', request: 'r', loan: 'l', loan_no: 'Q-1', name: 'نورة', day: '2026-01-01', amount: 500 };

describe('the payments of an earlier sitting', () => {
  it('that were on their way have an end nobody has seen, under the id they were sent with', () => {
    expect(openLines([{ ...line, state: 'sending' }])).toEqual([{ ...line, state: 'unknown' }]);
  });
  it('that were refused stay refused', () => {
    expect(openLines([{ ...line, state: 'refused' }])[0]?.state).toBe('refused');
  });
  it('are read with care: an older program may have kept something else', () => {
    expect(openLines({ lines: 1 })).toEqual([]);
    expect(openLines([{ id: 1 }, null])).toEqual([]);
  });
  it('that the first version kept are taken over with their own ids', () => {
    const kept = { day: '2026-01-02', method: 'cash', refused: [{ ...line, day: undefined, state: 'refused' }] };
    const [taken] = refusedBefore({ ...kept, refused: [{ id: '1', loan: 'l', amount: 5, state: 'refused' }] }, 'x');
    expect(taken).toMatchObject({ id: '1', day: '2026-01-02', method: 'cash', state: 'refused' });
    expect(refusedBefore(null, 'x')).toEqual([]);
  });
});

describe('an amount', () => {
  const owed = { outstanding: 10_000, instalment: 1_000 };
  it('up to so many instalments is as expected', () => expect(unusual(3_000, owed, 3)).toBeNull());
  it('above that is asked about', () => expect(unusual(3_001, owed, 3)).toBe('instalments'));
  it('above all that is owed is asked about as such', () => expect(unusual(10_001, owed, 100)).toBe('owed'));
  it('is not compared with an instalment where none is due', () =>
    expect(unusual(9_000, { ...owed, instalment: 0 }, 3)).toBeNull());
});
