// A value of the trail as people say it: money as money, days in the calendar of the association, names of lists in words.
import { has, t } from '../api/t';
import { shown } from '../parts/shown.svelte';
import { showGregorian, showHijri, showMoment, showMoney, showNumber } from '../parts';

/** Fields that hold halalas, whatever record they stand in. */
const MONEY = new Set([
  'advance',
  'amount',
  'credit',
  'debit',
  'least',
  'monthly_income',
  'most',
  'outstanding',
  'overdue',
  'social_security_amount',
  'unit',
]);

/** Stands for the words that only the trail has. */
const SAID = 'said';

/** Where the words of a field's list stand; several lists may share the name of a field, and no two a value. */
const LISTS: Record<string, readonly string[]> = {
  calendar: ['loan.calendar'],
  class: ['beneficiaries.class', 'funds.restriction'],
  decision: ['loan.phase'],
  event: ['loan.what', SAID],
  form: ['beneficiaries.consent_form'],
  guarantees: ['loan.guarantee_kind'],
  kind: [
    'beneficiaries.identity_kind',
    'loan.guarantee_kind',
    'loan.kind',
    'loan.what',
    'funds.wait.kind',
    'funds.kind',
    'documents.kind',
    'follow_up.kind',
  ],
  marital_status: ['beneficiaries.marital'],
  method: ['funds.method'],
  purpose: ['beneficiaries.consent_purpose'],
  relation: ['beneficiaries.relation'],
  role: ['role'],
  sex: ['beneficiaries.sex'],
  side: ['follow_up.side'],
  signal: ['follow_up.signal'],
  commitment: ['follow_up.side'],
  split: ['loan.split'],
  state: [
    'loan.tranche_state',
    'loan.project_state',
    SAID,
    'funds.month',
    'funds.cheque',
    'loan.phase',
    'follow_up.state',
    'follow_up.promise_state',
  ],
  status: ['beneficiaries.status'],
  type: ['funds.chart.type_of'],
};

/** The words of a value no screen has a list for. */
const said = (value: string) => `audit.said.${value}`;

/** A list of one command that gives a value other words than the field does elsewhere. */
const OF_COMMAND: Record<string, Record<string, string>> = {
  'funds.clear_cheque': { state: 'funds.cheque' },
  'purchases.change_asset': { state: 'purchase.asset_state' },
};
/** As above, of all commands of a feature. */
const OF_FEATURE: Record<string, Record<string, string>> = { purchases: { state: 'purchase.state' } };

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOBILE = /^\+966(5\d)(\d{3})(\d{4})$/;
const IBAN = /^SA\d{22}$/;

/** Fields by which the program finds its way; they tell a person nothing. */
const LINKS = new Set(['id', 'key', 'place', 'seq', 'for_me', 'event']);

export const lastPart = (path: string) => path.split('.').at(-1) ?? path;

/** Whether a field only links records with one another. */
export const isLink = (path: string, ...values: unknown[]): boolean =>
  LINKS.has(lastPart(path)) || values.some((value) => typeof value === 'string' && UUID.test(value));

/** Written from the left wherever it stands. */
const isolated = (code: string) => `\u2066${code}\u2069`;

function dayWords(iso: string): string {
  const [hijri, gregorian] = [showHijri(iso), isolated(showGregorian(iso))];
  return (shown.calendar === 'hijri' ? [hijri, gregorian] : [gregorian, hijri]).filter(Boolean).join(' · ');
}

function listWords(field: string, value: string, command: string): string | null {
  const own = OF_COMMAND[command]?.[field] ?? OF_FEATURE[command.split('.')[0] ?? '']?.[field];
  for (const list of own ? [own] : (LISTS[field] ?? [])) {
    const key = list === SAID ? said(value) : `${list}.${value}`;
    if (has(key)) return t(key);
  }
  const key = `association.${field}_${value}`;
  return has(key) ? t(key) : null;
}

/** Longest value shown; a logo is a hundred thousand letters. */
const MOST = 300;
const cut = (text: string) => (text.length > MOST ? `${text.slice(0, MOST)}…` : text);

export function valueWords(path: string, value: unknown, command = ''): string {
  const field = lastPart(path);
  if (value === undefined || value === null || value === '') return '—';
  if (typeof value === 'boolean') return t(value ? 'audit.affirmed' : 'audit.denied');
  if (typeof value === 'number') {
    if (field === 'at' || field.endsWith('_at')) return showMoment(value);
    if (MONEY.has(field)) return `${isolated(showMoney(value))} ${t('parts.sar')}`;
    // A year and a number of a line are names, not amounts: nothing stands between their digits.
    return Math.abs(value) < 10_000 ? String(value) : showNumber(value);
  }
  if (Array.isArray(value)) return value.map((one) => valueWords(path, one, command)).join(t('parts.comma'));
  if (typeof value !== 'string') return cut(JSON.stringify(value));
  if (field === 'base64') return t('audit.picture');
  if (DAY.test(value)) return dayWords(value);
  if (MOBILE.test(value)) return isolated(value.replace(MOBILE, '0$1 $2 $3'));
  if (IBAN.test(value)) return isolated(value.replace(/(.{4})(?=.)/g, '$1\u00A0'));
  return listWords(field, value, command) ?? cut(value);
}
