// The list comes in pages: the first one with its counts, the next ones as the table nears its end.
import { ask, type Input } from '../api/call';
import { failure, type Failure } from '../api/failure';
import type { FileLine } from '../api/generated';
import { allOf } from '../api/pages';
import { useQuery } from '../api/query.svelte';

/** Lines of a page, and of one that nobody waits to see. */
const PAGE = 60;
const LARGEST = 500;

type Question = Omit<Input<'beneficiaries.list'>, 'offset' | 'limit' | 'counts'>;

export function useFiles(question: () => Question) {
  const first = useQuery('beneficiaries.list', () => ({ ...question(), counts: true, offset: 0, limit: PAGE }));
  let further = $state.raw<FileLine[]>([]);
  let failed = $state.raw<Failure>();
  let asking = false;

  $effect(() => {
    // Another question, or a change in the office, begins the list anew.
    void first.data;
    further = [];
    failed = undefined;
  });

  const lines = $derived([...(first.data?.lines ?? []), ...further]);
  return {
    get lines() {
      return lines;
    },
    get page() {
      return first.data;
    },
    get loading() {
      return first.loading;
    },
    get failed() {
      return first.failed ?? failed;
    },
    reload: () => first.reload(),
    /** Every file that fits, page by page, as a sheet of them needs. */
    async everything(): Promise<FileLine[]> {
      try {
        return await allOf((offset) =>
          ask('beneficiaries.list', { ...question(), counts: false, offset, limit: LARGEST }),
        );
      } catch (thrown) {
        failed = failure(thrown, 'beneficiaries.list');
        throw thrown;
      }
    },
    async more(): Promise<void> {
      const begun = first.data;
      if (asking || !begun || lines.length >= begun.total) return;
      asking = true;
      try {
        const page = await ask('beneficiaries.list', {
          ...question(),
          counts: false,
          offset: lines.length,
          limit: PAGE,
        });
        // Another question may have been asked meanwhile.
        if (first.data === begun) further = [...further, ...page.lines];
      } catch (thrown) {
        failed = failure(thrown, 'beneficiaries.list');
      } finally {
        asking = false;
      }
    },
  };
}
