// Colours and words of calls, promises and reminders.
import type {
  CallOutcome,
  CallRank,
  MessageChannel,
  PromiseStanding,
  ReminderItem,
  ReminderState,
} from '../api/generated';
import { call } from '../api/call';
import { t, tn } from '../api/t';
import { show } from '../frame/paper.svelte';
import { showError } from '../frame/show-error';
import type { IconName, Tone } from '../parts';

/** In the order of their keys: 1 answered, 2 nobody there … */
export const outcomes: CallOutcome[] = ['answered', 'no_answer', 'wrong_number', 'promise', 'refuses', 'hardship'];
export const outcomeTones: Record<CallOutcome, Tone> = {
  answered: 'ok',
  no_answer: 'plain',
  wrong_number: 'warn',
  promise: 'info',
  refuses: 'danger',
  hardship: 'gold',
};
export const outcomeIcons: Record<CallOutcome, IconName> = {
  answered: 'phone',
  no_answer: 'circle-x',
  wrong_number: 'triangle-alert',
  promise: 'handshake',
  refuses: 'circle-alert',
  hardship: 'hand-coins',
};

export const ranks: CallRank[] = ['broken', 'late', 'called_today', 'promised'];
export const rankTones: Record<CallRank, Tone> = {
  broken: 'danger',
  late: 'warn',
  called_today: 'plain',
  promised: 'info',
};

export const standings: PromiseStanding[] = ['open', 'kept', 'partly', 'broken', 'withdrawn', 'replaced'];
export const standingTones: Record<PromiseStanding, Tone> = {
  open: 'info',
  kept: 'ok',
  partly: 'warn',
  broken: 'danger',
  withdrawn: 'plain',
  replaced: 'plain',
};

export const reminderStates: ReminderState[] = ['waiting', 'prepared', 'sent'];
export const reminderTones: Record<ReminderState, Tone> = { waiting: 'gold', prepared: 'info', sent: 'ok' };
export const channels: MessageChannel[] = ['whatsapp', 'sms', 'call', 'in_person'];

/** When a step of the schedule lies: before the due day, on it, after it. */
export function stepWords({ step }: Pick<ReminderItem, 'step'>): string {
  if (step === 0) return t('collecting.step.today');
  return step < 0 ? tn('collecting.step.before', -step) : tn('collecting.step.after', step);
}

export const isOne = <T extends string>(all: readonly T[], word: string | undefined): T | null =>
  all.find((one) => one === word) ?? null;

type Paper = 'collection.borrower_statement' | 'collection.late_letter';
async function look(command: Paper, party: string): Promise<void> {
  try {
    await show(() => call(command, { party }));
  } catch (thrown) {
    showError(t('loan.printing'), thrown, command);
  }
}

export const printBorrower = (party: string) => look('collection.borrower_statement', party);
export const printLateLetter = (party: string) => look('collection.late_letter', party);
export async function printPortfolio(day: string | null, fund: string | null): Promise<void> {
  try {
    await show(() => call('collection.portfolio_report', { day, fund }));
  } catch (thrown) {
    showError(t('loan.printing'), thrown, 'collection.portfolio_report');
  }
}
