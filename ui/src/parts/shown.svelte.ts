// How values are shown: digits, calendar, theme. The frame sets it from the session; parts read it.
export type Digits = 'latin' | 'arabic';
export type Theme = 'light' | 'dark' | 'system';

export const shown = $state<{
  digits: Digits;
  dateDigits: Digits;
  calendar: 'hijri' | 'gregorian';
  theme: Theme;
  dark: boolean;
}>({
  /** Digits of numbers and amounts. */
  digits: 'latin',
  /** Digits of Hijri dates: Arabic-Indic by default, as on paper. */
  dateDigits: 'arabic',
  /** The calendar named first; the other always stands beside it. */
  calendar: 'hijri',
  theme: 'system',
  /** Whether the dark theme is on now, whatever chose it. */
  dark: false,
});

export function setShown(next: Partial<Pick<typeof shown, 'digits' | 'dateDigits' | 'calendar'>>): void {
  Object.assign(shown, next);
}

const system = typeof matchMedia === 'function' ? matchMedia('(prefers-color-scheme: dark)') : null;

function applyTheme(): void {
  shown.dark = shown.theme === 'dark' || (shown.theme === 'system' && !!system?.matches);
  document.documentElement.dataset.theme = shown.dark ? 'dark' : 'light';
}

/** Light, dark, or what the system asks for (and follows when that changes). */
export function setTheme(theme: Theme): void {
  shown.theme = theme;
  applyTheme();
}

system?.addEventListener('change', applyTheme);
