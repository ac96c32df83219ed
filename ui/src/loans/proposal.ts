// What a loan is asked for with, and what is still missing before it can be.
import type {
  CaseFile,
  ForProject,
  GuaranteeKind,
  LoanCalendar,
  LoanProduct,
  ProposeLoan,
  TrancheKind,
} from '../api/generated';
import { t } from '../api/t';
import { uuid } from '../api/uuid';
import type { FieldOf } from '../frame/merge';
import { showMoney, showPercent } from '../parts';

export interface TrancheRow {
  id: string;
  amount: number | null;
  kind: TrancheKind;
  supplier: string;
  item: string;
}

export interface Proposal {
  id: string;
  party: string | null;
  /** The borrower's name, so that a draft can show it. */
  name: string;
  /** A known project, or `new`. */
  project: string | null;
  project_id: string;
  project_name: string;
  activity: string;
  product: string | null;
  fund: string | null;
  amount: number | null;
  instalments: number | null;
  calendar: LoanCalendar;
  first_due: string | null;
  guarantee: GuaranteeKind | null;
  guarantee_text: string;
  guarantee_until: string | null;
  purpose: string;
  tranches: TrancheRow[];
}

export const row = (amount: number | null = null): TrancheRow => ({
  id: uuid(),
  amount,
  kind: 'in_kind',
  supplier: '',
  item: '',
});

export const blank = (): Proposal => ({
  id: uuid(),
  party: null,
  name: '',
  project: 'new',
  project_id: uuid(),
  project_name: '',
  activity: '',
  product: null,
  fund: null,
  amount: null,
  instalments: null,
  calendar: 'hijri',
  first_due: null,
  guarantee: null,
  guarantee_text: '',
  guarantee_until: null,
  purpose: '',
  tranches: [row()],
});

/** The product's own habits fill the form; a person may choose otherwise within its limits. */
export function byProduct(form: Proposal, product: LoanProduct): Proposal {
  const { calendar, guarantees, grace, longest } = product.terms;
  const most = longest - grace;
  const instalments = form.instalments === null || form.instalments > most ? Math.min(12, most) : form.instalments;
  const guarantee =
    form.guarantee !== null && guarantees.length > 0 && !guarantees.includes(form.guarantee) ? null : form.guarantee;
  return { ...form, product: product.id, calendar, instalments, guarantee };
}

export const sumOf = (rows: TrancheRow[], kind?: TrancheKind): number =>
  rows.reduce((sum, one) => sum + (kind === undefined || one.kind === kind ? (one.amount ?? 0) : 0), 0);

/** The most that may be paid out in cash: whole halalas, rounded down, as the office computes it. */
export const cashLimit = (amount: number, percent: number): number =>
  Math.floor(amount / 100) * percent + Math.floor(((amount % 100) * percent) / 100);

/** The fields the office may refuse by name; whether they are there is told by the list of conditions. */
export const proposalFields: FieldOf<Proposal>[] = [
  { key: 'party', label: 'loan.borrower', required: true },
  { key: 'project_name', label: 'loan.project_name', required: (form) => form.project === 'new' },
  { key: 'product', label: 'loan.product_label', required: true },
  { key: 'fund', label: 'loan.fund', required: true },
  { key: 'amount', label: 'loan.amount', required: true, money: true },
  { key: 'instalments', label: 'loan.instalments', required: true },
  { key: 'first_due', label: 'loan.first_due' },
  { key: 'guarantee', label: 'loan.guarantee_label', required: true },
];

export interface Check {
  key: string;
  met: boolean;
  words: string;
  /** It is worth knowing, and stops nobody from asking. */
  warns?: boolean;
}

/** Everything a loan must have before it can be asked for, each with whether it is there. */
export function checks(
  form: Proposal,
  product: LoanProduct | undefined,
  file?: Pick<CaseFile, 'status' | 'imported'>,
): Check[] {
  const terms = product?.terms;
  const amount = form.amount ?? 0;
  const [sum, cash] = [sumOf(form.tranches), sumOf(form.tranches, 'cash')];
  const months = form.instalments ?? 0;
  const say = (key: string, met: boolean, args: Record<string, string | number> = {}): Check => ({
    key,
    met,
    words: t(met ? `loan.check.${key}` : `loan.check_gap.${key}`, args),
  });
  const named = form.project !== null && (form.project !== 'new' || form.project_name.trim() !== '');
  const always = [
    say('borrower', form.party !== null),
    // Nothing is said of a file nobody has chosen yet.
    ...(file
      ? [
          {
            ...say('active', file.status === 'active', { status: t(`beneficiaries.status.${file.status}`) }),
            // A file of the old register may borrow before it is complete (the office warns whoever decides).
            warns: file.imported && file.status === 'registered',
          },
        ]
      : []),
    say('project', named),
    say('product', !!product),
    say('fund', form.fund !== null),
  ];
  // What a product limits can be said once there is one.
  if (!terms) return always;
  const range = { least: showMoney(terms.least), most: showMoney(terms.most), longest: terms.longest - terms.grace };
  const inRange = amount >= terms.least && amount <= terms.most && amount > 0;
  const inTerm = months > 0 && months + terms.grace <= terms.longest;
  const kept = cash <= cashLimit(amount, terms.cash_percent);
  return [
    ...always,
    say('amount', inRange, range),
    say('instalments', inTerm, range),
    say('tranches', amount > 0 && sum === amount && form.tranches.every((one) => (one.amount ?? 0) > 0), {
      sum: showMoney(sum),
      amount: showMoney(amount),
    }),
    say('cash', kept, {
      percent: showPercent(terms.cash_percent, 100) ?? '',
      limit: showMoney(cashLimit(amount, terms.cash_percent)),
      cash: showMoney(cash),
    }),
    say(
      'guarantee',
      form.guarantee !== null && (terms.guarantees.length === 0 || terms.guarantees.includes(form.guarantee)),
    ),
  ];
}

/** As the office takes it; null while something that cannot be left out is missing. */
export function proposed(form: Proposal): ProposeLoan | null {
  const { party, product, fund, amount, instalments } = form;
  if (
    party === null ||
    form.project === null ||
    product === null ||
    fund === null ||
    amount === null ||
    instalments === null
  )
    return null;
  const project: ForProject =
    form.project === 'new'
      ? { new: { id: form.project_id, party, name: form.project_name, activity: form.activity } }
      : { known: form.project };
  return {
    id: form.id,
    project,
    product,
    fund,
    amount,
    instalments,
    calendar: form.calendar,
    first_due: form.first_due,
    purpose: form.purpose,
    guarantee: { kind: form.guarantee, text: form.guarantee_text, until: form.guarantee_until },
    tranches: form.tranches.map(({ id, amount: part, kind, supplier, item }) => ({
      id,
      amount: part ?? 0,
      kind,
      supplier,
      item,
    })),
  };
}
