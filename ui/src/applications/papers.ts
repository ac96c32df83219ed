// Papers of applications: made by the office, looked at before they are printed.
import { call } from '../api/call';
import { t } from '../api/t';
import { show } from '../frame/paper.svelte';
import { showError } from '../frame/show-error';

async function look(command: 'applications.appraisal_paper' | 'applications.letter_paper', application: string) {
  try {
    await show(() => call(command, { application }));
  } catch (thrown) {
    showError(t('loan.printing'), thrown, command);
  }
}

export const printAppraisal = (application: string) => look('applications.appraisal_paper', application);
export const printLetter = (application: string) => look('applications.letter_paper', application);

/** The form with what an application says; the empty one without any. */
export async function printForm(application: string | null): Promise<void> {
  try {
    await show(() => call('applications.form_paper', { application }));
  } catch (thrown) {
    showError(t('loan.printing'), thrown, 'applications.form_paper');
  }
}
