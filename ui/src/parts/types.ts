import type { IconName } from './icons';

/** What a colour says: red stopped or late, amber attention, green done, blue information, gold decision or endowment. */
export type Tone = 'plain' | 'primary' | 'ok' | 'warn' | 'danger' | 'info' | 'gold';

export type MenuItem = {
  label: string;
  icon?: IconName;
  hint?: string;
  danger?: boolean;
  /** Why it cannot be chosen now; shown under the label. */
  why?: string;
  checked?: boolean;
  onchoose: () => void;
};

export type Option = { value: string; label: string; note?: string; icon?: IconName; disabled?: boolean };
