// Papers of questionnaires: made by the office, looked at before they are printed.
import { call } from '../api/call';
import { t } from '../api/t';
import { show } from '../frame/paper.svelte';
import { showError } from '../frame/show-error';

export async function printForm(questionnaire: string, no: number | null): Promise<void> {
  try {
    await show(() => call('questionnaires.form_paper', { questionnaire, no }));
  } catch (thrown) {
    showError(t('questionnaires.printing'), thrown, 'questionnaires.form_paper');
  }
}

export async function printResults(questionnaire: string): Promise<void> {
  try {
    await show(() => call('questionnaires.results_paper', { questionnaire }));
  } catch (thrown) {
    showError(t('questionnaires.printing'), thrown, 'questionnaires.results_paper');
  }
}

export async function printSlip(questionnaire: string, token: string): Promise<void> {
  try {
    await show(() => call('questionnaires.rating_slip', { questionnaire, token }));
  } catch (thrown) {
    showError(t('questionnaires.printing'), thrown, 'questionnaires.rating_slip');
  }
}
