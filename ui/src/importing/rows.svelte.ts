// The rows of a table, page by page as they come in sight: a file of a hundred thousand rows opens as fast as one of
// three hundred.
import { SvelteMap } from 'svelte/reactivity';
import { ask, type Input } from '../api/call';
import { failure, type Failure } from '../api/failure';
import type { RowPreview } from '../api/generated';

/** Rows of a page. */
const PAGE = 100;

type Question = Omit<Input<'importing.rows'>, 'offset' | 'limit'>;

export function useRows(question: () => Question | null) {
  const pages = new SvelteMap<number, RowPreview[]>();
  let total = $state<number | null>(null);
  let failed = $state.raw<Failure>();
  let asking = new Set<number>();
  let sight: [number, number] = [0, 1];
  let newest = 0;
  let asked = '';

  async function fetch(page: number, question: Question, mine: number): Promise<void> {
    asking.add(page);
    try {
      const answer = await ask('importing.rows', { ...question, offset: page * PAGE, limit: PAGE });
      // Another question, or a new judgement, has its own pages.
      if (mine !== newest) return;
      pages.set(page, answer.rows);
      total = answer.total;
      failed = undefined;
    } catch (thrown) {
      if (mine === newest) failed = failure(thrown, 'importing.rows');
    } finally {
      if (mine === newest) asking.delete(page);
    }
  }

  function inSight(): number[] {
    const [from, until] = [Math.floor(sight[0] / PAGE), Math.floor(Math.max(0, sight[1] - 1) / PAGE)];
    return Array.from({ length: until - from + 1 }, (_, i) => from + i);
  }

  /** Asks for what is in sight anew. What stands there stays until the answer comes. */
  async function refresh(): Promise<void> {
    const now = question();
    if (!now) return;
    newest += 1;
    asking = new Set();
    const seen = inSight();
    for (const page of [...pages.keys()]) if (!seen.includes(page)) pages.delete(page);
    await Promise.all(seen.map((page) => fetch(page, now, newest)));
  }

  $effect(() => {
    const now = JSON.stringify(question());
    if (now === asked) return;
    asked = now;
    sight = [0, 1];
    pages.clear();
    total = null;
    void refresh();
  });

  return {
    /** Rows that fit the question; null until the first answer. */
    get total() {
      return total;
    },
    get failed() {
      return failed;
    },
    at: (index: number): RowPreview | undefined => pages.get(Math.floor(index / PAGE))?.[index % PAGE],
    /** Every row that has been fetched. */
    get known(): RowPreview[] {
      return [...pages.values()].flat();
    },
    sight(from: number, until: number): void {
      sight = [from, until];
      const now = question();
      if (!now || total === null) return;
      for (const page of inSight()) if (!pages.has(page) && !asking.has(page)) void fetch(page, now, newest);
    },
    refresh,
  };
}
