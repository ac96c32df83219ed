// Papers of services: made by the office, looked at before they are printed.
import { call } from '../api/call';
import type { AskWhoQualifies, WhichService } from '../api/generated';
import { t } from '../api/t';
import { show } from '../frame/paper.svelte';
import { showError } from '../frame/show-error';

export async function printAnnouncement(which: WhichService): Promise<void> {
  try {
    await show(() => call('services.announcement_paper', which));
  } catch (thrown) {
    showError(t('services.print_announcement'), thrown, 'services.announcement_paper');
  }
}

export async function printForm(which: WhichService): Promise<void> {
  try {
    await show(() => call('services.form_paper', which));
  } catch (thrown) {
    showError(t('services.print_form'), thrown, 'services.form_paper');
  }
}

export async function printCalls(asked: AskWhoQualifies): Promise<void> {
  try {
    await show(() => call('services.calls_paper', asked));
  } catch (thrown) {
    showError(t('services.print_calls'), thrown, 'services.calls_paper');
  }
}
