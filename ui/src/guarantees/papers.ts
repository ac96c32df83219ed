// Papers of guarantees: made by the office, looked at before they are printed.
import { call } from '../api/call';
import { t } from '../api/t';
import { show } from '../frame/paper.svelte';
import { showError } from '../frame/show-error';

async function look(command: 'guarantees.note_paper' | 'guarantees.clearance', loan: string): Promise<void> {
  try {
    await show(() => call(command, { loan }));
  } catch (thrown) {
    showError(t('loan.printing'), thrown, command);
  }
}

export const printNotes = (loan: string) => look('guarantees.note_paper', loan);
export const printClearance = (loan: string) => look('guarantees.clearance', loan);
