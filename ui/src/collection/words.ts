// Bands of lateness: their order, words and colours.
import type { LateBand, PortfolioPart } from '../api/generated';
import type { Tone } from '../parts';

export const bands: LateBand[] = ['1-30', '31-60', '61-90', '91-180', '181'];

/** The last part of the key of a band's words: a key has no hyphen. */
export const bandKey = (band: LateBand): string => band.replace('-', '_');

const tones: Record<LateBand, Tone> = {
  '1-30': 'info',
  '31-60': 'gold',
  '61-90': 'warn',
  '91-180': 'danger',
  '181': 'danger',
};
export const bandTone = (band: LateBand): Tone => tones[band];

/** The parts of the portfolio, as the figures of the board have them. */
export const parts: PortfolioPart[] = ['active', 'on_time', 'paid_off', 'credit', 'restructured', 'written_off'];

/** The part an address names, none where it names nothing known. */
export const partOf = (word: string | undefined): PortfolioPart | null => parts.find((part) => part === word) ?? null;
