// What a window of one act asks for: the fields of a command, as data.
import type { WordKey } from '../api/t';
import type { Option } from '../parts';

export type Typed = Record<string, string | number | boolean | null>;

export interface ActField {
  /** As the command names it. */
  key: string;
  label: WordKey;
  kind: 'money' | 'percent' | 'day' | 'text' | 'area' | 'number' | 'select' | 'check';
  required?: boolean;
  options?: Option[];
  hint?: string;
  unit?: string;
  /** Of a day: it has happened. */
  past?: boolean;
  min?: number;
  max?: number;
  /** Only where this holds. */
  when?: (typed: Typed) => boolean;
}

export const text = (typed: Typed, key: string): string => String(typed[key] ?? '');
export const amount = (typed: Typed, key: string): number | null => {
  const value = typed[key];
  return typeof value === 'number' ? value : null;
};
