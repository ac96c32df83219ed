// The thirteen regions of the Kingdom (Royal Order A/92 of 27/8/1412H, and the Regions Law).
import { t } from '../api/t';
import { words } from '../api/words';
import type { Option } from '../parts';

const KEYS = [
  'riyadh',
  'makkah',
  'madinah',
  'qassim',
  'eastern',
  'asir',
  'tabuk',
  'hail',
  'northern',
  'jazan',
  'najran',
  'bahah',
  'jawf',
] as const;

/** Papers are Arabic whatever language the screen is in, so the Arabic name is what is kept. */
export function regions(): Option[] {
  return KEYS.map((key) => ({ value: words.ar[`region.${key}`], label: t(`region.${key}`) }));
}
