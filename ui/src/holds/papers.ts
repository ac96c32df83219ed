// Papers of holds: made by the office, looked at before they are printed.
import { call } from '../api/call';
import { t } from '../api/t';
import { show } from '../frame/paper.svelte';
import { showError } from '../frame/show-error';

async function look(command: 'holds.paper' | 'holds.annex', hold: string): Promise<void> {
  try {
    await show(() => call(command, { hold }));
  } catch (thrown) {
    showError(t('loan.printing'), thrown, command);
  }
}

export const printHold = (hold: string) => look('holds.paper', hold);
export const printAnnex = (hold: string) => look('holds.annex', hold);
