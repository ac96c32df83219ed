// Papers of the social research: made by the office, looked at before they are printed.
import { call } from '../api/call';
import { t } from '../api/t';
import { show } from '../frame/paper.svelte';
import { showError } from '../frame/show-error';

export async function printBlank(): Promise<void> {
  try {
    await show(() => call('assessments.blank_form', {}));
  } catch (thrown) {
    showError(t('assessments.printing'), thrown, 'assessments.blank_form');
  }
}

export async function printForm(assessment: string): Promise<void> {
  try {
    await show(() => call('assessments.form', { assessment }));
  } catch (thrown) {
    showError(t('assessments.printing'), thrown, 'assessments.form');
  }
}
