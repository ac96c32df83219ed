// The trail comes in pieces: the newest first, older ones as the table nears its end.
import { ask, type Input } from '../api/call';
import { failure, type Failure } from '../api/failure';
import type { AuditLine } from '../api/generated';
import { useQuery } from '../api/query.svelte';

type Which = 'audit.list' | 'audit.mine';

/** Lines of a piece. */
const PIECE = 100;

export function useTrail<W extends Which>(which: W, question: () => Input<W>) {
  const first = useQuery(which, () => ({ ...question(), limit: PIECE }) as Input<W>);
  let older = $state.raw<AuditLine[]>([]);
  let next = $state.raw<number | null>(null);
  let failed = $state.raw<Failure>();
  let busy = false;

  $effect(() => {
    // A new first piece (another question, or a new line) begins the list anew.
    next = first.data?.next ?? null;
    older = [];
    failed = undefined;
  });

  const lines = $derived([...(first.data?.lines ?? []), ...older]);
  return {
    get lines() {
      return lines;
    },
    get facets() {
      return first.data?.facets;
    },
    get loading() {
      return first.loading;
    },
    get failed() {
      return first.failed ?? failed;
    },
    reload: () => first.reload(),
    async more(): Promise<void> {
      const before = next;
      if (busy || before === null) return;
      busy = true;
      try {
        const page = await ask(which, { ...question(), before, limit: PIECE } as Input<W>);
        // Another question may have been asked meanwhile.
        if (next === before) {
          older = [...older, ...page.lines];
          next = page.next;
        }
      } catch (thrown) {
        failed = failure(thrown, which);
      } finally {
        busy = false;
      }
    },
  };
}
