// A table that is shown becomes a spreadsheet: the office writes it, the host hands it over.
import { call, type Input } from '../api/call';
import { t } from '../api/t';
import { host } from '../host';
import { toast } from '../parts';
import { tell } from './tell';

export async function exportTable(table: Input<'tables.export'>): Promise<void> {
  try {
    const file = await call('tables.export', table);
    if (await host.saveFile(file.name, file.mime, file.base64)) toast({ text: t('frame.exported'), tone: 'ok' });
  } catch (thrown) {
    tell(t('frame.exporting'), thrown, 'tables.export');
  }
}
