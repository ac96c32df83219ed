// The funds a loan is paid out of. Whoever sees the books sees what cash each has.
import { useQuery } from '../api/query.svelte';
import { t } from '../api/t';
import { may } from '../frame/office.svelte';
import { showMoney, type Option } from '../parts';

export function useLendingFunds(): { readonly list: Option[]; readonly loaded: boolean } {
  const lending = useQuery('loans.products', () => ({}));
  const books = useQuery('funds.list', () => (may('funds.view') ? { day: null } : null));
  const cash = $derived(new Map(books.data?.funds.map((line) => [line.fund.id, line.totals.cash])));
  const list = $derived(
    (lending.data?.funds ?? []).map(({ id, name }): Option => {
      const held = cash.get(id);
      return {
        value: id,
        label: name,
        note: held === undefined ? undefined : t('loan.fund_cash', { amount: showMoney(held) }),
      };
    }),
  );
  return {
    get list() {
      return list;
    },
    get loaded() {
      return lending.data !== undefined;
    },
  };
}
