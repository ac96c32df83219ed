import { describe, expect, it } from 'vitest';
import { asMeant } from '../src/parts/as_meant';
import { finder, searchTexts, type Column } from '../src/parts/table';

const names = ['نورة خالد', 'عبدالله صالح', 'Bank transfer', 'أحمد الفوزان'];
const find = (typed: string) => asMeant(names, (name) => name, typed);

describe('a list that is here whole finds what was meant', () => {
  it('finds as typed before anything else', () => {
    expect(find('احمد')).toEqual(['أحمد الفوزان']);
    expect(find('')).toEqual(names);
  });
  it('finds what was typed in the other keyboard layout', () => {
    expect(find('k,vm')).toEqual(['نورة خالد']);
    expect(find('لاشىن')).toEqual(['Bank transfer']);
  });
  it('finds near spellings', () => {
    expect(find('نورا')).toEqual(['نورة خالد']);
    expect(find('صالحح')).toEqual([]);
  });
  it('does so in the rows of a table', () => {
    const columns: Column<{ name: string }>[] = [{ key: 'name', label: '', value: (row) => row.name }];
    const rows = names.map((name) => ({ name }));
    const found = finder<{ name: string }>()(rows, 'k,vm', searchTexts(columns));
    expect(found.map((row) => row.name)).toEqual(['نورة خالد']);
  });
});
