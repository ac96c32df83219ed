// Papers of purchases: made by the office, looked at before they are printed.
import { call, type Input } from '../api/call';
import { t } from '../api/t';
import { show } from '../frame/paper.svelte';
import { showError } from '../frame/show-error';

type Printed = 'purchases.order_paper' | 'purchases.delivery_paper' | 'purchases.assets_paper';

async function look<N extends Printed>(command: N, input: Input<N>): Promise<void> {
  try {
    await show(() => call(command, input));
  } catch (thrown) {
    showError(t('purchase.printing'), thrown, command);
  }
}

export const printOrder = (purchase: string) => look('purchases.order_paper', { purchase });
/** The record of what came: to be filled in by hand, or as it was told. */
export const printRecord = (purchase: string, blank: boolean) => look('purchases.delivery_paper', { purchase, blank });
export const printAssets = (project: string) => look('purchases.assets_paper', { project });
