// Forms that hold something not yet saved. Leaving the place or closing the window asks first.

const forms = new Set<symbol>();

export function hasUnsaved(): boolean {
  return forms.size > 0;
}

export function forgetUnsaved(): void {
  forms.clear();
}

/** Tells the frame whether this component holds something unsaved, for as long as it lives. */
export function useUnsaved(dirty: () => boolean): void {
  const form = Symbol('form');
  $effect(() => {
    if (dirty()) forms.add(form);
    else forms.delete(form);
  });
  $effect(() => () => void forms.delete(form));
}

window.addEventListener('beforeunload', (event) => {
  if (hasUnsaved()) event.preventDefault();
});
