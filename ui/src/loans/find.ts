// Loans in the search over everything.
import { ask } from '../api/call';
import { t } from '../api/t';
import { may } from '../frame/office.svelte';
import type { Provider } from '../frame/palette';
import { go } from '../frame/router.svelte';
import { showMoney } from '../parts';
import { standing } from './words';

export const loans: Provider = {
  words: 'loan.tab.loans',
  async find(query) {
    if (!query.trim() || !may('loans.view')) return [];
    // The search goes on without the loans when the office does not answer.
    const found = await ask('loans.find', { text: query, limit: 6 }).catch(() => ({ loans: [] }));
    return found.loans.map((loan) => ({
      key: `loan.${loan.loan}`,
      title: loan.borrower,
      note: [
        loan.loan_no,
        loan.project_name,
        standing(loan).words,
        loan.outstanding ? t('loan.outstanding_of', { amount: showMoney(loan.outstanding) }) : '',
      ]
        .filter(Boolean)
        .join(' · '),
      icon: 'hand-coins' as const,
      open: () => go(`loans/${loan.loan}`),
    }));
  },
};
