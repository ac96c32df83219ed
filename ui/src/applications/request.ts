// What is asked for, as it is typed: by a new application and by one that is changed.
import type { ApplicationRequest, ApplicationSheet, LoanProduct } from '../api/generated';
import type { FieldOf } from '../frame/merge';

export interface Typed {
  party: string | null;
  /** The applicant's name, so that a draft can show it. */
  name: string;
  product: string | null;
  amount: number | null;
  instalments: number | null;
  /** A project there is, or `new`. */
  project: string;
  project_name: string;
  activity: string;
  needs: string;
  wishes: string;
}

export const blank = (): Typed => ({
  party: null,
  name: '',
  product: null,
  amount: null,
  instalments: null,
  project: 'new',
  project_name: '',
  activity: '',
  needs: '',
  wishes: '',
});

export const requestOf = (sheet: ApplicationSheet): Typed => ({
  party: sheet.party,
  name: sheet.applicant,
  product: sheet.product.id,
  amount: sheet.amount,
  instalments: sheet.instalments,
  project: sheet.project ?? 'new',
  project_name: sheet.project_name,
  activity: sheet.activity,
  needs: sheet.needs,
  wishes: sheet.wishes,
});

/** As the office takes it; null while something that cannot be left out is missing. */
export function asked(typed: Typed): ApplicationRequest | null {
  const { product, amount, instalments } = typed;
  if (product === null || amount === null || instalments === null) return null;
  return {
    product,
    amount,
    instalments,
    project: typed.project === 'new' ? null : typed.project,
    project_name: typed.project_name,
    activity: typed.activity,
    needs: typed.needs,
    wishes: typed.wishes,
  };
}

export const requestFields: FieldOf<Typed>[] = [
  { key: 'party', label: 'application.applicant', required: true },
  { key: 'request.product', path: 'product', label: 'application.product', required: true },
  { key: 'request.amount', path: 'amount', label: 'application.amount', required: true, money: true },
  { key: 'request.instalments', path: 'instalments', label: 'application.instalments', required: true },
  {
    key: 'request.project_name',
    path: 'project_name',
    label: 'application.project_name',
    required: ({ project }) => project === 'new',
  },
  { key: 'request.project', path: 'project', label: 'application.project' },
  { key: 'request.activity', path: 'activity', label: 'application.activity' },
  { key: 'request.needs', path: 'needs', label: 'application.needs' },
  { key: 'request.wishes', path: 'wishes', label: 'application.wishes' },
];

/** The term that fits a product where none was typed yet. */
export const termFor = (product: LoanProduct | undefined, typed: number | null): number | null => {
  if (!product) return typed;
  const most = product.terms.longest - product.terms.grace;
  return typed === null || typed > most ? Math.min(24, most) : typed;
};
