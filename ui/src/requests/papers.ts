// Papers of requests: made by the office, looked at before they are printed.
import { call } from '../api/call';
import { t } from '../api/t';
import { show } from '../frame/paper.svelte';
import { showError } from '../frame/show-error';

async function look(
  command: 'requests.letter_paper' | 'requests.receipt_paper' | 'requests.card_paper',
  request: string,
): Promise<void> {
  try {
    await show(() => call(command, { request }));
  } catch (thrown) {
    showError(t('requests.printing'), thrown, command);
  }
}

export const printLetter = (request: string) => look('requests.letter_paper', request);
export const printReceipt = (request: string) => look('requests.receipt_paper', request);
export const printCard = (request: string) => look('requests.card_paper', request);
