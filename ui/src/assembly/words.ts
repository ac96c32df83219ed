// Colours of memberships, and their papers.
import { call } from '../api/call';
import type { AssemblyKind, AssemblyStanding } from '../api/generated';
import { t } from '../api/t';
import { show } from '../frame/paper.svelte';
import { showError } from '../frame/show-error';
import type { Tone } from '../parts';

const standings: Record<AssemblyStanding, Tone> = { paid: 'ok', owes: 'warn', free: 'plain', ended: 'plain' };
export const standingTone = (standing: AssemblyStanding): Tone => standings[standing];
export const assemblyStandings: AssemblyStanding[] = ['paid', 'owes', 'free', 'ended'];
export const assemblyKinds: AssemblyKind[] = ['active', 'affiliate', 'honorary'];

export async function printCard(member: string): Promise<void> {
  try {
    await show(() => call('assembly.card', { member }));
  } catch (thrown) {
    showError(t('assembly.card'), thrown, 'assembly.card');
  }
}
export async function printRegister(year: number | null): Promise<void> {
  try {
    await show(() => call('assembly.register', { year }));
  } catch (thrown) {
    showError(t('assembly.register'), thrown, 'assembly.register');
  }
}
