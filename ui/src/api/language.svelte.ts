/** The language of the interface: Arabic first, English second. Reading it inside a component makes the component follow it. */
export type Language = 'ar' | 'en';

let current = $state<Language>('ar');

export function language(): Language {
  return current;
}

/** Changes the language and the direction of the whole document with it. */
export function setLanguage(next: Language): void {
  current = next;
  if (typeof document !== 'undefined') {
    document.documentElement.lang = next;
    document.documentElement.dir = next === 'ar' ? 'rtl' : 'ltr';
  }
}
