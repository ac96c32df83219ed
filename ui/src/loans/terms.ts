// Changes of the terms of a loan: what each is made of, and its words.
import type { ChangeCause, ChangeKind, LoanChange, LoanEventKind, LoanSheet, StoryLine } from '../api/generated';
import { t, tn } from '../api/t';
import { showGregorian, showHijri, showMoney, type IconName, type Option } from '../parts';

/** What a person types of a change, whatever its kind. */
export interface TypedChange {
  kind: string | null;
  from_due: string | null;
  count: number | null;
  to: string | null;
  from: string | null;
  until: string | null;
  amount: number | null;
}

/** The change that is typed; null while something of it is missing. */
export function changeOf(typed: TypedChange): LoanChange | null {
  const { kind, from_due, count, to, from, until, amount } = typed;
  switch (kind) {
    case 'defer':
      return from_due && count ? { kind, from_due, periods: count } : null;
    case 'extend':
      return from_due && count ? { kind, from_due, by: count } : null;
    case 'shift':
      return from_due && to ? { kind, from_due, to } : null;
    case 're_age':
      return from && count ? { kind, from, instalments: count } : null;
    case 'pause':
      return from && until ? { kind, from, until } : null;
    case 'fee':
      return amount && to ? { kind, amount, due: to } : null;
    case 'waive_fee':
      return amount ? { kind, amount } : null;
    case 're_amortise':
    case 'resume':
    case 'release':
    case 'write_off':
      return { kind };
    default:
      return null;
  }
}

export const icons: Record<ChangeKind, IconName> = {
  defer: 'calendar-clock',
  extend: 'calendar-range',
  shift: 'calendar-days',
  re_amortise: 'trending-up',
  re_age: 'rotate-ccw',
  pause: 'circle-pause',
  resume: 'play',
  fee: 'receipt-text',
  waive_fee: 'circle-x',
  release: 'heart-handshake',
  write_off: 'gavel',
};

const causes: ChangeCause[] = [
  'income_fell',
  'illness',
  'market',
  'family',
  'association',
  'season',
  'agreement',
  'lost',
  'correction',
  'other',
];
const ofRelease: ChangeCause[] = ['death', 'disability'];

/** Why the terms may be changed: a release has causes of its own. */
export const causeOptions = (kind: string | null): Option[] =>
  (kind === 'release' ? ofRelease : causes).map((value) => ({ value, label: t(`loans.change.cause.${value}`) }));

export const isCause = (word: string | null): word is ChangeCause =>
  [...causes, ...ofRelease].some((cause) => cause === word);

/** Whoever cannot pay is to be given time. */
export const isHardship = (cause: string | null): boolean =>
  ['income_fell', 'illness', 'market', 'family', 'association'].includes(cause ?? '');

const both = (day: string) => [showHijri(day), showGregorian(day)].filter(Boolean).join(' – ');

/** A change in a sentence: «تأجيل أقساط: قسطان من …». */
export function changeWords(change: LoanChange | LoanEventKind): string {
  switch (change.kind) {
    case 'defer':
      return t('loan.terms.says.defer', {
        count: tn('loan.instalments_n', change.periods),
        day: both(change.from_due),
      });
    case 'extend':
      return t('loan.terms.says.extend', { count: tn('loan.instalments_n', change.by), day: both(change.from_due) });
    case 'shift':
      return t('loan.terms.says.shift', { from: both(change.from_due), to: both(change.to) });
    case 're_age':
      return t('loan.terms.says.re_age', {
        count: tn('loan.instalments_n', change.instalments),
        day: both(change.from),
      });
    case 'pause':
      return t('loan.terms.says.pause', { from: both(change.from), until: both(change.until) });
    case 'fee':
      return t('loan.terms.says.fee', { amount: showMoney(change.amount), day: both(change.due) });
    case 'waive_fee':
      return t('loan.terms.says.waive_fee', { amount: showMoney(change.amount) });
    case 're_amortise':
    case 'resume':
    case 'write_off':
    case 'release':
      return t(`loans.change.kind.${change.kind}`);
    default:
      return '';
  }
}

/** How and why the terms were changed by an event of the story. */
export const termsOf = (line: StoryLine): string =>
  line.cause === null
    ? ''
    : [line.terms ? changeWords(line.terms) : '', t(`loans.change.cause.${line.cause}`)].filter(Boolean).join(' · ');

/** The terms of a loan that is out can be changed until nothing is owed any more. */
export const takesChange = (loan: Pick<LoanSheet, 'phase'>): boolean => loan.phase === 'active';
