// Vouchers and pages of the books in the search over everything.
import { ask } from '../api/call';
import { t } from '../api/t';
import { may } from '../frame/office.svelte';
import type { Provider } from '../frame/palette';
import { go } from '../frame/router.svelte';
import { showMoney } from '../parts';
import { voucherText } from './words';

export const vouchers: Provider = {
  words: 'funds.found',
  async find(query) {
    if (!query.trim() || !may('funds.view')) return [];
    // The search goes on without the vouchers when the office does not answer.
    const found = await ask('funds.find', { text: query, limit: 5 }).catch(() => ({ vouchers: [] }));
    return found.vouchers.map((row) => ({
      key: `voucher.${row.id}`,
      title: row.narration,
      note: [
        voucherText(row.voucher),
        row.counterparty,
        row.fund_name,
        t('funds.found_amount', { amount: showMoney(row.amount) }),
      ]
        .filter(Boolean)
        .join(' · '),
      icon: 'receipt-text' as const,
      open: () => go(`funds/${row.id}`),
    }));
  },
};
