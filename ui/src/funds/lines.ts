// The lines of a voucher as they are typed, and what is missing before they may be sent.
import type { Account, DraftLine, Fund } from '../api/generated';

export interface TypedLine {
  key: string;
  account: string | null;
  fund: string | null;
  debit: number | null;
  credit: number | null;
  memo: string;
}

export const emptyLine = (key: string, fund: string | null = null): TypedLine => ({
  key,
  account: null,
  fund,
  debit: null,
  credit: null,
  memo: '',
});

/** Debits less credits of each fund that does not balance, in halalas. */
export function differences(lines: readonly TypedLine[]): { fund: string; amount: number }[] {
  const by = new Map<string, number>();
  for (const line of lines)
    if (line.fund) by.set(line.fund, (by.get(line.fund) ?? 0) + (line.debit ?? 0) - (line.credit ?? 0));
  return [...by].filter(([, amount]) => amount !== 0).map(([fund, amount]) => ({ fund, amount }));
}

export function totals(lines: readonly TypedLine[]): { debit: number; credit: number } {
  return lines.reduce(
    (sum, line) => ({ debit: sum.debit + (line.debit ?? 0), credit: sum.credit + (line.credit ?? 0) }),
    { debit: 0, credit: 0 },
  );
}

/** A line nothing was entered on; it is not sent. */
export const isBlank = (line: TypedLine): boolean => !line.account && !line.debit && !line.credit && !line.memo.trim();

export type Missing =
  | { what: 'account' | 'fund' | 'amount'; line: number }
  | { what: 'lines' }
  | { what: 'balance'; fund: string; amount: number };

/** The first thing that keeps the lines from being sent; null when nothing does. */
export function missing(lines: readonly TypedLine[]): Missing | null {
  for (const [place, line] of lines.entries()) {
    if (isBlank(line)) continue;
    if (!line.account) return { what: 'account', line: place + 1 };
    if (!line.fund) return { what: 'fund', line: place + 1 };
    if (!line.debit === !line.credit) return { what: 'amount', line: place + 1 };
  }
  const [off] = differences(lines);
  if (off) return { what: 'balance', ...off };
  return lines.filter((line) => !isBlank(line)).length < 2 ? { what: 'lines' } : null;
}

/** The lines as the office takes them. */
export function sent(lines: readonly TypedLine[]): DraftLine[] {
  return lines
    .filter((line) => !isBlank(line))
    .map(({ account, fund, debit, credit, memo }) => ({
      account: account ?? '',
      fund: fund ?? '',
      debit: debit ?? 0,
      credit: credit ?? 0,
      memo: memo.trim(),
    }));
}

/** Lines that were sent before, to be mended. */
export function typed(lines: readonly DraftLine[], key: () => string): TypedLine[] {
  return lines.map(({ account, fund, debit, credit, memo }) => ({
    key: key(),
    account,
    fund,
    debit: debit || null,
    credit: credit || null,
    memo,
  }));
}

/** Accounts that lines by hand may stand on: no groups, none that follows a register of its own. */
export function byHand(accounts: readonly Account[]): Account[] {
  const registers = ['loan', 'borrower', 'cheque'];
  return accounts.filter((account) => account.postable && !registers.includes(account.control_of ?? ''));
}

/** Whether an account may be used with a fund. */
export function fits(account: Account, fund: Fund | undefined): boolean {
  return !fund || !account.restriction_class || account.restriction_class === fund.class;
}
