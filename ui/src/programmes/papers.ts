// Papers of programmes: made by the office, looked at before they are printed.
import { call } from '../api/call';
import { t } from '../api/t';
import { show } from '../frame/paper.svelte';
import { showError } from '../frame/show-error';

export async function printFramework(initiative: string): Promise<void> {
  try {
    await show(() => call('programmes.framework_paper', { initiative }));
  } catch (thrown) {
    showError(t('programmes.printing'), thrown, 'programmes.framework_paper');
  }
}

export async function printChange(initiative: string): Promise<void> {
  try {
    await show(() => call('programmes.change_paper', { initiative }));
  } catch (thrown) {
    showError(t('programmes.printing'), thrown, 'programmes.change_paper');
  }
}

export async function printReport(programme: string): Promise<void> {
  try {
    await show(() => call('programmes.report_paper', { programme }));
  } catch (thrown) {
    showError(t('programmes.printing'), thrown, 'programmes.report_paper');
  }
}
