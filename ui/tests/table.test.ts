import { describe, expect, it } from 'vitest';
import { type Column, finder, found, passing, searchTexts, sorted, totalOf } from '../src/parts/table';

type Person = { name: string; file: string; owed: number | null; seen: number };
const people: Person[] = [
  { name: 'سعد القحطاني', file: 'B-10', owed: 500, seen: Date.UTC(2026, 10, 20, 22, 5) * 1000 },
  { name: 'أحمد عبد الله', file: 'B-9', owed: null, seen: 0 },
  { name: 'احمد علي', file: 'B-100', owed: 20_000, seen: 0 },
];
const name: Column<Person> = { key: 'name', label: 'name', value: (p) => p.name };
const file: Column<Person> = { key: 'file', label: 'file', value: (p) => p.file, kind: 'code' };
const owed: Column<Person> = {
  key: 'owed',
  label: 'owed',
  value: (p) => p.owed,
  kind: 'money',
  total: (rows) => rows.reduce((sum, p) => sum + (p.owed ?? 0), 0),
};
const files = (rows: readonly Person[]) => rows.map((p) => p.file);

describe('the rows of a table', () => {
  it('sort Arabic-tolerantly, numbers in codes by size, empty cells last both ways', () => {
    expect(files(sorted(people, name, false)), 'أحمد عبد before احمد علي: the hamza does not matter').toEqual([
      'B-9',
      'B-100',
      'B-10',
    ]);
    expect(files(sorted(people, file, false))).toEqual(['B-9', 'B-10', 'B-100']);
    expect(files(sorted(people, owed, false))).toEqual(['B-10', 'B-100', 'B-9']);
    expect(files(sorted(people, owed, true)), 'nothing known is not the largest').toEqual(['B-100', 'B-10', 'B-9']);
  });

  it('are found letter by letter as they are found at once, whatever is typed or taken back', () => {
    const text = searchTexts([name, file]);
    const find = finder<Person>();
    for (const query of [
      '',
      'ا',
      'اح',
      'احمد',
      'احمد ع',
      'أحمد عبد',
      'عبدالل',
      'B',
      'B-1',
      'B-10',
      'B-100',
      'B-1',
      'س',
      '',
    ]) {
      expect(files(find(people, query, text)), query).toEqual(files(found(people, query, text)));
    }
    const fewer = people.slice(1);
    find(people, 'B', text);
    expect(files(find(fewer, 'B-10', text)), 'other rows are sought in anew').toEqual(
      files(found(fewer, 'B-10', text)),
    );
  });

  it('are found among fifty thousand as they are found one by one', () => {
    const many = Array.from({ length: 50_000 }, (_, i) => ({
      ...people[i % 3],
      name: `${people[i % 3].name} ${(i * 7919) % 50_000}`,
      file: `B-${i}`,
    }));
    const text = searchTexts([name, file]);
    const find = finder<Person>();
    find.prepare(many, text);
    for (const query of [
      'ع',
      'عبدالله',
      'علي 49',
      'عبد ال 12',
      'احمد علي 4999',
      'قحطاني 7',
      'B-49999',
      'B-0',
      '49999',
      'zzz',
      'ab',
    ]) {
      expect(files(find(many, query, text)), query).toEqual(files(found(many, query, text)));
    }
  });

  it('are found at a keystroke without looking at any row by itself', () => {
    const many = Array.from({ length: 50_000 }, (_, i) => ({ ...people[i % 3], file: `B-${i}` }));
    const text = searchTexts([name, file]);
    let asked = 0;
    const counted = (row: Person) => ((asked += 1), text(row));
    const find = finder<Person>();
    find.prepare(many, counted);
    expect(asked, 'each row once, before anything is typed').toBe(50_000);
    asked = 0;
    for (const query of ['قح', 'قحط', 'عب', 'حم', '12', '99', 'zzz']) find(many, query, counted);
    expect(asked).toBe(0);
  });

  it('are found however a name is spelt, in any column, but never across two', () => {
    const text = searchTexts([name, file]);
    expect(files(found(people, 'عبدالله', text))).toEqual(['B-9']);
    expect(files(found(people, 'أحمد', text))).toEqual(['B-9', 'B-100']);
    expect(files(found(people, 'ب 10', text))).toEqual([]);
    expect(files(found(people, 'b-100', text))).toEqual(['B-100']);
    expect(found(people, '  ', text)).toHaveLength(3);
  });

  it('pass when any filter that is on lets them', () => {
    const filters = [
      { key: 'owing', label: '', test: (p: Person) => !!p.owed },
      { key: 'first', label: '', test: (p: Person) => p.file === 'B-9' },
    ];
    expect(passing(people, filters, [])).toHaveLength(3);
    expect(files(passing(people, filters, ['owing']))).toEqual(['B-10', 'B-100']);
    expect(passing(people, filters, ['owing', 'first'])).toHaveLength(3);
  });

  it('are summed', () => {
    expect(totalOf(owed, people)).toBe(20_500);
    expect(totalOf(name, people)).toBeNull();
  });

  it('sort fifty thousand by asking each for its value once, and stay as they were', () => {
    const many = Array.from({ length: 50_000 }, (_, i) => ({
      ...people[i % 3],
      name: `${people[i % 3].name} ${(i * 7919) % 50_000}`,
    }));
    const before = many.slice(0, 100);
    let asked = 0;
    const rows = sorted(many, { ...name, value: (row) => ((asked += 1), row.name) }, false);
    expect([rows.length, asked]).toEqual([50_000, 50_000]);
    const order = new Intl.Collator('ar', { numeric: true, sensitivity: 'base' });
    expect(rows.findIndex((row, at) => at > 0 && order.compare(rows[at - 1].name, row.name) > 0)).toBe(-1);
    expect(many.slice(0, 100)).toEqual(before);
  });
});

describe('what is searched is what is seen', () => {
  it('finds an amount by its riyals and a day by either calendar', () => {
    const rows = [{ paid: 325_000, on: '2026-11-21' }];
    const text = searchTexts<(typeof rows)[number]>([
      { key: 'paid', label: '', kind: 'money', value: (row) => row.paid },
      { key: 'on', label: '', kind: 'day', value: (row) => row.on },
    ]);
    for (const query of ['3250', '1448/06/11', '١٤٤٨/٠٦', '2026/11/21'])
      expect(found(rows, query, text), query).toHaveLength(1);
    for (const query of ['325000', '1448/07']) expect(found(rows, query, text), query).toHaveLength(0);
  });
});
