// Papers of meetings: made by the office, looked at before they are printed.
import { call } from '../api/call';
import { t } from '../api/t';
import { show } from '../frame/paper.svelte';
import { showError } from '../frame/show-error';

async function look(command: 'committees.agenda' | 'committees.minutes_paper', meeting: string): Promise<void> {
  try {
    await show(() => call(command, { meeting }));
  } catch (thrown) {
    showError(t('loan.printing'), thrown, command);
  }
}

export const printAgenda = (meeting: string) => look('committees.agenda', meeting);
export const printMinutes = (meeting: string) => look('committees.minutes_paper', meeting);
