// Reasons and questions as sentences.
import type {
  ImportChange,
  ImportPreview,
  ImportQuestion,
  ImportReason,
  ImportTable,
  QuestionCount,
  RowPreview,
  WhyNot,
} from '../api/generated';
import { readable } from '../api/failure';
import { has, t, type Args } from '../api/t';
import { showNumber } from '../parts';
import { fieldWords } from './fields';

export function reasonWords({ reason, detail }: ImportReason): string {
  const sentence = t(`intake.reason.${reason}`);
  if (!detail) return sentence;
  return `${sentence} (${has(`intake.detail.${detail}`) ? t(`intake.detail.${detail}`) : said(detail)})`;
}

/** What the books said of a row; the other file by its number and name stands as it is. */
function said(detail: string): string {
  if (!detail.startsWith('{')) return detail;
  const { code, args } = JSON.parse(detail) as { code: string; args: Args };
  const key = `refusal.${code}`;
  return has(key) ? t(key, readable(args)) : code;
}

/** The question with its own words filled in; a likeness to another row names that row. */
export function askWords(ask: ImportQuestion): string {
  if (ask.kind !== 'suspected_duplicate') return t(`intake.question.${ask.kind}`, argsOf(ask));
  return 'row' in ask.of ? t('wizard.like_row', { row: showNumber(ask.of.row) }) : t('wizard.like_file');
}

function argsOf(ask: ImportQuestion): Args {
  const args: Args = {};
  if ('target' in ask) args['target'] = ask.target;
  if ('loan_no' in ask) args['loan_no'] = ask.loan_no;
  if ('of' in ask && 'row' in ask.of) args['row'] = showNumber(ask.of.row);
  if ('field' in ask) args['field'] = fieldWords(ask.field);
  if ('value' in ask) args['value'] = ask.value;
  if ('said' in ask) args['said'] = ask.said;
  if ('header' in ask) args['header'] = oneLine(ask.header);
  return args;
}

/** A header over two lines, on one. */
export const oneLine = (text: string): string => text.split(/\s+/).filter(Boolean).join(' ');

/** A question that is asked once for many rows. */
export function countWords({ ask, field, value, said }: QuestionCount): string {
  const alone = ['month_day', 'old_distress', 'old_promise'];
  if (value === '' && field === '' && !alone.includes(ask)) return t(`wizard.question.${ask}`);
  return t(`intake.question.${ask}`, {
    field: field ? fieldWords(field) : '',
    value,
    said,
    header: oneLine(value),
  });
}

/** What heads the columns of a field in the file, where it is not our own name for it. */
export function headersOf(field: string, table: ImportTable, preview: ImportPreview): string {
  const parts = preview.tables.find(({ kind }) => kind === table)?.parts ?? [];
  const said = parts.flatMap(({ columns }) => columns.filter((one) => one.field === field));
  const headers = [...new Set(said.map(({ header }) => oneLine(header)))];
  return headers.filter((header) => header !== '' && header !== fieldWords(field)).join(t('parts.comma'));
}

/** What may be answered to a question, where it is one of a few. */
export function optionsOf(ask: string, about: QuestionCount | undefined, preview: ImportPreview) {
  const named = (value: string, label: string) => ({ value, label });
  switch (ask) {
    case 'unknown_fund':
      return preview.fund_names.map((name) => named(name, name));
    case 'unknown_account':
      return preview.accounts.map(({ code, name }) => named(code, `${code} – ${name}`));
    case 'unknown_word':
      return (about?.options ?? []).map((option) =>
        named(option, has(`importing.value.${option}`) ? t(`importing.value.${option}`) : option),
      );
    case 'column_meaning':
      return (about?.options ?? []).map((option) => named(option, fieldWords(option)));
    case 'unknown_person':
    case 'nobody_named': {
      const people = preview.people.map(({ id, name, active }) =>
        named(id, active ? name : t('wizard.person_left', { name })),
      );
      // Requests of before were decided by people who never had an account here.
      const others = ask === 'unknown_person' && about?.table === 'requests';
      return others ? [...people, named('none', t('wizard.person_none'))] : people;
    }
    case 'old_distress':
    case 'old_promise':
      return ['halts', 'past'].map((answer) => named(answer, t(`wizard.old.${answer}`)));
    case 'short_year':
      return [about?.proposal ?? '', '2000', '1900', '1400', '1350']
        .filter((year, i, all) => year !== '' && all.indexOf(year) === i)
        .map((year) => named(year, t('wizard.century', { from: year, to: String(Number(year) + 99) })));
    case 'money_unit':
      return ['thousands', 'halalas', 'riyals'].map((unit) => named(unit, t(`wizard.money_unit.${unit}`)));
    case 'month_day':
      return ['last', 'due', '1', '5', '10', '15', '20', '25'].map((day) =>
        named(day, day === 'last' || day === 'due' ? t(`wizard.month_day.${day}`) : t('wizard.month_day.of', { day })),
      );
    default:
      return [];
  }
}

/** «الصف 12», with its sheet where the table stands on several, and its column where months stand across. */
export function rowWords(
  { sheet, row, column }: Pick<RowPreview, 'sheet' | 'row' | 'column'>,
  several: boolean,
): string {
  const number = column ? `${showNumber(row)} ${column}` : showNumber(row);
  return several ? t('wizard.row_on', { row: number, sheet }) : t('wizard.row_of', { row: number });
}

export const changedWords = (changed: ImportChange): string => t(`intake.how.${changed.how}`);

/** What stands in the way of saving. The office names a table by its code; a person reads its name. */
export function whyWords({ code, args }: WhyNot): string {
  const table = args['table'];
  return t(
    `importing.why.${code}`,
    table && has(`intake.table.${table}`) ? { ...args, table: t(`intake.table.${table}`) } : args,
  );
}
