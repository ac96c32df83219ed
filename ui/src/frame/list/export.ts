// What a list shows, taken along: the office asks the list's own question again and writes the file; the host carries it
// out. The interface sends no rows.
import { call, type Name } from '../../api/call';
import { language, t } from '../../api/t';
import { host } from '../../host';
import { toast } from '../../parts';
import { showError } from '../show-error';

export type TakenFormat = 'xlsx' | 'csv';

export interface Taken {
  /** The command that gives the rows, and what it is asked. */
  list: Name;
  question: object;
  /** The keys of the columns, in their order. */
  columns: string[];
  /** The rows that were chosen, by their keys; null for all that fit. */
  only: string[] | null;
  /** The order of a list the window puts in order itself. */
  order: { key: string; down: boolean } | null;
  format: TakenFormat;
  title: string;
}

export async function takeAlong({ order, ...taken }: Taken): Promise<void> {
  try {
    const handed = await call('tables.export', {
      ...taken,
      order: order && { by: order.key, down: order.down },
      language: language(),
    });
    if (await host.fetchFile(handed)) toast({ text: t('frame.exported'), tone: 'ok' });
  } catch (thrown) {
    showError(t('frame.exporting'), thrown, 'tables.export');
  }
}

interface Shown {
  shownNow(): { columns: string[] };
}

/** Takes along a table that stands on a page of its own record: the rows its command gives. */
export function exporter(table: () => Shown | undefined, title: string, list: Name, question: object) {
  return (format: TakenFormat) => {
    const columns = table()?.shownNow().columns ?? [];
    void takeAlong({ list, question, columns, only: null, order: null, format, title });
  };
}
