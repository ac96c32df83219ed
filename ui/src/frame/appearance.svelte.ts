// Theme, density and language. A person's choice is kept with them; the last one is kept on the device too, so that the
// sign-in screen already looks as it did.
import { language, setLanguage, type Language } from '../api/language.svelte';
import { setTheme, shown, type Theme } from '../parts/shown.svelte';
import { keep, preference } from './preferences.svelte';

export type Density = 'comfortable' | 'compact';
interface Appearance {
  theme: Theme;
  density: Density;
  language: Language;
}

const KEY = 'appearance';
const standard: Appearance = { theme: 'light', density: 'comfortable', language: 'ar' };

export const density: { now: Density } = $state({ now: 'comfortable' });

function understood(value: unknown): Appearance {
  const { theme, density, language } = (
    typeof value === 'object' && value !== null ? value : {}
  ) as Partial<Appearance>;
  return {
    theme: theme === 'dark' || theme === 'system' ? theme : standard.theme,
    density: density === 'compact' ? density : standard.density,
    language: language === 'en' ? language : standard.language,
  };
}

function show(next: Appearance): void {
  setTheme(next.theme);
  setLanguage(next.language);
  density.now = next.density;
  document.documentElement.dataset['density'] = next.density;
}

/** Before anybody has signed in: as this device was left. */
export function appearanceOfDevice(): void {
  let kept: unknown = null;
  try {
    kept = JSON.parse(localStorage.getItem(KEY) ?? 'null');
  } catch {
    // A damaged entry is as good as none.
  }
  show(understood(kept));
}

/** After signing in: as this person likes it, where they ever said so. */
export function appearanceOfPerson(): void {
  const kept = preference(KEY);
  if (kept !== undefined && kept !== null) show(understood(kept));
}

export function change(part: Partial<Appearance>): void {
  const next: Appearance = { theme: shown.theme, density: density.now, language: language(), ...part };
  show(next);
  localStorage.setItem(KEY, JSON.stringify(next));
  keep(KEY, next);
}
