import { ask, onTouched, type Input, type Name, type Output } from './call';
import { failure, type Failure } from './failure';
import { views } from './generated';

/** What a screen shows of the office. It reloads when its input changes and when a command touched what it shows. */
export interface Query<T> {
  readonly data: T | undefined;
  readonly failed: Failure | undefined;
  /** The first answer is on its way; a reload keeps showing what was there. */
  readonly loading: boolean;
  reload(): Promise<void>;
}

/**
 * Asks a command for as long as the component lives. `input` is a function so that the question follows what it reads;
 * `null` asks nothing.
 */
export function useQuery<N extends Name>(name: N, input: () => Input<N> | null): Query<Output<N>> {
  let data = $state.raw<Output<N>>();
  let failed = $state.raw<Failure>();
  let loading = $state(true);
  let newest = 0;

  async function load(question: Input<N> | null): Promise<void> {
    const mine = ++newest;
    if (question === null) {
      loading = false;
      return;
    }
    try {
      const answer = await ask(name, question);
      // An older, slower answer must not cover a newer one.
      if (mine === newest) [data, failed] = [answer, undefined];
    } catch (thrown) {
      if (mine === newest) failed = failure(thrown, name);
    } finally {
      if (mine === newest) loading = false;
    }
  }

  $effect(() => {
    void load(input());
  });
  $effect(() =>
    onTouched((touched) => {
      if (touched.some((view) => views[name].includes(view))) void load(input());
    }),
  );

  return {
    get data() {
      return data;
    },
    get failed() {
      return failed;
    },
    get loading() {
      return loading;
    },
    reload: () => load(input()),
  };
}
