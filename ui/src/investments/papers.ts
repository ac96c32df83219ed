// Papers of leases: made by the office, looked at before they are printed.
import { call } from '../api/call';
import { t } from '../api/t';
import { show } from '../frame/paper.svelte';
import { showError } from '../frame/show-error';

export async function printLease(lease: string): Promise<void> {
  try {
    await show(() => call('investments.lease_paper', { lease }));
  } catch (thrown) {
    showError(t('investments.printing'), thrown, 'investments.lease_paper');
  }
}

export async function printReceipt(lease: string, entry: string): Promise<void> {
  try {
    await show(() => call('investments.rent_receipt', { lease, entry }));
  } catch (thrown) {
    showError(t('investments.printing'), thrown, 'investments.rent_receipt');
  }
}

export async function printLetter(lease: string): Promise<void> {
  try {
    await show(() => call('investments.late_letter', { lease }));
  } catch (thrown) {
    showError(t('investments.printing'), thrown, 'investments.late_letter');
  }
}
