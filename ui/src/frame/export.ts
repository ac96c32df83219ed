// A table that is shown becomes a spreadsheet: the office writes it, the host hands it over.
import { call, type Input } from '../api/call';
import { failure, sentence } from '../api/failure';
import { t } from '../api/t';
import { host } from '../host';
import { toast } from '../parts';

export async function exportTable(table: Input<'tables.export'>): Promise<void> {
  try {
    const file = await call('tables.export', table);
    if (await host.saveFile(file.name, file.mime, file.base64)) toast({ text: t('frame.exported'), tone: 'ok' });
  } catch (thrown) {
    toast({ text: `${t('failure.could_not', { what: t('frame.exporting') })} ${sentence(failure(thrown, 'tables.export'))}`, tone: 'danger' });
  }
}
