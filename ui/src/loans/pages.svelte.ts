// A list that comes in pages: the first one with its sums, the next ones as the table nears its end.
import { ask, type Input, type Name, type Output } from '../api/call';
import { failure, type Failure } from '../api/failure';
import { allOf } from '../api/pages';
import { useQuery } from '../api/query.svelte';

/** Lines of a page, and of one that nobody waits to see. */
const PAGE = 60;
const LARGEST = 500;

type Paged = { [N in Name]: Input<N> extends { offset: number; limit: number | null } ? N : never }[Name];
type Question<N extends Name> = Omit<Input<N>, 'offset' | 'limit'>;

export function usePages<N extends Paged, Line>(
  name: N,
  question: (first: boolean) => Question<N>,
  read: (page: Output<N>) => { lines: Line[]; total: number },
) {
  const asked = (offset: number, limit = PAGE) => ({ ...question(offset === 0), offset, limit }) as unknown as Input<N>;
  const first = useQuery(name, () => asked(0));
  let further = $state.raw<Line[]>([]);
  let failed = $state.raw<Failure>();
  let asking = false;

  $effect(() => {
    // Another question, or a change in the office, begins the list anew.
    void first.data;
    further = [];
    failed = undefined;
  });

  const begun = $derived(first.data && read(first.data));
  const lines = $derived([...(begun?.lines ?? []), ...further]);
  return {
    get lines() {
      return lines;
    },
    get page() {
      return first.data;
    },
    get total() {
      return begun?.total ?? 0;
    },
    get loading() {
      return first.loading;
    },
    get failed() {
      return first.failed ?? failed;
    },
    reload: () => first.reload(),
    /** Every line that fits, page by page, as a sheet of them needs. A failure is told and nothing is given. */
    async everything(): Promise<Line[]> {
      try {
        return await allOf(async (offset) => read(await ask(name, asked(offset, LARGEST))));
      } catch (thrown) {
        failed = failure(thrown, name);
        throw thrown;
      }
    },
    async more(): Promise<void> {
      const start = first.data;
      if (asking || !begun || lines.length >= begun.total) return;
      asking = true;
      try {
        const next = read(await ask(name, asked(lines.length)));
        // Another question may have been asked meanwhile.
        if (first.data === start) further = [...further, ...next.lines];
      } catch (thrown) {
        failed = failure(thrown, name);
      } finally {
        asking = false;
      }
    },
  };
}
