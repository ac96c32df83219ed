// The one way of a form: what it holds, what is missing or wrong, what was answered, and that nothing typed is lost,
// saved twice, or laid over what a colleague saved.
import { tick, untrack } from 'svelte';
import { call, type Input, type Name, type Output } from '../api/call';
import { failure, sentence, type Failure } from '../api/failure';
import { t } from '../api/t';
import { uuid } from '../api/uuid';
import { useDraft, type Beginning, type Draft, type Version } from './draft.svelte';
import { changed } from './live.svelte';
import { differences, pathOf, same, together, valueAt, type FieldOf } from './merge';
import type { FormState } from '../parts/form';

export interface FormOptions<F extends object, N extends Name> {
  /** What the form begins from; asked again when the office's answer changes. */
  begin: () => F;
  /** The version of the record that is changed; absent for what does not exist yet. */
  version?: () => Version;
  /** The name of its draft; absent where nothing may be kept (passwords) or is worth keeping (a reason). */
  draft?: string;
  /** Top-level values that never go into the draft. */
  unkept?: (keyof F & string)[];
  fields?: FieldOf<F>[];
  /** What must be done before it can be saved, beside what the fields say. */
  missing?: (form: F) => string | null | undefined;
  /** Only a form with changes can be saved: it belongs to a record that exists. */
  changes?: boolean;
  /** What is sent, of the version the form stands on; null while something in it cannot be left out. */
  input: (form: F, version: Version) => Input<N> | null;
  /** What stands now, after a colleague saved first. */
  latest?: () => Promise<Beginning<F>>;
  /** Called once it is saved; with `another`, the form has begun anew and stays open. */
  saved: (answer: Output<N>, how: { sent: F; another: boolean }) => void;
}

/** A colleague saved first: who, when, and what stands now. */
export interface Conflict<F> {
  by: string | null;
  /** Microseconds. */
  at: number | null;
  base: F | null;
  theirs: Beginning<F>;
  mine: F;
}

/** A write on its way, or one nobody knows the end of. */
interface Sent {
  request: string;
  input: unknown;
  another: boolean;
}

export interface Form<F extends object> extends FormState {
  values: F;
  readonly draft: Draft<F>;
  readonly fields: FieldOf<F>[];
  readonly busy: boolean;
  /** No answer came: it may have been saved. The form stands still until asking again settles it. */
  readonly unknown: boolean;
  readonly dirty: boolean;
  readonly failed: Failure | undefined;
  /** The failure, where no field of the form shows it. */
  readonly rest: Failure | undefined;
  /** Why it cannot be saved yet. */
  readonly missing: string | undefined;
  /** What the footer says: what is wrong, or what is missing. */
  readonly says: { words: string; tone: 'danger' | 'muted' } | undefined;
  readonly conflict: Conflict<F> | undefined;
  /** Where the fields stand, so that the first of them that is wrong can be found. */
  root: HTMLElement | undefined;
  submit(): Promise<void>;
  /** Saves, and begins another of the same kind. */
  submitAndAnother(): Promise<void>;
  /** Shows everything that is wrong and leads to the first of it. */
  lead(): Promise<void>;
  /** Goes on with the draft of an earlier sitting; where the record changed since, both are laid beside each other. */
  resume(): Promise<void>;
  /** Lays what was typed beside what stands now. */
  compare(): Promise<void>;
  /** What was chosen becomes the form, stands on the present version, and is saved. */
  settle(form: F): Promise<void>;
  /** Leaves the conflict open: what was typed stays, on its old version. */
  postpone(): void;
}

const FOCUSABLE =
  'input:not([disabled]):not([type="hidden"]), textarea:not([disabled]), [role="combobox"], [role="radio"], button';

