// The funds a loan is paid out of. Whoever sees the books sees what cash each has.
import { useQuery } from '../api/query.svelte';
import { t } from '../api/t';
import { may } from '../frame/office.svelte';
import { showMoney, type Option } from '../parts';

export function useLendingFunds(): { readonly list: Option[]; readonly loaded: boolean } {
  const books = useQuery('funds.list', () => (may('funds.view') ? { day: null } : null));
  // A researcher does not see the books: the funds that lend already are what they may ask of.
  const lent = useQuery('loans.list', () => (may('funds.view') ? null : { text: '', phase: [], late: null, fund: null, party: null, project: null, sort: 'borrower' as const, down: false, offset: 0, limit: 1, counts: true }));
  const list = $derived.by<Option[]>(() => {
    if (!may('funds.view')) return (lent.data?.counts?.fund ?? []).map((one) => ({ value: one.fund, label: one.name }));
    const lending = (books.data?.funds ?? []).filter((line) => line.fund.kind === 'loan_pool' || line.fund.kind === 'grant');
    return lending.map((line) => ({ value: line.fund.id, label: line.fund.name, note: t('loan.fund_cash', { amount: showMoney(line.totals.cash) }) }));
  });
  return {
    get list() {
      return list;
    },
    get loaded() {
      return !!(books.data ?? lent.data);
    },
  };
}
