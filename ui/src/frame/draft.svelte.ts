// What a person has typed and not yet saved survives a restart: it is kept among their preferences, encrypted. A draft
// carries the record it was made from and that record's version: it never covers what a colleague saved meanwhile.
import { untrack } from 'svelte';
import type { RecordVersion } from '../api/generated';
import { leaves, same, valueAt } from './merge';
import { keep, preference } from './preferences.svelte';
import { useUnsaved } from './unsaved.svelte';

/** The version of a record; null for what does not exist yet. */
export type Version = number | null;

/** A draft as it is kept. */
export interface Kept<T> {
  /** When something was last typed into it, in microseconds; null in a draft of an older program. */
  at: number | null;
  version: Version;
  /** The record as it stood when the typing began; null in a draft of an older program. */
  base: T | null;
  form: T;
}

/** What a form begins from. */
export interface Beginning<T> {
  form: T;
  version: Version;
  /** Who saved this version. */
  by?: string | null;
  /** When, in microseconds. */
  at?: number | null;
}

/** What a record and its version are to a form. */
export const standing = <T>(form: T, record: RecordVersion | undefined): Beginning<T> => ({
  form,
  version: record?.number ?? 0,
  by: record?.by ?? null,
  at: record?.at ?? null,
});

export interface Draft<T> {
  /** What stands in the form. */
  form: T;
  readonly dirty: boolean;
  /** What is typed outlives the form. */
  readonly kept: boolean;
  /** What the form began from. */
  readonly base: T;
  readonly version: Version;
  /** The draft of an earlier sitting, until it is gone on with or given up. The form does not show it before. */
  readonly offered: Kept<T> | null;
  /** The record changed while something was typed: what stands now, until it is looked at. */
  readonly newer: Beginning<T> | null;
  /** What the form begins from: called when the office's answer arrives. */
  begin(original: T, version?: Version): void;
  /** Goes on with the offered draft as it was typed: only where the record is still the one it was made from. */
  resume(): void;
  /** Gives up what was typed, and what was offered. */
  discard(): void;
  /** The form stands on another version of the record from now on. */
  rebase(original: T, version: Version, form: T): void;
  /** A new form of the same kind, after saving. */
  restart(original: T): void;
}

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Reads what is kept under a name, also as the first version of the program kept it. */
export function readKept<T>(kept: unknown, empty: T): Kept<T> | null {
  if (!isObject(kept)) return null;
  if (!('form' in kept && 'base' in kept && isObject(kept['form'])))
    return { at: null, version: null, base: null, form: { ...copy(empty), ...(kept as Partial<T>) } };
  const { at, version, base, form } = kept;
  return {
    at: typeof at === 'number' ? at : null,
    version: typeof version === 'number' ? version : null,
    base: isObject(base) ? (base as T) : null,
    form: { ...copy(empty), ...(form as Partial<T>) },
  };
}

/** What may be kept of a form: everything but what must never be written down. */
function keepable<T extends object>(form: T, unkept: string[]): T {
  const kept = copy(form) as Record<string, unknown>;
  for (const path of unkept)
    if (leaves(form).includes(path)) kept[path] = typeof valueAt(form, path) === 'string' ? '' : null;
  return kept as T;
}

/**
 * A form with a memory. Without a `name` it remembers nothing beyond its own life: passwords and recovery codes never
 * go through here. What stands in `unkept` (at the top of the form) is left out of what is kept.
 */
export function useDraft<T extends object>(name: string | null, empty: T, unkept: string[] = []): Draft<T> {
  const key = name === null ? null : `draft.${name}`;
  let base = $state.raw<T>(copy(empty));
  let form = $state<T>(copy(empty));
  let version = $state<Version>(null);
  let offered = $state.raw<Kept<T> | null>(null);
  let newer = $state.raw<Beginning<T> | null>(null);
  let begun = $state(false);
  const dirty = $derived(begun && !same(form, base));

  useUnsaved(() => dirty);
  $effect(() => {
    if (!begun || offered || key === null) return;
    const draft = { at: Date.now() * 1000, version, base: keepable(base, unkept), form: keepable(form, unkept) };
    // What may not be kept is not worth a draft by itself.
    keep(key, dirty && !same(draft.form, draft.base) ? draft : null);
  });

  function start(next: T, its: Version): void {
    if (!begun) {
      const kept = key === null ? null : readKept(preference(key), next);
      offered = kept && !same(kept.form, keepable(next, unkept)) ? kept : null;
    }
    const untouched = !begun || same(form, base) || same(form, next);
    if (untouched || its === null) base = copy(next);
    if (untouched) [form, version, newer] = [copy(next), its, null];
    else if (its !== version) newer = { form: copy(next), version: its };
    begun = true;
  }

  return {
    get form() {
      return form;
    },
    set form(next: T) {
      form = next;
    },
    get dirty() {
      return dirty;
    },
    kept: key !== null,
    get base() {
      return base;
    },
    get version() {
      return version;
    },
    get offered() {
      return offered;
    },
    get newer() {
      return newer;
    },
    begin(next: T, its: Version = null) {
      // The answer of the office begins the form; the form's own changes must not begin it again.
      untrack(() => start(next, its));
    },
    resume() {
      if (offered) form = copy(offered.form);
      offered = null;
    },
    discard() {
      form = copy(base);
      offered = null;
      // At once: the form may be gone before its effects run.
      if (key !== null) keep(key, null);
    },
    rebase(original: T, its: Version, next: T) {
      [base, version, form, newer, offered] = [copy(original), its, copy(next), null, null];
    },
    restart(original: T) {
      [base, form, version, newer, offered] = [copy(original), copy(original), null, null, null];
      if (key !== null) keep(key, null);
    },
  };
}
