// Colours and words of loans, projects and tranches.
import type {
  GuaranteeKind,
  LoanLine,
  LoanPhase,
  LoanSheet,
  PaymentMethod,
  PlanRow,
  ProjectState,
  TrancheCondition,
  TrancheState,
} from '../api/generated';
import { readable } from '../api/failure';
import { t, tn } from '../api/t';
import { showMoney, showNumber, type Option, type Tone } from '../parts';

const phases: Record<LoanPhase, Tone> = {
  waiting: 'gold',
  approved: 'info',
  active: 'ok',
  overpaid: 'info',
  closed: 'plain',
  rejected: 'plain',
  cancelled: 'plain',
  written_off: 'danger',
};

/** How a loan stands, in a word or two: late before all else. */
export function standing(loan: Pick<LoanLine, 'phase' | 'days_late'>): { words: string; tone: Tone } {
  if (loan.phase === 'active' && loan.days_late > 0)
    return { words: tn('loan.days_late', loan.days_late), tone: 'danger' };
  return { words: t(loan.phase === 'active' ? 'loan.on_time' : `loan.phase.${loan.phase}`), tone: phases[loan.phase] };
}

const rows: Record<PlanRow['state'], Tone> = {
  paid: 'ok',
  paid_late: 'ok',
  partial: 'info',
  upcoming: 'plain',
  overdue: 'danger',
  empty: 'gold',
};

export function rowState(row: PlanRow): { words: string; tone: Tone } {
  const counted =
    row.state === 'overdue'
      ? tn('loan.days_late', row.days_late)
      : row.state === 'paid_late'
        ? tn('loan.paid_after', row.days_late)
        : t(`loan.row.${row.state}`);
  return { words: counted, tone: rows[row.state] };
}

const tranches: Record<TrancheState, Tone> = {
  planned: 'plain',
  requested: 'gold',
  approved: 'info',
  delivered: 'info',
  paid: 'ok',
  verified: 'ok',
  cancelled: 'plain',
};
export const trancheTone = (state: TrancheState): Tone => tranches[state];

const projects: Record<ProjectState, Tone> = { running: 'ok', halted: 'danger', stopped: 'plain', completed: 'info' };
export const projectTone = (state: ProjectState): Tone => projects[state];
export const projectStates: ProjectState[] = ['running', 'halted', 'completed', 'stopped'];
/** The states somebody may lead a project to by hand: it ends by a decision, and stays so. */
export const byHand = (from: ProjectState): ProjectState[] =>
  from === 'running' || from === 'halted' ? ['running', 'halted'] : [from];

const guarantees: GuaranteeKind[] = ['social_security', 'project_team', 'guarantor', 'employer', 'group', 'other'];
/** The kinds of guarantee a product takes; a product that names none takes all. */
export const guaranteeOptions = (accepted: GuaranteeKind[]): Option[] =>
  guarantees
    .filter((kind) => accepted.length === 0 || accepted.includes(kind))
    .map((value) => ({ value, label: t(`loan.guarantee_kind.${value}`) }));

const methods: PaymentMethod[] = ['transfer', 'deposit', 'pos', 'cheque', 'standing', 'cash'];
export const methodOptions = (): Option[] => methods.map((value) => ({ value, label: t(`funds.method.${value}`) }));
export const isMethod = (word: string | null): word is PaymentMethod => methods.some((method) => method === word);

/** Days from today until a day, in words: «بعد 15 يومًا», «متأخر يومين». */
export function away(day: string, today: string): string {
  const days = Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);
  return days < 0 ? tn('loan.days_late', -days) : tn('loan.in_days', days);
}

/** Days since a day that has been, in words: «قبل 11 يومًا». */
export const ago = (day: string, today: string): string =>
  tn('loan.days_ago', Math.max(0, Math.round((Date.parse(today) - Date.parse(day)) / 86_400_000)));

/** Whole riyals without halalas, as a heading shows them; halalas only where there are any. */
export const rounded = (halalas: number): string =>
  halalas % 100 === 0 ? showNumber(halalas / 100) : showMoney(halalas);

/** What a borrower is asked for now: what is late, or else the next instalment. */
export const dueNow = (loan: Pick<LoanLine, 'overdue' | 'next_amount'>): number => loan.overdue || loan.next_amount;

/** As on the loan's page. */
export const dueOf = (loan: LoanSheet): number => loan.overdue || (loan.next?.outstanding ?? 0);

/** Money can be taken on a loan that is out and on which something is owed. */
export const takesMoney = (loan: Pick<LoanSheet, 'phase'>): boolean => loan.phase === 'active';

/** Money that comes in after a loan was written off is taken until all of it is back. */
export const takesRecovery = (loan: Pick<LoanSheet, 'phase' | 'written_off' | 'recovered'>): boolean =>
  loan.phase === 'written_off' && loan.recovered < loan.written_off;

/** What a condition says, whether it holds or not. */
export const conditionWords = (condition: TrancheCondition): string =>
  t(
    condition.met ? `loan.condition.${condition.key}` : `loan.condition_gap.${condition.key}`,
    readable(condition.args),
  );
