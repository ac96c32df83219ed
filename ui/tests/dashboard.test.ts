import { describe, expect, it } from 'vitest';
import { bandWords, rateText, rateWords, riyals, showRiyals } from '../src/dashboard/figures';
import { options } from '../src/parts/chart';

describe('a figure of the board', () => {
  it('keeps both decimals of a rate and invents none', () => {
    expect(rateText(9460)).toBe('94.60\u200F٪');
    expect(rateText(0)).toBe('0.00\u200F٪');
    expect(rateText(null)).toBeNull();
    expect(rateWords(null)).toBe('لا توجد بيانات');
  });

  it('is whole riyals, a half up, whichever side of zero', () => {
    expect(riyals(111_924_949)).toBe(1_119_249);
    expect(riyals(111_924_950)).toBe(1_119_250);
    expect(riyals(-150)).toBe(-2);
    expect(showRiyals(-70_240_000)).toBe('(702,400)');
  });

  it('names a band of lateness with its range kept together', () => {
    expect(bandWords({ from: 0, to: 0 })).toBe('منتظم');
    expect(bandWords({ from: 31, to: 60 })).toBe('\u206631–60\u2069 يومًا');
    expect(bandWords({ from: 181, to: null })).toBe('أكثر من 180 يومًا');
  });
});

describe('bars of several series', () => {
  const look = (rtl: boolean) =>
    options({
      kind: 'bars',
      labels: ['محرم'],
      series: [
        { name: 'المستحق', values: [1] },
        { name: 'المحصّل', values: [2] },
      ],
      stacked: false,
      rtl,
      format: String,
      token: (name) => name,
    });
  const names = (rtl: boolean) => (look(rtl).series as { name: string }[]).map((one) => one.name);
  const colours = (rtl: boolean) =>
    Object.fromEntries(
      (look(rtl).series as { name: string; itemStyle: { color: string } }[]).map((one) => [
        one.name,
        one.itemStyle.color,
      ]),
    );

  it('stand in reading order in both directions, and keep their colours', () => {
    expect(names(false)).toEqual(['المستحق', 'المحصّل']);
    expect(names(true)).toEqual(['المحصّل', 'المستحق']);
    expect(colours(true)).toEqual(colours(false));
  });
});
