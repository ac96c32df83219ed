// Blanks of a small window: what each asks for, and how it is filled.
import type { WordKey } from '../api/t';
import type { Option } from '../parts';

export type Values = Record<string, string | number | null>;

export interface Blank {
  /** The office's name for it. */
  key: string;
  label: WordKey;
  kind: 'line' | 'text' | 'day' | 'whole' | 'money' | 'choice' | 'radio';
  required?: boolean;
  wide?: boolean;
  hint?: string;
  options?: Option[];
  rows?: number;
  most?: number;
  /** The latest day. */
  until?: string;
  min?: number;
  max?: number;
  unit?: string;
  /** Whether it is asked for, by what was typed already. */
  when?: (values: Values) => boolean;
}

export const said = (values: Values, key: string): string => (values[key] as string | null) ?? '';
export const day = (values: Values, key: string): string | null => (values[key] as string | null) || null;
export const whole = (values: Values, key: string): number | null => values[key] as number | null;
