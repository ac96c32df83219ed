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
  /** A name for tests. */
  test?: string;
  onchoose: () => void;
};

export type Option = { value: string; label: string; note?: string; icon?: IconName; disabled?: boolean };

export type TimelineItem = {
  key: string;
  title: string;
  text?: string;
  day?: string;
  at?: number;
  who?: string;
  tone?: Tone;
  icon?: IconName;
};

export type Stage = { key: string; title: string; lines?: string[]; state: 'done' | 'current' | 'held' | 'waiting' };

export type Tab = { key: string; label: string; count?: number; icon?: IconName };

export type Tag = { key: string; label: string; count?: number; tone?: Tone };
