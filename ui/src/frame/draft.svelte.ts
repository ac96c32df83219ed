// What a person has typed and not yet saved survives a restart: it is kept among their preferences, encrypted.
import { untrack } from 'svelte';
import { keep, preference } from './preferences.svelte';
import { useUnsaved } from './unsaved.svelte';

export interface Draft<T> {
  /** What stands in the form. */
  form: T;
  readonly dirty: boolean;
  /** The form came back from an earlier sitting. */
  readonly restored: boolean;
  /** What the form begins from: called when the office's answer arrives, and after saving. */
  begin(original: T): void;
  /** Gives up what was typed. */
  discard(): void;
}

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** A form with a memory. Passwords and recovery codes never go through here. */
export function useDraft<T extends object>(name: string, empty: T): Draft<T> {
  const key = `draft.${name}`;
  let original = $state<T>(copy(empty));
  let form = $state<T>(copy(empty));
  let restored = $state(false);
  let begun = $state(false);
  const dirty = $derived(begun && !same(form, original));

  useUnsaved(() => dirty);
  $effect(() => {
    if (begun) keep(key, dirty ? copy(form) : null);
  });

  function start(next: T): void {
    const kept = begun ? null : preference(key);
    const untouched = !begun || same(form, original) || same(form, next);
    original = copy(next);
    if (typeof kept === 'object' && kept !== null) {
      form = { ...copy(next), ...(kept as Partial<T>) };
      restored = true;
    } else if (untouched) {
      form = copy(next);
    }
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
    get restored() {
      return restored && dirty;
    },
    begin(next: T) {
      // The answer of the office begins the form; the form's own changes must not begin it again.
      untrack(() => start(next));
    },
    discard() {
      form = copy(original);
      restored = false;
      // At once: the form may be gone before its effects run.
      keep(key, null);
    },
  };
}
