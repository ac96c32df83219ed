// How the columns of a file are shown.
import type { CellForm, CellPreview, FieldHead, ImportTable, RowPreview } from '../api/generated';
import { has, t } from '../api/t';
import { parseMoney, showGregorian, showHijri, showMoney } from '../parts';

const tracks: Record<CellForm, string> = {
  text: 'minmax(136px, 1.2fr)',
  code: 'minmax(118px, 1fr)',
  day: 'minmax(122px, 0.9fr)',
  money: 'minmax(98px, 0.8fr)',
  number: 'minmax(96px, 0.5fr)',
  word: 'minmax(92px, 0.6fr)',
};

/** Fields that hold a name: they say whose row it is. */
const names = [
  'full_name',
  'borrower_name',
  'person_name',
  'project',
  'account_name',
  'name',
  'promise',
  'findings',
  'subject',
];
const long = ['iban', 'bank_account'];

export const isName = (field: string): boolean => names.includes(field);
export const isNumeric = (form: CellForm): boolean => form === 'money' || form === 'number';
export const isLtr = (form: CellForm): boolean => form === 'code' || isNumeric(form);
export const fieldWords = (field: string): string => t(`intake.field.${field}`);

export function trackOf({ field, form }: FieldHead): string {
  if (names.includes(field)) return 'minmax(204px, 2.4fr)';
  return long.includes(field) ? 'minmax(236px, 1.6fr)' : tracks[form];
}

/** What is looked at first; the other columns are one click away, and one with a refused cell is always shown. */
const first: Record<ImportTable, string[]> = {
  beneficiaries: ['full_name', 'id_number', 'id_expiry', 'mobile', 'monthly_income', 'social_security'],
  loans: ['loan_no', 'borrower', 'project', 'amount', 'disbursed_on', 'instalments', 'fund'],
  tranches: ['loan_no', 'no', 'date', 'amount', 'kind', 'supplier'],
  repayments: ['loan_no', 'date', 'amount', 'method', 'receipt', 'notes'],
  funds: ['name', 'class', 'kind', 'bank_account'],
  openings: ['account', 'account_name', 'fund', 'debit', 'credit', 'nature', 'amount'],
  guarantees: ['loan_no', 'kind', 'guarantor', 'guarantor_id', 'income', 'until', 'said'],
  visits: ['loan_no', 'person', 'date', 'kind', 'by', 'signal', 'findings', 'next_date'],
  commitments: ['loan_no', 'person', 'side', 'promise', 'due', 'met', 'met_on', 'keeper'],
  requests: ['request_no', 'person', 'person_name', 'kind', 'subject', 'received', 'state', 'outcome'],
  assessments: ['person', 'person_name', 'assessed_on', 'kind', 'family_size', 'office_class', 'reviewer'],
};

/** The columns to show: those looked at first and those in which something is wrong, or all that were found. */
export function shownColumns(
  kind: ImportTable,
  fields: FieldHead[],
  wrong: ReadonlySet<string>,
  all: boolean,
): FieldHead[] {
  // The running number of a register is read over, not brought in.
  const found = fields.filter(({ known, field }) => known && field !== 'serial');
  return all ? found : found.filter(({ field }) => first[kind].includes(field) || wrong.has(field));
}

/** Below this a person is asked whether a column is what it is taken for. */
export const SURE = 55;

/** Where a row stands, as commands name it. */
export type Place = Pick<RowPreview, 'sheet' | 'row' | 'column'>;

export const placeOf = ({ sheet, row, column }: Place): Place => ({ sheet, row, column });
export const keyOf = ({ sheet, row, column }: Place): string => `${sheet} ${row} ${column ?? ''}`;

/** A value as it is read: days in both calendars' writing, words instead of their meanings. */
export function valueText(value: string, form: CellForm): string {
  if (value === '') return '';
  if (form === 'day') return showHijri(value) || showGregorian(value);
  if (form === 'money') return riyals(value);
  if (form === 'word') return has(`importing.value.${value}`) ? t(`importing.value.${value}`) : value;
  return value;
}

/** `1500.00` and `-1500.00`, as every amount of the program is written; a text that is no amount stays as it is. */
function riyals(value: string): string {
  const read = parseMoney(value.replace(/^-/, ''));
  if ('problem' in read) return value;
  return showMoney(value.startsWith('-') ? -read.halalas : read.halalas);
}

/** What stands in the file, where the eye would see that it becomes something else. */
export function was(cell: CellPreview): string | null {
  return cell.state === 'mended' && cell.raw !== '' && cell.raw !== cell.value ? cell.raw : null;
}

/** The first sentence of a reason says what is wrong; the rest says how to mend it. */
export function gist(sentence: string): string {
  const stop = sentence.indexOf('. ');
  return (stop < 0 ? sentence : sentence.slice(0, stop)).replace(/\.$/, '');
}
