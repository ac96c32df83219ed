import { describe, expect, it } from 'vitest';
import { differences } from '../src/audit/difference';

describe('before and after', () => {
  it('puts what changed first and leaves out what is empty on both sides', () => {
    const rows = differences(
      { name: 'سارة', role: 'researcher', note: null },
      { name: 'سارة', role: 'supervisor', note: null },
    );
    expect(rows.map((row) => [row.path, row.changed])).toEqual([
      ['role', true],
      ['name', false],
    ]);
  });

  it('shows a record that appeared or went as changes of all its fields', () => {
    expect(differences(null, { name: 'سارة' })).toEqual([
      { path: 'name', before: undefined, after: 'سارة', changed: true },
    ]);
    expect(differences({ name: 'سارة' }, null)[0]).toMatchObject({ before: 'سارة', after: undefined, changed: true });
  });

  it('goes into records within records, and into several changes of one command', () => {
    const rows = differences([{ person: { name: 'أ' } }], [{ person: { name: 'ب' } }]);
    expect(rows).toEqual([{ path: '1.person.name', before: 'أ', after: 'ب', changed: true }]);
  });

  it('keeps a list of plain values together', () => {
    expect(differences({ roles: ['a'] }, { roles: ['a', 'b'] })).toMatchObject([{ path: 'roles', changed: true }]);
  });
});
