// What the words of the books look like on the screen.
import type { FundClass, FundsScreen, JournalRow, VoucherNumber } from '../api/generated';
import { t } from '../api/t';
import { monthName } from '../parts/dates';
import type { Tone } from '../parts/types';

/** `RV-2026-000123`, as the paper bears it. */
export function voucherText(voucher: VoucherNumber): string {
  return `${voucher.kind}-${voucher.year}-${String(voucher.no).padStart(6, '0')}`;
}

export function classTone(kind: FundClass): Tone {
  return { unrestricted: 'plain', restricted: 'info', endowment: 'gold' }[kind] as Tone;
}

export function fundsOf(row: JournalRow): string {
  return row.funds > 1 ? t('funds.several_funds', { name: row.fund_name }) : row.fund_name;
}

export function stateOf(row: JournalRow): { words: string; tone: Tone } {
  if (row.reversed) return { words: t('funds.reversed'), tone: 'plain' };
  return row.reverses ? { words: t('funds.is_reversal'), tone: 'warn' } : { words: t('funds.posted'), tone: 'ok' };
}

/** The month that is open; where none is, which are closed, and only without any that nothing was posted yet. */
export function periodWords(screen: Pick<FundsScreen, 'open_period' | 'closed_period'>): string {
  const month = screen.open_period ?? screen.closed_period;
  if (month === null) return t('funds.subtitle_none');
  const words = { year: Math.floor(month / 100), month: monthName('gregorian', month % 100) };
  return t(screen.open_period === null ? 'funds.subtitle_closed' : 'funds.subtitle', words);
}
