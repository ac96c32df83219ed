import { has, t } from '../api/t';
import { showNumber } from '../parts';

export const kindWords = (kind: string) => (has(`backups.kinds.${kind}`) ? t(`backups.kinds.${kind}`) : kind);

const UNITS = ['backups.bytes', 'backups.kilobytes', 'backups.megabytes', 'backups.gigabytes'] as const;

/** A size in bytes, in the unit a person would say it in. */
export function size(bytes: number): string {
  let [amount, unit] = [bytes, 0];
  while (amount >= 1024 && unit < UNITS.length - 1) [amount, unit] = [amount / 1024, unit + 1];
  const rounded = unit === 0 || amount >= 100 ? Math.round(amount) : Math.round(amount * 10) / 10;
  return t(UNITS[unit] ?? 'backups.bytes', { n: showNumber(rounded) });
}

/** How long something took. */
export function took(milliseconds: number): string {
  return milliseconds < 1000
    ? t('backups.milliseconds', { n: showNumber(milliseconds) })
    : t('backups.seconds', { n: showNumber(Math.round(milliseconds / 100) / 10) });
}

/** A path within a right-to-left sentence: isolated left-to-right, so that its slashes stay where they belong. */
export function path(text: string): string {
  return `\u2066${text}\u2069`;
}
