// The one search: what is meant comes first, in whatever way it was typed.
import { describe, expect, it, vi } from 'vitest';
import { otherLayout, heard } from '../src/parts/readings';
import { vectors } from './vectors';
import { best, marked, type Section } from '../src/frame/best';
import type { Found } from '../src/frame/manifest';

vi.mock('../src/host', () => ({ host: { kind: 'browser' } }));

const row = (title: string, more: Partial<Found> = {}): Found => ({
  key: title,
  title,
  icon: 'inbox',
  open: () => undefined,
  ...more,
});
// The heading plays no part in what is found.
const words = 'frame.search.screens' as const;
const told = (_heading: string, ...found: Found[]): Section => ({ words, found, told: true });
const own = (_heading: string, ...found: Found[]): Section => ({ words, found, told: false });
const titles = (sections: Section[]) => sections.flatMap(({ found }) => found.map(({ title }) => title));

describe('the palette', () => {
  it('puts the exact number first, before a heading that stands above it', () => {
    const loans = told('loans', row('نورة القحطاني', { note: 'L-1448-0073', numbers: ['L-1448-0073'] }));
    const people = told('people', row('سارة', { numbers: ['73'] }));
    expect(titles(best([loans, people], '73'))[0]).toBe('سارة');
    expect(titles(best([people, loans], 'L-1448-0073'))[0]).toBe('نورة القحطاني');
    expect(titles(best([people, loans], 'l14480073'))[0]).toBe('نورة القحطاني');
  });

  it('puts the exact name before one that only begins with it, and that before one in the middle', () => {
    const people = told('people', row('منورة أحمد'), row('سارة نورة'), row('نورة القحطاني'), row('نوره'));
    expect(titles(best([people], 'نورة'))).toEqual(['نوره', 'نورة القحطاني', 'سارة نورة', 'منورة أحمد']);
  });

  it('keeps what the office found for a reason that does not show, after everything that fits', () => {
    const people = told('people', row('هيا', { note: 'B-0551' }));
    const screens = own('screens', row('الخزينة', { also: '0551' }));
    expect(titles(best([people, screens], '0551234567'))).toEqual(['هيا']);
    expect(titles(best([told('people', row('هيا')), screens], '0551'))).toEqual(['الخزينة', 'هيا']);
  });

  it('finds actions by everyday words, and drops what does not fit', () => {
    const actions = own('commands', row('الإدخال السريع', { also: 'سداد دفعة repay payment' }), row('تسجيل تبرع'));
    expect(titles(best([actions], 'سداد'))).toEqual(['الإدخال السريع']);
    expect(titles(best([actions], 'payment'))).toEqual(['الإدخال السريع']);
    expect(titles(best([actions], 'طائرة'))).toEqual([]);
  });

  it('reads what was typed in the wrong layout, after what was typed in the right one', () => {
    const actions = own('commands', row('نسخة احتياطية', { also: 'backup copy' }));
    expect(titles(best([actions], 'ksom'))).toEqual(['نسخة احتياطية']);
    expect(titles(best([actions], 'ksxw'))).toEqual([]);
    expect(titles(best([actions], 'kso'))).toEqual(['نسخة احتياطية']);
    expect(titles(best([actions], 'لاشؤنعح'))).toEqual(['نسخة احتياطية']);
    expect(titles(best([own('s', row('نرة'), row('kvm'))], 'kvm'))).toEqual(['kvm', 'نرة']);
  });

  it('finds near spellings last', () => {
    expect(titles(best([own('s', row('نورة الضاهر'), row('نورا'))], 'نورا'))).toEqual(['نورا', 'نورة الضاهر']);
    expect(titles(best([own('s', row('ظافر'))], 'ضافر'))).toEqual(['ظافر']);
  });

  it('marks the words the question named, however it was typed', () => {
    expect(marked('نورة القحطاني', 'k,vm').filter(({ hit }) => hit)).toEqual([{ word: 'نورة', hit: true }]);
    expect(marked('نورة', '').some(({ hit }) => hit)).toBe(false);
  });
});

describe('the other readings of a question', () => {
  it.each(vectors('layout'))('$typed is $meant', ({ typed, meant }) => {
    expect(otherLayout(typed)).toEqual(meant === '' ? [] : meant.split(' | '));
  });
  it.each(vectors('heard'))('$text sounds like $heard', ({ text, heard: expected }) => {
    expect(heard(text)).toBe(expected);
  });
});
