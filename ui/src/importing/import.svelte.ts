// The import in hand. It lives in the office, with the session: nothing of it is lost when the person looks elsewhere,
// and nothing is saved before they say so.
import { ask, bring, call, type Input, type Name } from '../api/call';
import { failure, type Failure } from '../api/failure';
import type { ImportPreview, ImportReport, ImportSubject } from '../api/generated';
import { uuid } from '../api/uuid';

/** A command that changes the draft and gives the file judged anew. */
type Change =
  | 'importing.lay_out'
  | 'importing.set_day'
  | 'importing.correct'
  | 'importing.answer'
  | 'importing.use_map'
  | 'importing.save_map';

export function useImport() {
  let preview = $state.raw<ImportPreview | null>(null);
  let saving = $state<string | null>(null);
  let loading = $state(true);
  let busy = $state(false);
  let failed = $state.raw<Failure>();
  /** Grows with every new judgement: what shows rows asks again. */
  let judged = $state(0);

  function take(next: ImportPreview | null): void {
    preview = next;
    judged += 1;
  }

  /** Runs one call at a time; a failure stays until the next try. */
  async function attempt<T>(name: Name, deed: () => Promise<T>): Promise<T | undefined> {
    busy = true;
    failed = undefined;
    try {
      return await deed();
    } catch (thrown) {
      failed = failure(thrown, name);
      return undefined;
    } finally {
      busy = false;
    }
  }

  async function look(): Promise<void> {
    const current = await attempt('importing.current', () => call('importing.current', {}));
    if (current) {
      saving = current.saving ? current.id : null;
      take(current.preview);
    }
    loading = false;
  }

  return {
    get preview() {
      return preview;
    },
    /** The import that is being saved. */
    get saving() {
      return saving;
    },
    get loading() {
      return loading;
    },
    get busy() {
      return busy;
    },
    get failed() {
      return failed;
    },
    get judged() {
      return judged;
    },
    look,
    async open(subject: ImportSubject, file: File): Promise<void> {
      const opened = await attempt('importing.open', async () =>
        call('importing.open', { id: uuid(), subject, name: file.name, ticket: await bring('importing.open', file) }),
      );
      if (opened) take(opened);
    },
    /** Changes the draft; false when the office refused. */
    async change<N extends Change>(name: N, input: Omit<Input<N>, 'id'>): Promise<boolean> {
      if (!preview) return false;
      const id = preview.id;
      const next = await attempt(name, () => call(name, { ...input, id } as Input<N>));
      if (next) take(next as ImportPreview);
      return next !== undefined;
    },
    /** Tries the save without saving: what it would refuse stands in the rows then. False when it cannot be saved. */
    async rehearse(): Promise<boolean> {
      if (!preview) return false;
      const { id } = preview;
      const next = await attempt('importing.rehearse', () => call('importing.rehearse', { id }));
      if (next) take(next);
      return next?.can_save ?? false;
    },
    async save(): Promise<ImportReport | undefined> {
      if (!preview) return undefined;
      const { id } = preview;
      saving = id;
      const report = await attempt('importing.save', () => call('importing.save', { id }));
      saving = null;
      if (report && preview) preview = { ...preview, saved: report };
      // Stopped, or the office holds other records by now: what stands there is shown as it is judged today.
      else if (!report) {
        const current = await ask('importing.current', {}).catch(() => null);
        if (current) take(current.preview);
      }
      return report;
    },
    /** Lets the import go. */
    async close(): Promise<void> {
      if (preview) {
        const { id } = preview;
        await attempt('importing.close', () => call('importing.close', { id }));
      }
      take(null);
    },
    /** The person has read what went wrong. */
    forgive: () => (failed = undefined),
  };
}

export type Importing = ReturnType<typeof useImport>;
