import type { IconName } from './icons';
import type { Tone } from './types';

const ICONS: Record<Tone, IconName> = {
  plain: 'info',
  primary: 'info',
  info: 'info',
  ok: 'circle-check',
  warn: 'triangle-alert',
  danger: 'circle-alert',
  gold: 'gavel',
};

/** The icon that says the same as the colour, for those who do not see it. */
export function toneIcon(tone: Tone): IconName {
  return ICONS[tone];
}
