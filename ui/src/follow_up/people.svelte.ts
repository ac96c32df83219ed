// Who works here: for filters and forms.
import { useQuery } from '../api/query.svelte';
import type { Option } from '../parts';

export interface People {
  readonly all: Option[];
  /** Those for whom visits may be planned. */
  readonly visitors: Option[];
}

export function usePeople(): People {
  const board = useQuery('follow_up.board', () => ({ from: null, researcher: null, kind: null }));
  const people = $derived(board.data?.people ?? []);
  const option = (one: { person: string; name: string }) => ({ value: one.person, label: one.name });
  return {
    get all() {
      return people.map(option);
    },
    get visitors() {
      return people.filter((one) => one.visits).map(option);
    },
  };
}
