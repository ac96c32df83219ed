// Papers of partners: made by the office, looked at before they are printed.
import { call } from '../api/call';
import { t } from '../api/t';
import { show } from '../frame/paper.svelte';
import { showError } from '../frame/show-error';

export async function printAgreement(agreement: string): Promise<void> {
  try {
    await show(() => call('partners.agreement_paper', { agreement }));
  } catch (thrown) {
    showError(t('partners.printing'), thrown, 'partners.agreement_paper');
  }
}

export async function printReport(partner: string, from: string, until: string): Promise<void> {
  try {
    await show(() => call('partners.report_paper', { partner, from, until }));
  } catch (thrown) {
    showError(t('partners.printing'), thrown, 'partners.report_paper');
  }
}
