import { describe, expect, it } from 'vitest';
import { plural } from '../src/api/plural';
import { groupDigits } from '../src/parts/digits';
import { fold, matches } from '../src/parts/fold';
import { parseMoney, showMoney, showPercent } from '../src/parts/money';
import { vectors } from './vectors';

describe('typed amounts are read exactly as the kernel reads them', () => {
  it.each(vectors('numbers'))('$input', ({ input, verdict, halalas, shown, shown_arabic, reason }) => {
    const read = parseMoney(input);
    if (verdict === 'refused') return expect(read).toEqual({ problem: reason });
    expect(read).toEqual({ halalas: Number(halalas) });
    expect(showMoney(Number(halalas), false)).toBe(shown);
    expect(showMoney(Number(halalas), true)).toBe(shown_arabic);
  });

  it('shows a negative in parentheses and every halala of the largest amount', () => {
    expect(showMoney(-123450, false)).toBe('(1,234.50)');
    expect(showMoney(-5, false)).toBe('(0.05)');
    expect(showMoney(900_000_000_000_000, false)).toBe('9,000,000,000,000.00');
  });

  it('says nothing rather than 0 % when there is no whole', () => {
    expect(showPercent(0, 0)).toBeNull();
    expect(showPercent(964, 1000)).toBe('96.4\u200F٪');
  });
});

describe('the search form of a text is the kernel’s', () => {
  it.each(vectors('fold'))('$input', ({ input, folded }) => {
    expect(fold(input)).toBe(folded);
    expect(fold(folded), 'folding twice changes nothing').toBe(folded);
  });

  it('finds a compound name however it is spaced', () => {
    expect(matches('عبد الله بن صالح', 'عبدالله')).toBe(true);
    expect(matches('عبدالله صالح', 'عبد الله')).toBe(true);
    expect(matches('أحمد القحطاني', 'احمد قحطان')).toBe(true);
    expect(matches('أحمد القحطاني', 'سعد')).toBe(false);
  });
});

describe('plural categories', () => {
  it.each(vectors('plural'))('$n is $category', ({ n, category, text }) => {
    expect(plural('ar', Number(n))).toBe(category);
    if (/\d/.test(text))
      expect(text.startsWith(groupDigits(Number(n))), 'the number is grouped as in the vector').toBe(true);
  });

  it('English has two, and a fraction is other', () => {
    expect([0, 1, 2, 1.5].map((n) => plural('en', n))).toEqual(['other', 'one', 'other', 'other']);
    expect(plural('ar', 1.5)).toBe('other');
  });
});
