// Changes of the terms of a loan: what each is made of, and its words.
import type {
  ChangeCause,
  ChangeKind,
  LoanChange,
  LoanChoices,
  LoanEventKind,
  LoanSheet,
  StoryLine,
} from '../api/generated';
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
  /** Of more that is lent: its tranche, how it goes out, what for. */
  tranche: string;
  paid_as: string | null;
  item: string;
}

export const nothingTyped: TypedChange = {
  kind: null,
  from_due: null,
  count: 1,
  to: null,
  from: null,
  until: null,
  amount: null,
  tranche: '',
  paid_as: 'in_kind',
  item: '',
};

/** How many instalments a change is begun with. */
export const usualCount = (kind: string): number => (kind === 're_age' ? 12 : kind === 'extend' ? 3 : 1);

/** The change that is typed; null while something of it is missing. */
export function changeOf(typed: TypedChange): LoanChange | null {
  const { kind, from_due, count, to, from, until, amount, tranche, paid_as, item } = typed;
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
    case 'top_up':
      return amount && tranche && (paid_as === 'in_kind' || paid_as === 'cash')
        ? { kind, amount, tranche, paid_as, item }
        : null;
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
  top_up: 'plus',
};

const both = (day: string) => [showHijri(day), showGregorian(day)].filter(Boolean).join(' – ');

/** The instalments a change may begin from. */
export const dueOptions = (offered: LoanChoices | undefined): Option[] =>
  (offered?.dues ?? []).map((row) => ({ value: row.due, label: both(row.due), note: showMoney(row.outstanding) }));

/** The changes on cards, each with why the loan does not take it. */
export const kindOptions = (offered: LoanChoices | undefined, only?: readonly ChangeKind[]) =>
  (offered?.choices ?? [])
    .filter((choice) => !only || only.includes(choice.kind))
    .map((choice) => ({
      value: choice.kind,
      title: t(`loans.change.kind.${choice.kind}`),
      text: t(`loan.terms.text.${choice.kind}`),
      icon: icons[choice.kind],
      why: choice.gaps.length > 0 ? choice.gaps.map((gap) => t(`loan.terms.gap.${gap}`)).join(' · ') : undefined,
    }));

/** The changes that only lay out anew what is owed. */
export const layingOut: readonly ChangeKind[] = ['extend', 'defer', 'shift', 're_amortise', 're_age'];

const causes: ChangeCause[] = [
  'growth',
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
    case 'top_up':
      return t('loan.terms.says.top_up', { amount: showMoney(change.amount) });
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
