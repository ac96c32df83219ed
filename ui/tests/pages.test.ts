import { describe, expect, it } from 'vitest';
import { allOf } from '../src/api/pages';

const lines = (count: number) => Array.from({ length: count }, (_, at) => at);

describe('a list that comes in pages', () => {
  it('is handed over whole, in its order, whatever was fetched for the screen', async () => {
    const kept = lines(1203);
    const asked: number[] = [];
    const all = await allOf(async (offset) => {
      asked.push(offset);
      return { lines: kept.slice(offset, offset + 500), total: kept.length };
    });
    expect(all).toEqual(kept);
    expect(asked).toEqual([0, 500, 1000]);
  });

  it('ends when the list has become shorter meanwhile', async () => {
    expect(await allOf(async (offset) => ({ lines: offset === 0 ? lines(500) : [], total: 900 }))).toHaveLength(500);
    expect(await allOf(async () => ({ lines: [], total: 0 }))).toEqual([]);
  });

  it('gives nothing when a page fails', async () => {
    const half = allOf(async (offset) => {
      if (offset > 0) throw new Error('gone');
      return { lines: lines(500), total: 900 };
    });
    await expect(half).rejects.toThrow('gone');
  });
});
