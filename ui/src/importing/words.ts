// Reasons and questions as sentences.
import type { ImportChange, ImportQuestion, ImportReason, WhyNot } from '../api/generated';
import { readable } from '../api/failure';
import { has, t, type Args } from '../api/t';
import { showNumber } from '../parts';

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
  if (ask.kind !== 'suspected_duplicate')
    return t(
      `intake.question.${ask.kind}`,
      'target' in ask
        ? { target: ask.target }
        : 'loan_no' in ask
          ? { loan_no: ask.loan_no }
          : 'of' in ask && 'row' in ask.of
            ? { row: showNumber(ask.of.row) }
            : {},
    );
  return 'row' in ask.of ? t('wizard.like_row', { row: showNumber(ask.of.row) }) : t('wizard.like_file');
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
