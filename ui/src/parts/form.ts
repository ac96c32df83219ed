// What a form tells the fields inside it, wherever they stand.
import { getContext, setContext } from 'svelte';

export interface FormState {
  /** What is wrong with this field, in words; null when all is well or it is too early to say. */
  problemOf(name: string): string | null;
  /** The person left the field: from now on it may be said what is wrong with it. */
  left(name: string): void;
  /** An input cannot read what was typed («ten» for a number); null once it can. `field` tells the inputs apart. */
  told(field: string, problem: string | null): void;
  /** The field stands in the form, so that a refusal about it need not be told elsewhere. Returns how it goes away. */
  shows(name: string): () => void;
}

const KEY = Symbol('form');

export function provideForm(state: FormState): void {
  setContext(KEY, state);
}

export function useFormState(): FormState | undefined {
  return getContext<FormState | undefined>(KEY);
}
