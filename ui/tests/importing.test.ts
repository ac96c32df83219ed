import { describe, expect, it } from 'vitest';
import type { CellPreview, FieldHead } from '../src/api/generated';
import { gist, shownColumns, valueText, was } from '../src/importing/fields';
import { askWords, reasonWords, whyWords } from '../src/importing/words';

const cell = (raw: string, value: string, state: CellPreview['state']): CellPreview => ({
  raw,
  value,
  state,
  cut: false,
});
const column = (field: string, at: number | null): FieldHead => ({
  field,
  must: false,
  form: 'text',
  known: at !== null,
});

describe('a cell of the preview', () => {
  it('shows what it was only where that would be seen', () => {
    expect(was(cell('عبـــد الله', 'عبدالله', 'mended'))).toBe('عبـــد الله');
    expect(was(cell('عبدالله', 'عبدالله', 'mended'))).toBeNull();
    expect(was(cell('', 'لا', 'mended'))).toBeNull();
    expect(was(cell('0522757410', '', 'refused'))).toBeNull();
  });

  it('is written as everywhere else', () => {
    expect(valueText('50000.00', 'money')).toBe('50,000.00');
    expect(valueText('-1500.5', 'money')).toBe('(1,500.50)');
    expect(valueText('خمسة آلاف', 'money')).toBe('خمسة آلاف');
    expect(valueText('2026-11-01', 'day')).toBe('١٤٤٨/٠٥/٢١هـ');
    expect(valueText('', 'day')).toBe('');
    expect(valueText('female', 'word')).toBe('أنثى');
    expect(valueText('1034567897', 'code')).toBe('1034567897');
  });
});

describe('the columns of the preview', () => {
  const columns = [column('full_name', 0), column('birth_date', 1), column('iban', 2), column('notes', null)];

  it('are those looked at first and those in which something is wrong', () => {
    expect(shownColumns('beneficiaries', columns, new Set(), false).map(({ field }) => field)).toEqual(['full_name']);
    expect(shownColumns('beneficiaries', columns, new Set(['iban']), false).map(({ field }) => field)).toEqual([
      'full_name',
      'iban',
    ]);
  });

  it('are all that were found, when asked for', () => {
    expect(shownColumns('beneficiaries', columns, new Set(), true).map(({ field }) => field)).toEqual([
      'full_name',
      'birth_date',
      'iban',
    ]);
  });
});

describe('what stands in the way of saving', () => {
  it('names a table as a person does', () => {
    const said = whyWords({ code: 'columns_missing', args: { table: 'openings' } });
    expect(said).toContain('الأرصدة الافتتاحية');
    expect(said).not.toMatch(/[a-z]/);
  });
});

describe('the words of a row', () => {
  it('begin with what is wrong', () => {
    const sentence = reasonWords({ field: 'id_number', reason: 'id_check_digit', raw: '1' });
    expect(sentence.startsWith(gist(sentence))).toBe(true);
    expect(gist(sentence).length).toBeLessThan(sentence.length);
    expect(gist('Two words')).toBe('Two words');
  });

  it('name the reason behind the reason', () => {
    const plain = reasonWords({ field: 'loan_no', reason: 'unknown_loan', raw: '' });
    expect(reasonWords({ field: 'loan_no', reason: 'unknown_loan', raw: '', detail: 'loan_refused' })).toContain(plain);
    expect(reasonWords({ field: 'loan_no', reason: 'unknown_loan', raw: '', detail: 'loan_refused' })).not.toBe(plain);
  });

  it('name the row another one is like', () => {
    expect(askWords({ kind: 'suspected_duplicate', of: { sheet: 'المستفيدون', row: 154 }, level: 'strong' })).toContain(
      '154',
    );
    expect(askWords({ kind: 'reversal_amount_differs', target: '2681' })).toContain('2681');
  });
});
