// The trail comes in pieces: the newest first, older ones as the table nears its end.
import type { Input, Output } from '../api/call';
import { useNewest } from '../frame/list/rows.svelte';

export function useTrail<W extends 'audit.list' | 'audit.mine'>(which: W, question: () => Input<W>) {
  return useNewest(
    which,
    question,
    (before, limit) => ({ ...question(), ...(before === null ? {} : { before }), limit }) as Input<W>,
    ({ lines, next }: Output<W>) => ({ lines, next }),
  );
}
