// Loans found while somebody types who pays. Only loans that can take money are offered.
import { ask } from '../api/call';
import type { LoanLine } from '../api/generated';
import { t } from '../api/t';
import { showMoney, type Option } from '../parts';
import { dueNow, standing } from './words';

export class FoundLoans {
  loans = $state.raw<LoanLine[]>([]);
  busy = $state(false);
  #newest = 0;

  async ask(text: string): Promise<void> {
    const mine = ++this.#newest;
    if (!text.trim()) {
      this.loans = [];
      this.busy = false;
      return;
    }
    this.busy = true;
    const found = await ask('loans.find', { text, limit: 12 }).catch(() => ({ loans: [] }));
    // An older, slower answer must not cover a newer one.
    if (mine !== this.#newest) return;
    this.loans = found.loans.filter((loan) => loan.phase === 'active');
    this.busy = false;
  }

  get options(): Option[] {
    return this.loans.map((loan) => ({
      value: loan.loan,
      label: loan.borrower,
      note: [
        loan.project_name,
        loan.loan_no,
        t('loan.asked_for', { amount: showMoney(dueNow(loan)) }),
        loan.days_late > 0 ? standing(loan).words : '',
      ]
        .filter(Boolean)
        .join(' · '),
    }));
  }
}
