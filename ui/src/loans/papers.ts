// Papers of a loan: made by the office, looked at before they are printed.
import { call } from '../api/call';
import { t } from '../api/t';
import { show } from '../frame/paper.svelte';
import { showError } from '../frame/show-error';

async function look(
  command: 'loans.receipt' | 'loans.annex' | 'loans.statement' | 'loans.plan_paper',
  paper: Parameters<typeof show>[0],
): Promise<void> {
  try {
    await show(paper);
  } catch (thrown) {
    showError(t('loan.printing'), thrown, command);
  }
}

/** The receipt of a repayment, by the place of its event. */
export const printReceipt = (loan: string, place: number) =>
  look('loans.receipt', () => call('loans.receipt', { loan, place }));
/** The annex of a change of terms, by the place of its event. */
export const printAnnex = (loan: string, place: number) =>
  look('loans.annex', () => call('loans.annex', { loan, place }));
export const printStatement = (loan: string) =>
  look('loans.statement', () => call('loans.statement', { loan, day: null }));
export const printPlan = (loan: string) => look('loans.plan_paper', () => call('loans.plan_paper', { loan }));
