// The association's picture in the page. Its bytes are read once for each picture, and stay while the program is open.
import { SvelteMap } from 'svelte/reactivity';
import { ask, read } from '../api/call';
import type { Logo } from '../api/generated';

const shown = new SvelteMap<string, string>();
const asked = new Set<string>();

/** What tells one picture from another: the ticket it came in with, or its fingerprint once it stands. */
const key = (logo: Logo) => logo.ticket ?? logo.sha256;

/** A picture that was just chosen is shown before it is saved. */
export function keep(logo: Logo, picture: Blob): void {
  shown.set(key(logo), URL.createObjectURL(picture));
}

/** Where the picture is to be found in the page; nothing until it has been read. */
export function address(logo: Logo | null): string | undefined {
  if (!logo) return undefined;
  const known = shown.get(key(logo));
  if (known === undefined && !logo.ticket && !asked.has(logo.sha256)) {
    asked.add(logo.sha256);
    void load(logo);
  }
  return known;
}

async function load(logo: Logo): Promise<void> {
  try {
    const { file } = await ask('association.logo', {});
    if (file) keep(logo, await read('association.logo', file));
  } catch {
    // A locked screen, for one: the letter stands in its place until it is asked for again.
    asked.delete(logo.sha256);
  }
}
