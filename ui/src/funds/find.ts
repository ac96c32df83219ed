// Vouchers and pages of the books in the search over everything.
import { ask } from '../api/call';
import { t } from '../api/t';
import type { Finder } from '../frame/manifest';
import { go } from '../frame/router.svelte';
import { showMoney } from '../parts';
import { voucherText } from './words';

export const vouchers: Finder = {
  words: 'funds.found',
  needs: 'funds.view',
  place: 30,
  async find(query) {
    const found = await ask('funds.find', { text: query, limit: 5 });
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
      numbers: [voucherText(row.voucher)],
      icon: 'receipt-text' as const,
      open: () => go(`funds/${row.id}`),
    }));
  },
};
