import { router, setQuery } from '../router.svelte';

/** What is typed into the search of a list. The address holds it; the field holds the space that is typed last, too. */
export function useSearch() {
  const asked = $derived(router.place.query['text'] ?? '');
  let typed = $state(router.place.query['text'] ?? '');
  // A saved view, back and forward change the question from outside.
  $effect(() => {
    if (asked !== typed.trim()) typed = asked;
  });
  return {
    get text() {
      return typed;
    },
    set text(next: string) {
      typed = next;
      setQuery({ text: next.trim() || undefined });
    },
  };
}

/** The words a list is searched for, as the address has them. */
export const textAsked = () => router.place.query['text'] ?? '';
