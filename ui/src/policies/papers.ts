// An edition on paper: made by the office, looked at before it is printed.
import { call } from '../api/call';
import { t } from '../api/t';
import { show } from '../frame/paper.svelte';
import { showError } from '../frame/show-error';

export async function printEdition(edition: string): Promise<void> {
  try {
    await show(() => call('policies.paper', { edition }));
  } catch (thrown) {
    showError(t('policy.print'), thrown, 'policies.paper');
  }
}
