import { t } from '../api/t';
import { showNumber } from './money';

/** The size of a file, as a person says it. */
export const showSize = (bytes: number): string =>
  bytes < 1_048_576
    ? t('parts.file.kilobytes', { n: showNumber(Math.ceil(bytes / 1024)) })
    : t('parts.file.megabytes', { n: showNumber(Math.round(bytes / 104_857.6) / 10) });