/** `command` may change with what is typed (add or change); it is read when the form is sent. */
export function useForm<F extends object, N extends Name>(command: N | (() => N), options: FormOptions<F, N>): Form<F> {
  const fields = options.fields ?? [];
  const named = (): N => (typeof command === 'function' ? command() : command);
  const draft = useDraft<F>(options.draft ?? null, options.begin(), options.unkept ?? []);
  draft.begin(options.begin(), options.version?.() ?? null);
  $effect(() => draft.begin(options.begin(), options.version?.() ?? null));

  // Somebody wrote something while a person types here: it is looked whether it was this record.
  $effect(() => {
    if (!changed.elsewhere || !options.latest || !draft.dirty) return;
    options.latest().then(
      ({ form, version }) => draft.begin(form, version),
      () => undefined,
    );
  });

  let busy = $state(false);
  let sent = $state.raw<Sent>();
  let failed = $state.raw<Failure>();
  /** The form as it was when it was refused: once it is another, the refusal is an old one. */
  let refusedForm = $state.raw<F>();
  let pressed = $state(false);
  let conflict = $state.raw<Conflict<F>>();
  let root = $state<HTMLElement>();
  let seen = $state<Record<string, true>>({});
  const unreadable = $state<Record<string, string>>({});
  const shown = $state<Record<string, number>>({});

  const find = (name: string) => fields.find(({ key }) => key === name);

  function empty(field: FieldOf<F>): boolean {
    const value = valueAt(draft.form, pathOf(field));
    return value === null || value === undefined || (typeof value === 'string' && value.trim() === '');
  }

  function lacks(field: FieldOf<F>): boolean {
    const required = typeof field.required === 'function' ? field.required(draft.form) : field.required;
    return !!required && empty(field);
  }

  const broken = (field: FieldOf<F>): string | null =>
    !field.rule || empty(field) ? null : field.rule(valueAt(draft.form, pathOf(field)), draft.form);

  function refusalOf(name: string): string | null {
    if (!failed || failed.field !== name) return null;
    const field = find(name);
    const [now, then] = [draft.form, refusedForm].map((form) => (field ? valueAt(form, pathOf(field)) : form));
    return same(now, then) ? sentence(failed) : null;
  }

  function problemOf(name: string): string | null {
    const field = find(name);
    if (field && pressed && lacks(field)) return t('form.required', { field: t(field.label) });
    if (field && (pressed || seen[name])) {
      const wrong = broken(field);
      if (wrong) return wrong;
    }
    return refusalOf(name);
  }

  const missing = $derived.by(() => {
    const lacking = fields.find(lacks);
    if (lacking) return t('form.required', { field: t(lacking.label) });
    const unread = Object.values(unreadable)[0];
    if (unread) return unread;
    for (const field of fields) {
      const wrong = broken(field);
      if (wrong) return wrong;
    }
    return (
      options.missing?.(draft.form) ??
      (options.changes && !draft.dirty && !sent ? t('frame.nothing_changed') : undefined)
    );
  });
  const unknown = $derived(!busy && sent !== undefined);
  const atField = $derived(failed?.field !== undefined && (shown[failed.field] ?? 0) > 0);
  const stillRefused = $derived(failed && (!atField || refusalOf(failed.field ?? '') !== null) ? failed : undefined);
  const says = $derived.by(() => {
    if (draft.offered) return { words: t('form.draft_first'), tone: 'muted' as const };
    if (unknown) return { words: t('form.unknown'), tone: 'danger' as const };
    if (stillRefused) return { words: sentence(stillRefused), tone: 'danger' as const };
    if (pressed && missing) return { words: missing, tone: 'danger' as const };
    return missing ? { words: missing, tone: 'muted' as const } : undefined;
  });

  async function lead(): Promise<void> {
    pressed = true;
    await tick();
    const bad = root?.querySelector<HTMLElement>('.field.bad');
    const first = bad?.querySelector<HTMLElement>(FOCUSABLE);
    if (!bad || !first) return;
    bad.scrollIntoView({ block: 'center' });
    first.focus({ preventScroll: true });
  }

  async function send(another: boolean): Promise<void> {
    if (busy) return;
    if (draft.offered) return;
    if (!sent && missing) return void (await lead());
    const form = $state.snapshot(draft.form) as F;
    // One id for one act: until an answer came, the same words are asked about again, never sent anew.
    const asked = sent ?? { request: uuid(), input: options.input(form, draft.version), another };
    if (asked.input === null) return void (await lead());
    busy = true;
    sent = asked;
    [failed, refusedForm] = [undefined, undefined];
    const name = named();
    let again = false;
    try {
      const answer = await call(name, asked.input as Input<N>, asked.request);
      sent = undefined;
      [pressed, seen] = [false, {}];
      if (asked.another) draft.restart(options.begin());
      else draft.restart(form);
      options.saved(answer, { sent: form, another: asked.another });
      if (asked.another) await begunAnew();
    } catch (thrown) {
      const why = failure(thrown, name);
      if (!why.unknown) sent = undefined;
      [failed, refusedForm] = [why, form];
      if (why.reason.kind === 'conflict' && options.latest) again = await meet(draft.base, form, why);
      else if (!why.unknown) await lead();
    } finally {
      busy = false;
    }
    if (again) await send(another);
  }

  async function begunAnew(): Promise<void> {
    await tick();
    root?.querySelector<HTMLElement>('input:not([type="radio"]):not([disabled])')?.focus();
    root?.closest('.body')?.scrollTo(0, 0);
  }

  /**
   * Lays what was typed from `base` beside what stands now. Where the colleague changed nothing that stands in this form,
   * there is nothing to ask.
   */
  async function meet(base: F | null, mine: F, why?: Failure): Promise<boolean> {
    const args = why && 'args' in why.reason ? why.reason.args : undefined;
    try {
      const theirs = options.latest
        ? await options.latest()
        : { form: options.begin(), version: options.version?.() ?? null };
      failed = undefined;
      if (!differences(fields, base, theirs.form, mine).some((one) => one.theirsChanged)) {
        draft.rebase(theirs.form, theirs.version, together(fields, base, theirs.form, mine, new Map()));
        return true;
      }
      conflict = {
        by: theirs.by ?? text(args?.['by']),
        at: theirs.at ?? moment(args?.['at']),
        base,
        theirs,
        mine,
      };
    } catch (thrown) {
      failed = failure(thrown, named());
    }
    return false;
  }

  return {
    get values() {
      return draft.form;
    },
    set values(next: F) {
      draft.form = next;
    },
    draft,
    fields,
    get busy() {
      return busy;
    },
    get unknown() {
      return unknown;
    },
    get dirty() {
      return draft.dirty;
    },
    get failed() {
      return failed;
    },
    get rest() {
      return atField ? undefined : failed;
    },
    get missing() {
      return missing;
    },
    get says() {
      return says;
    },
    get conflict() {
      return conflict;
    },
    get root() {
      return root;
    },
    set root(next: HTMLElement | undefined) {
      root = next;
    },
    problemOf,
    left: (name) => {
      seen[name] = true;
    },
    // Fields tell of themselves from within their effects, which must not depend on what they tell.
    told: (field, problem) =>
      untrack(() => {
        if (problem) unreadable[field] = problem;
        else delete unreadable[field];
      }),
    shows: (name) => {
      const count = (by: number) => untrack(() => (shown[name] = (shown[name] ?? 0) + by));
      count(1);
      return () => void count(-1);
    },
    submit: () => send(false),
    submitAndAnother: () => send(true),
    lead,
    async resume() {
      const kept = draft.offered;
      if (!kept) return;
      // What was typed stays aside until it is settled: it must not stand on a version it was not made from.
      if (kept.version !== draft.version) await meet(kept.base, kept.form);
      else draft.resume();
    },
    async compare() {
      await meet(draft.base, $state.snapshot(draft.form) as F);
    },
    async settle(form: F) {
      if (!conflict) return;
      draft.rebase(conflict.theirs.form, conflict.theirs.version, form);
      conflict = undefined;
      if (draft.dirty) await send(false);
    },
    postpone() {
      conflict = undefined;
    },
  };
}

const text = (value: string | number | undefined): string | null => (value === undefined ? null : String(value));
const moment = (value: string | number | undefined): number | null =>
  value === undefined ? null : Number(value) || null;
