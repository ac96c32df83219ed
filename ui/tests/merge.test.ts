import { describe, expect, it } from 'vitest';
import { differences, leaves, together, type FieldOf, type Side } from '../src/frame/merge';

interface Values {
  facts: { mobile: string; city: string; income: number | null; researcher: string; researcher_id: string | null };
  tags: string[];
}

const base: Values = {
  facts: { mobile: '0501', city: 'بريدة', income: 100, researcher: 'سارة', researcher_id: 'a' },
  tags: [],
};
const fields: FieldOf<Values>[] = [
  { key: 'mobile', path: 'facts.mobile', label: 'beneficiaries.mobile' },
  { key: 'city', path: 'facts.city', label: 'beneficiaries.city' },
  { key: 'income', path: 'facts.income', label: 'beneficiaries.monthly_income', money: true },
  { key: 'researcher', path: 'facts.researcher', label: 'beneficiaries.researcher', with: ['facts.researcher_id'] },
];
const changed = (facts: Partial<Values['facts']>, tags: string[] = []): Values => ({
  facts: { ...base.facts, ...facts },
  tags,
});
const none = new Map<string, Side>();

describe('two people who changed one record', () => {
  it('keep what only one of them changed, from both sides', () => {
    const [theirs, mine] = [changed({ city: 'عنيزة' }), changed({ mobile: '0502' })];
    expect(differences(fields, base, theirs, mine).map(({ key, merged }) => [key, merged])).toEqual([
      ['mobile', 'mine'],
      ['city', 'theirs'],
    ]);
    expect(together(fields, base, theirs, mine, none).facts).toEqual({ ...base.facts, city: 'عنيزة', mobile: '0502' });
  });

  it('are asked about what both changed, and until then theirs stands', () => {
    const [theirs, mine] = [changed({ mobile: '0503' }), changed({ mobile: '0502' })];
    expect(differences(fields, base, theirs, mine)[0]?.merged).toBeNull();
    expect(together(fields, base, theirs, mine, none).facts.mobile).toBe('0503');
    expect(together(fields, base, theirs, mine, new Map([['mobile', 'mine']])).facts.mobile).toBe('0502');
  });

  it('are asked about money even where only one of them changed it', () => {
    expect(differences(fields, base, changed({ income: 200 }), base)[0]).toMatchObject({ key: 'income', merged: null });
    expect(differences(fields, base, base, changed({ income: 200 }))[0]).toMatchObject({ key: 'income', merged: null });
  });

  it('are not asked where both came to the same', () => {
    expect(differences(fields, base, changed({ city: 'عنيزة' }), changed({ city: 'عنيزة' }))).toEqual([]);
  });

  it('are asked about everything when nobody knows what the draft began from', () => {
    const asked = differences(fields, null, changed({ city: 'عنيزة' }), changed({ mobile: '0502' }));
    expect(asked.map(({ merged }) => merged)).toEqual([null, null]);
  });

  it('keep the id beside the name it belongs to', () => {
    const mine = changed({ researcher: 'منى', researcher_id: 'b' });
    expect(together(fields, base, changed({ city: 'عنيزة' }), mine, none).facts).toMatchObject({
      researcher: 'منى',
      researcher_id: 'b',
      city: 'عنيزة',
    });
    const theirs = changed({ researcher: 'هند', researcher_id: 'c' });
    expect(together(fields, base, theirs, mine, none).facts).toMatchObject({ researcher: 'هند', researcher_id: 'c' });
  });

  it('lose nothing that no field names', () => {
    expect(together(fields, base, changed({ city: 'عنيزة' }), changed({}, ['x']), none).tags).toEqual(['x']);
    expect(together(fields, base, changed({}, ['y']), base, none).tags).toEqual(['y']);
  });

  it('do not see an empty text and no value as two', () => {
    const one: FieldOf<{ a: string | null }>[] = [{ key: 'a', label: 'beneficiaries.city' }];
    expect(differences(one, { a: null }, { a: '' }, { a: null })).toEqual([]);
  });
});

describe('the places of a form', () => {
  it('are its values; a list is one of them', () => {
    expect(leaves(base)).toEqual([
      'facts.mobile',
      'facts.city',
      'facts.income',
      'facts.researcher',
      'facts.researcher_id',
      'tags',
    ]);
  });
});
