// Where the rows of a list come from: in pages, as the table nears its end, or all at once.
import { untrack } from 'svelte';
import { ask, onTouched, type Input, type Name, type Output } from '../../api/call';
import { failure, type Failure } from '../../api/failure';
import { views } from '../../api/generated';

/** Lines of a page, and the most that are asked for at once. */
const PAGE = 60;
const LARGEST = 500;

/** The rows of a list screen, and what it may ask of them. */
export interface Rows<Line> {
  readonly lines: Line[];
  /** Rows in all, also those not fetched yet; -1 where nobody counts them. */
  readonly total: number;
  readonly loading: boolean;
  readonly failed: Failure | undefined;
  /** Somebody else changed what is shown, while this person was in the middle of it. */
  readonly changed: boolean;
  /** Every row is here: the list is searched and put in order in the window. */
  readonly whole: boolean;
  /** What is asked, as text: another question is another list. */
  readonly answers: string;
  /** The command that gives the rows, and what it is asked: what an export asks again. */
  readonly asked: { list: Name; question: object };
  reload(): Promise<void>;
  more(): Promise<void>;
  /** Rows stay as they are while this holds, also when somebody else changes them. */
  holdWhile(middle: () => boolean): void;
}

interface Found<Line> {
  lines: Line[];
  total: number;
  /** Where the next lines begin, of a list that is followed from the newest on. */
  next?: number | null;
}

type Shown<N extends Name, Line> = Rows<Line> & { readonly page: Output<N> | undefined };
type Paged = { [N in Name]: Input<N> extends { offset: number; limit: number | null } ? N : never }[Name];
type Question<N extends Name> = Omit<Input<N>, 'offset' | 'limit'>;

/** A list that comes in pages: the first one with its sums, the next ones as the table nears its end. */
export function usePages<N extends Paged, Line>(
  name: N,
  question: (first: boolean) => Question<N>,
  read: (page: Output<N>) => Found<Line>,
): Shown<N, Line> {
  const asked = (offset: number, limit: number) =>
    ({ ...question(offset === 0), offset, limit }) as unknown as Input<N>;
  return useRows(name, {
    read,
    question: () => question(false),
    first: (rows) => asked(0, rows),
    further: (rows, found) => (rows < found.total ? asked(rows, PAGE) : null),
  });
}

/** A list that is here whole. */
export function useWhole<N extends Name, Line>(
  name: N,
  question: () => Input<N>,
  read: (answer: Output<N>) => Line[],
): Shown<N, Line> {
  const found = (answer: Output<N>) => {
    const lines = read(answer);
    return { lines, total: lines.length };
  };
  return useRows(name, { read: found, question, first: question, further: () => null }, true);
}

/** A list that is followed from the newest on: how long it is nobody counts. */
export function useNewest<N extends Name, Line>(
  name: N,
  question: () => object,
  asked: (before: number | null, limit: number) => Input<N>,
  read: (page: Output<N>) => { lines: Line[]; next: number | null },
): Shown<N, Line> {
  return useRows(name, {
    read: (page) => ({ total: -1, ...read(page) }),
    question,
    first: (rows) => asked(null, rows),
    further: (_, found) => (typeof found.next === 'number' ? asked(found.next, PAGE) : null),
  });
}

interface Ways<N extends Name, Line> {
  read: (page: Output<N>) => Found<Line>;
  question: () => object;
  /** The input that gives the first so many rows. */
  first: (rows: number) => Input<N>;
  /** The input that gives the rows after those that are here; null when these are all. */
  further: (rows: number, newest: Found<Line>) => Input<N> | null;
}

function useRows<N extends Name, Line>(name: N, ways: Ways<N, Line>, whole = false): Shown<N, Line> {
  let page = $state.raw<Output<N>>();
  let found = $state.raw<Found<Line>>();
  let lines = $state.raw<Line[]>([]);
  let failed = $state.raw<Failure>();
  let loading = $state(true);
  let changed = $state(false);
  let newest = 0;
  let fetching = false;
  let middle: () => boolean = () => false;

  /** Asks from the beginning, for as many rows as are here if they are to stay. */
  async function load(rows: number): Promise<void> {
    const mine = ++newest;
    changed = false;
    try {
      const answer = await ask(name, ways.first(Math.min(LARGEST, Math.max(PAGE, rows))));
      // An older, slower answer must not cover a newer one.
      if (mine !== newest) return;
      page = answer;
      found = ways.read(answer);
      lines = found.lines;
      failed = undefined;
    } catch (thrown) {
      if (mine === newest) failed = failure(thrown, name);
    } finally {
      if (mine === newest) loading = false;
    }
  }

  const answers = $derived(JSON.stringify(ways.question()));
  $effect(() => {
    void answers;
    untrack(() => void load(0));
  });
  $effect(() =>
    onTouched((touched, elsewhere = false) => {
      if (!touched.some((view) => views[name].includes(view))) return;
      if (elsewhere && middle()) changed = true;
      else void load(lines.length);
    }),
  );

  return {
    get lines() {
      return lines;
    },
    get page() {
      return page;
    },
    get total() {
      return found?.total ?? 0;
    },
    get loading() {
      return loading;
    },
    get failed() {
      return failed;
    },
    get changed() {
      return changed;
    },
    get answers() {
      return answers;
    },
    get asked() {
      return { list: name, question: ways.question() };
    },
    whole,
    reload: () => load(lines.length),
    holdWhile(test: () => boolean) {
      middle = test;
    },
    async more(): Promise<void> {
      const begun = newest;
      const input = found ? ways.further(lines.length, found) : null;
      if (fetching || input === null) return;
      fetching = true;
      try {
        const next = ways.read(await ask(name, input));
        // Another question may have been asked meanwhile.
        if (newest === begun) [found, lines] = [next, [...lines, ...next.lines]];
      } catch (thrown) {
        if (newest === begun) failed = failure(thrown, name);
      } finally {
        fetching = false;
      }
    },
  };
}
