import { describe, expect, it } from 'vitest';
import type { LoanProduct } from '../src/api/generated';
import { ranges, weekOf } from '../src/collection/ranges';
import { blank, byProduct, cashLimit, checks, proposed, row, sumOf, type Proposal } from '../src/loans/proposal';

const product: LoanProduct = {
  id: 'product',
  name: 'منتج',
  version: 1,
  offered: true,
  loans: 0,
  terms: {
    least: 500_000,
    most: 5_000_000,
    longest: 36,
    calendar: 'gregorian',
    split: 'equal_then_last',
    unit: 100,
    grace: 6,
    weekend: ['fri', 'sat'],
    on_non_working_day: 'same_day',
    defers_ramadan: false,
    advance: 'next',
    arrears_grace_days: 0,
    cash_percent: 20,
    guarantees: ['social_security', 'guarantor'],
    top_up_percent: null,
  },
};

/** A proposal nothing is missing from. */
const whole = (): Proposal => ({
  ...blank(),
  party: 'party',
  project: 'new',
  project_name: 'مشغل',
  product: product.id,
  fund: 'fund',
  amount: 1_000_000,
  instalments: 12,
  guarantee: 'guarantor',
  tranches: [
    { ...row(800_000), item: 'ماكينة' },
    { ...row(200_000), kind: 'cash' },
  ],
});
const gaps = (form: Proposal, of: LoanProduct | null = product) =>
  checks(form, of ?? undefined)
    .filter((check) => !check.met)
    .map((check) => check.key);

describe('what a loan needs before it can be asked for', () => {
  it('is all there when nothing is missing', () => {
    expect(gaps(whole())).toEqual([]);
    expect(proposed(whole())?.tranches).toHaveLength(2);
  });

  it.each<[string, Partial<Proposal>]>([
    ['borrower', { party: null }],
    ['project', { project_name: ' ' }],
    ['fund', { fund: null }],
    ['guarantee', { guarantee: 'employer' }],
    ['instalments', { instalments: 31 }],
    ['tranches', { tranches: [row(999_900)] }],
    ['cash', { tranches: [{ ...row(799_999) }, { ...row(200_001), kind: 'cash' }] }],
  ])('names the missing %s', (key, change) => {
    expect(gaps({ ...whole(), ...change })).toEqual([key]);
  });

  it('asks for the product first: its limits cannot be told before', () => {
    expect(gaps({ ...whole(), product: null }, null)).toEqual(['product']);
    expect(gaps({ ...whole(), amount: 499_900, tranches: [row(499_900)] })).toEqual(['amount']);
  });

  it('is not sent with something missing', () => {
    expect(proposed({ ...whole(), fund: null })).toBeNull();
    expect(proposed({ ...whole(), project: 'known' })?.project).toEqual({ known: 'known' });
  });

  it('takes the habits of the product, and keeps what fits it', () => {
    expect(byProduct(blank(), product)).toMatchObject({ product: 'product', calendar: 'gregorian', instalments: 12 });
    expect(byProduct({ ...whole(), instalments: 36 }, product).instalments).toBe(12);
    expect(byProduct({ ...whole(), guarantee: 'employer' }, product).guarantee).toBeNull();
  });

  it('counts cash down to a whole halala', () => {
    expect(cashLimit(100_001, 33)).toBe(33_000);
    expect(cashLimit(99_999_999_999_999, 99)).toBe(98_999_999_999_999);
    expect(sumOf(whole().tranches, 'cash')).toBe(200_000);
  });
});

describe('the spans of collection', () => {
  it('has weeks from Sunday to Saturday', () => {
    expect(weekOf('2026-11-22')).toEqual({ from: '2026-11-22', until: '2026-11-28' });
    expect(weekOf('2026-11-28')).toEqual({ from: '2026-11-22', until: '2026-11-28' });
  });

  it('goes over the end of a month', () => {
    const [week, today, next, month] = ranges('2026-12-31');
    expect([week?.from, today?.from, next?.from, month?.until]).toEqual([
      '2026-12-27',
      '2026-12-31',
      '2027-01-03',
      '2027-01-29',
    ]);
  });
});
