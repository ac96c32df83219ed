// The paper that is being looked at before it is printed or saved.
import type { Handed, Paper } from '../api/generated';

export const preview: { paper: Paper | null } = $state({ paper: null });

/** How long the office keeps a paper ready to be fetched, and some, in milliseconds. */
const READY = 10 * 60_000;

let ask: (() => Promise<Paper>) | undefined;
let made = 0;
let used = false;

/** Asks the office for a paper and shows it. */
export async function show(paper: () => Promise<Paper>): Promise<void> {
  preview.paper = await paper();
  [ask, made, used] = [paper, Date.now(), false];
}

/** The PDF of the paper that is shown. It is fetched once, and not for ever: after that the office is asked anew. */
export async function pdf(): Promise<Handed | undefined> {
  if (ask && (used || Date.now() - made > READY)) await show(ask);
  return preview.paper?.pdf;
}

/** The PDF was fetched. */
export function fetched(): void {
  used = true;
}
