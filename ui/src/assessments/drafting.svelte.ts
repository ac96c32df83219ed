// A draft while it is typed: measured with each change, saved every two seconds over the version it was read at. Where a
// colleague wrote meanwhile, both are put together; what collides a person decides.
import { untrack } from 'svelte';
import { ask, call } from '../api/call';
import { failure, sentence } from '../api/failure';
import type { AssessmentDraft, AssessmentMeasured, AssessmentSheet } from '../api/generated';
import { differences, same, together, type Difference, type Side } from '../frame/merge';
import { useUnsaved } from '../frame/unsaved.svelte';
import { draftFields } from './words';

const EVERY = 2000;
const PAUSE = 150;
const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

export interface Clash {
  by: string;
  theirs: AssessmentSheet;
  rows: Difference[];
}

export function useDrafting(sheet: () => AssessmentSheet, writes: () => boolean) {
  const first = untrack(sheet);
  let draft = $state<AssessmentDraft>(copy(first.draft));
  let base = $state.raw<AssessmentDraft>(copy(first.draft));
  let version = $state(first.record.number);
  let measured = $state.raw<AssessmentMeasured>(first.measured);
  let savedAt = $state<number | null>(null);
  let busy = $state(false);
  let problem = $state<string | null>(null);
  let clash = $state.raw<Clash | null>(null);
  let joined = $state<string | null>(null);
  const dirty = $derived(writes() && !same(draft, base));
  useUnsaved(() => dirty);

  // What the office says anew begins the draft, as long as nothing is typed over it.
  $effect(() => {
    const next = sheet();
    untrack(() => {
      if (!same(draft, base) || next.record.number < version) return;
      [draft, base, version, measured] = [copy(next.draft), copy(next.draft), next.record.number, next.measured];
    });
  });

  let newest = 0;
  $effect(() => {
    const typed = copy(draft);
    if (!writes()) return;
    const mine = ++newest;
    const timer = setTimeout(() => {
      ask('assessments.preview', { assessment: first.line.assessment, draft: typed }).then(
        (answer) => {
          if (mine === newest) [measured, problem] = [answer, null];
        },
        (thrown: unknown) => {
          if (mine === newest) problem = sentence(failure(thrown, 'assessments.preview'));
        },
      );
    }, PAUSE);
    return () => clearTimeout(timer);
  });

  $effect(() => {
    if (!dirty || clash || problem) return;
    const timer = setInterval(() => void save(), EVERY);
    return () => clearInterval(timer);
  });

  async function meet(): Promise<void> {
    const theirs = await ask('assessments.open', { assessment: first.line.assessment });
    const rows = differences(draftFields, base, theirs.draft, draft).filter((one) => one.merged === null);
    const by = theirs.record.by ?? '';
    if (rows.length > 0) clash = { by, theirs, rows };
    else take(theirs, new Map(), by);
  }

  function take(theirs: AssessmentSheet, chosen: Map<string, Side>, by: string): void {
    const next = together(draftFields, base, theirs.draft, draft, chosen);
    [base, version, draft, clash, joined] = [copy(theirs.draft), theirs.record.number, next, null, by];
  }

  async function save(): Promise<boolean> {
    if (busy || clash) return false;
    if (!dirty) return true;
    busy = true;
    const sent = copy(draft);
    try {
      const answer = await call('assessments.save_draft', { assessment: first.line.assessment, version, draft: sent });
      [base, version, savedAt, problem] = [sent, answer.version, answer.at, null];
      return true;
    } catch (thrown) {
      const failed = failure(thrown, 'assessments.save_draft');
      if (failed.code === 'record.changed_meanwhile') await meet();
      else problem = sentence(failed);
      return false;
    } finally {
      busy = false;
    }
  }

  async function complete(): Promise<void> {
    busy = true;
    try {
      const sent = copy(draft);
      const answer = await call('assessments.complete', { assessment: first.line.assessment, version, draft: sent });
      [base, version, problem] = [sent, answer.version, null];
    } catch (thrown) {
      const failed = failure(thrown, 'assessments.complete');
      if (failed.code === 'record.changed_meanwhile') await meet();
      throw failed;
    } finally {
      busy = false;
    }
  }

  return {
    get draft() {
      return draft;
    },
    set draft(next: AssessmentDraft) {
      draft = next;
    },
    get measured() {
      return measured;
    },
    get version() {
      return version;
    },
    get dirty() {
      return dirty;
    },
    get busy() {
      return busy;
    },
    get savedAt() {
      return savedAt;
    },
    get problem() {
      return problem;
    },
    get clash() {
      return clash;
    },
    get joined() {
      return joined;
    },
    /** Everything that collides is decided one way. */
    settle(side: Side) {
      if (clash) take(clash.theirs, new Map(clash.rows.map((row) => [row.key, side])), clash.by);
    },
    save,
    complete,
  };
}
