// Loans in the search over everything.
import { ask } from '../api/call';
import { t } from '../api/t';
import type { Finder } from '../frame/manifest';
import { go } from '../frame/router.svelte';
import { showMoney } from '../parts';
import { standing } from './words';

export const loans: Finder = {
  words: 'loan.tab.loans',
  needs: 'loans.view',
  place: 10,
  async find(query) {
    const found = await ask('loans.find', { text: query, limit: 6 });
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
      numbers: [loan.loan_no],
      icon: 'hand-coins' as const,
      open: () => go(`loans/${loan.loan}`),
    }));
  },
};
