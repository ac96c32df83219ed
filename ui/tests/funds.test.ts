import { describe, expect, it } from 'vitest';
import { tn } from '../src/api/t';
import { byHand, differences, emptyLine, fits, missing, sent, totals, typed, type TypedLine } from '../src/funds/lines';
import { asked, presetOf, spanOf } from '../src/funds/span';
import { periodWords } from '../src/funds/words';
import type { Account, Fund } from '../src/api/generated';

const line = (key: string, given: Partial<TypedLine>): TypedLine => ({
  ...emptyLine(key),
  account: '11101',
  fund: 'a',
  ...given,
});
const account = (code: string, given: Partial<Account> = {}): Account => ({
  code,
  name: code,
  type: 'asset',
  parent: null,
  postable: true,
  cash_kind: null,
  control_of: null,
  nets_to_zero: null,
  restriction_class: null,
  origin: 'chart',
  checked: false,
  ...given,
});

describe('the lines of a voucher', () => {
  it('balance within each fund, not only as a whole', () => {
    const lines = [line('1', { debit: 500 }), line('2', { fund: 'b', credit: 500 })];
    expect(totals(lines)).toEqual({ debit: 500, credit: 500 });
    expect(differences(lines)).toEqual([
      { fund: 'a', amount: 500 },
      { fund: 'b', amount: -500 },
    ]);
    expect(missing(lines)).toEqual({ what: 'balance', fund: 'a', amount: 500 });
  });

  it('name the first thing that is missing, by the number the person sees', () => {
    expect(missing([emptyLine('1'), line('2', { debit: 500, account: null })])).toEqual({ what: 'account', line: 2 });
    expect(missing([line('1', { fund: null, debit: 500 })])).toEqual({ what: 'fund', line: 1 });
    expect(missing([line('1', {})])).toEqual({ what: 'amount', line: 1 });
    expect(missing([line('1', { debit: 5, credit: 5 })])).toEqual({ what: 'amount', line: 1 });
    expect(missing([emptyLine('1'), emptyLine('2')])).toEqual({ what: 'lines' });
    expect(missing([line('1', { debit: 500 }), line('2', { credit: 500 })])).toBeNull();
  });

  it('travel without blank ones, and come back as they were', () => {
    const lines = [line('1', { debit: 500, memo: ' عهدة ' }), emptyLine('x'), line('2', { credit: 500 })];
    const travelled = sent(lines);
    expect(travelled).toEqual([
      { account: '11101', fund: 'a', debit: 500, credit: 0, memo: 'عهدة' },
      { account: '11101', fund: 'a', debit: 0, credit: 500, memo: '' },
    ]);
    expect(sent(typed(travelled, () => 'k'))).toEqual(travelled);
  });

  it('stand on accounts that take lines by hand, of the class of their fund', () => {
    const chart = [
      account('1', { postable: false }),
      account('11101'),
      account('11201', { control_of: 'loan' }),
      account('31102', { restriction_class: 'restricted' }),
    ];
    expect(byHand(chart).map((one) => one.code)).toEqual(['11101', '31102']);
    const fund = { id: 'a', class: 'unrestricted' } as Fund;
    expect(byHand(chart).map((one) => fits(one, fund))).toEqual([true, false]);
    expect(fits(account('31102', { restriction_class: 'restricted' }), undefined)).toBe(true);
  });
});

describe('the days a page of the books looks at', () => {
  const today = '2026-11-22';

  it('are this fiscal year so far, unless the address says otherwise', () => {
    expect(asked({}, today)).toEqual({ from: '2026-01-01', until: today });
    expect(asked({ from: '2025-03-01', until: '2025-06-30' }, today)).toEqual({
      from: '2025-03-01',
      until: '2025-06-30',
    });
    expect(asked({ until: '2025-06-30' }, today)).toEqual({ from: '2025-01-01', until: '2025-06-30' });
    expect(asked({ from: '2026-05-01', until: '2025-06-30' }, today)).toEqual({
      from: '2025-01-01',
      until: '2025-06-30',
    });
    expect(asked({ from: 'x', until: '2026' }, today)).toEqual({ from: '2026-01-01', until: today });
  });

  it('have names', () => {
    expect(spanOf('last_year', today)).toEqual({ from: '2025-01-01', until: '2025-12-31' });
    expect(spanOf('twelve', today)).toEqual({ from: '2025-12-01', until: today });
    expect(spanOf('twelve', '2026-12-05')).toEqual({ from: '2026-01-01', until: '2026-12-05' });
    expect(presetOf({ from: '2026-11-01', until: today }, today)).toBe('month');
    expect(presetOf({ from: '2026-11-02', until: today }, today)).toBeNull();
  });
});

describe('a word that ends in a marked letter', () => {
  it('is followed by a space that stays with it', () => {
    expect(tn('parts.table.rows', 21)).toBe('21 سجلًا\u00A0');
    expect(tn('parts.table.rows', 5)).toBe('5 سجلات');
  });
});

describe('the header of the funds', () => {
  it('does not say that nothing was posted where all months are closed', () => {
    const nothing = periodWords({ open_period: null, closed_period: null });
    expect(periodWords({ open_period: null, closed_period: 202610 })).toContain('2026');
    expect(periodWords({ open_period: null, closed_period: 202610 })).not.toBe(nothing);
    expect(periodWords({ open_period: 202611, closed_period: 202610 })).not.toBe(
      periodWords({ open_period: null, closed_period: 202611 }),
    );
  });
});
