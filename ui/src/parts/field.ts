import { getContext, setContext } from 'svelte';

/** What a field tells the input inside it. Getters, so that the input follows changes. */
export type FieldState = {
  readonly id: string;
  readonly labelId: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
  readonly required: boolean;
  /** A name for tests, carried by the input. */
  readonly test: string | undefined;
  /** The input's own finding about what was typed (not a number, no such day); null when all is well. */
  tell(problem: string | null): void;
};

const KEY = Symbol('field');

export function provideField(state: FieldState): void {
  setContext(KEY, state);
}

export function useField(): FieldState | undefined {
  return getContext<FieldState | undefined>(KEY);
}

/** The attributes an input takes from its field, or from its own label when it stands alone. */
export function fieldAttributes(field: FieldState | undefined, label: string | undefined, ownId: string) {
  return {
    id: field && !label ? field.id : ownId,
    'aria-label': label,
    'aria-describedby': field?.describedBy,
    'aria-invalid': field?.invalid ? ('true' as const) : undefined,
    'aria-required': field?.required ? ('true' as const) : undefined,
    'data-test': field?.test,
  };
}

/**
 * Calls `then` for an Enter that finishes typing (not one that only accepts a word of an input method). The key is used
 * up: were the focus moved meanwhile, the same Enter would press whatever button it came to.
 */
export function entered(event: KeyboardEvent, then: () => void): void {
  if (event.key !== 'Enter' || event.isComposing || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  then();
}
