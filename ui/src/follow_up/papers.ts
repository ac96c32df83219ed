// Papers of following up: made by the office, looked at before they are printed.
import { call } from '../api/call';
import { t } from '../api/t';
import { show } from '../frame/paper.svelte';
import { showError } from '../frame/show-error';

async function look(command: 'follow_up.form_paper' | 'follow_up.round_paper', activities: string[]): Promise<void> {
  try {
    await show(() => call(command, { activities }));
  } catch (thrown) {
    showError(t('follow_up.printing'), thrown, command);
  }
}

/** The forms of activities, each on a page: to be filled in by hand, or as they were filled in. */
export const printForms = (activities: string[]) => look('follow_up.form_paper', activities);
/** The list of a round, on one page. */
export const printRound = (activities: string[]) => look('follow_up.round_paper', activities);
