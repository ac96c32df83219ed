// The fields of a file, once: for the form, for what two people changed at a time, for the page and the import's words.
import type { CaseFile, DifferentFrom, Facts, PartyKind } from '../api/generated';
import { t, type WordKey } from '../api/t';
import { uuid } from '../api/uuid';
import type { FieldOf } from '../frame/merge';
import { showGregorian, showMoney } from '../parts';
import {
  hasDigits,
  ibanProblem,
  identityProblem,
  mobileProblem,
  organisationProblem,
  shortAddressProblem,
} from '../parts/saudi';
import { marital, mobile } from './words';

/** What the form of a file holds. */
export interface FileValues {
  party: string;
  /** One of the kinds of a party; a text, as the choice gives it. */
  who: string | null;
  facts: Facts;
  /** One of the kinds of an identity record. */
  kind: string | null;
  expires_on: string | null;
  /** The number never goes into a draft: it is the one thing here that stays covered elsewhere. */
  number: string;
  exception: string;
  different: DifferentFrom[];
}

const blank: Facts = {
  name: '',
  name_exception: '',
  sex: null,
  born_on: null,
  marital_status: '',
  mobile: '',
  other_mobile: '',
  phone: '',
  email: '',
  region: '',
  governorate: '',
  city: '',
  district: '',
  street: '',
  building_no: '',
  unit_no: '',
  postal_code: '',
  additional_no: '',
  short_address: '',
  target_group: '',
  class: '',
  researcher_name: '',
  researcher: null,
  next_review_on: null,
  family_size: null,
  monthly_income: null,
  social_security: null,
  social_security_amount: null,
  iban: '',
  notes: '',
};

/** What the form begins from: a file, or nothing yet. */
export const valuesOf = (file: CaseFile | undefined): FileValues => ({
  party: file?.party ?? uuid(),
  who: file?.kind ?? 'person',
  facts: file
    ? { ...file.facts, mobile: mobile(file.facts.mobile), other_mobile: mobile(file.facts.other_mobile) }
    : { ...blank },
  kind: file?.identity?.kind ?? 'national_id',
  expires_on: file?.identity?.expires_on ?? null,
  number: '',
  exception: '',
  different: [],
});

/** A field of the facts. Without a part it stands where the form puts it by hand. */
export type FactField = FieldOf<FileValues> & {
  key: keyof Facts;
  /** The part of the form in which it stands, after those before it in this list. */
  part?: 'contact' | 'means' | 'file';
  /** How it is filled in; the form itself draws its `own`. A text where nothing is said. */
  input?: 'code' | 'tel' | 'email' | 'number' | 'money' | 'day' | 'own';
  /** The most letters, or the largest number. */
  most?: number;
  /** Whether the page of a file shows it among its facts. */
  page?: true;
  /** What an organisation does not have. */
  ofPeople?: boolean;
  /** What stories call it, where that is not its key. */
  test?: string;
};

const text = (rule: (typed: string) => string | null) => (value: unknown) => rule(String(value));
const fixed = (count: number, refusal: WordKey) => text((typed) => (hasDigits(typed, count) ? null : t(refusal)));
const day = (value: unknown): string => showGregorian(String(value));
const money = (value: unknown): string => showMoney(Number(value));
const iban = (value: unknown): string =>
  String(value)
    .replace(/(.{4})/g, '$1 ')
    .trim();
const yesNo = (value: unknown): string => t(value ? 'beneficiaries.yes' : 'beneficiaries.no');
const amount = (value: unknown): string | null =>
  Number(value) < 0 ? t('refusal.beneficiaries.amount_negative') : null;

const facts: FactField[] = [
  { key: 'name', label: 'beneficiaries.name', required: true },
  { key: 'name_exception', label: 'beneficiaries.name_exception', page: true },
  { key: 'born_on', label: 'beneficiaries.born_on', show: day },
  { key: 'sex', label: 'beneficiaries.sex_label', show: (value) => t(`beneficiaries.sex.${String(value)}`) },
  { key: 'marital_status', label: 'beneficiaries.marital_status', show: (value) => marital(String(value)) },
  {
    key: 'mobile',
    label: 'beneficiaries.mobile',
    part: 'contact',
    page: true,
    input: 'tel',
    most: 20,
    rule: text(mobileProblem),
    show: (value) => mobile(String(value)),
  },
  {
    key: 'other_mobile',
    label: 'beneficiaries.other_mobile',
    part: 'contact',
    page: true,
    input: 'tel',
    most: 20,
    rule: text(mobileProblem),
    show: (value) => mobile(String(value)),
  },
  { key: 'phone', label: 'beneficiaries.phone' },
  { key: 'region', label: 'beneficiaries.region', part: 'contact', input: 'own' },
  { key: 'governorate', label: 'beneficiaries.governorate', part: 'contact', input: 'own' },
  { key: 'city', label: 'beneficiaries.city', part: 'contact', most: 80 },
  { key: 'district', label: 'beneficiaries.district', part: 'contact', most: 80 },
  {
    key: 'short_address',
    label: 'beneficiaries.short_address',
    part: 'contact',
    page: true,
    input: 'code',
    most: 12,
    rule: text(shortAddressProblem),
  },
  { key: 'street', label: 'beneficiaries.street', part: 'contact', page: true, most: 120 },
  {
    key: 'building_no',
    label: 'beneficiaries.building_no',
    part: 'contact',
    input: 'code',
    most: 4,
    rule: fixed(4, 'refusal.parties.four_digits'),
  },
  {
    key: 'additional_no',
    label: 'beneficiaries.additional_no',
    part: 'contact',
    input: 'code',
    most: 4,
    rule: fixed(4, 'refusal.parties.four_digits'),
  },
  {
    key: 'postal_code',
    label: 'beneficiaries.postal_code',
    part: 'contact',
    input: 'code',
    most: 5,
    rule: fixed(5, 'refusal.parties.postal_code'),
  },
  { key: 'unit_no', label: 'beneficiaries.unit_no' },
  {
    key: 'email',
    label: 'beneficiaries.email',
    part: 'contact',
    page: true,
    input: 'email',
    most: 120,
    rule: text((typed) => (/^[^@\s]+@[^@\s]*\.[^@\s]*$/.test(typed.trim()) ? null : t('refusal.parties.email_shape'))),
  },
  { key: 'family_size', label: 'beneficiaries.family_size', part: 'means', input: 'number', most: 99, ofPeople: true },
  {
    key: 'monthly_income',
    label: 'beneficiaries.monthly_income',
    part: 'means',
    input: 'money',
    ofPeople: true,
    test: 'income',
    rule: amount,
    money: true,
    show: money,
  },
  {
    key: 'social_security',
    label: 'beneficiaries.social_security',
    part: 'means',
    input: 'own',
    ofPeople: true,
    test: 'security',
    show: yesNo,
  },
  {
    key: 'social_security_amount',
    label: 'beneficiaries.social_security_amount',
    part: 'means',
    input: 'money',
    ofPeople: true,
    test: 'security_amount',
    rule: amount,
    money: true,
    show: money,
  },
  {
    key: 'iban',
    label: 'beneficiaries.iban',
    part: 'means',
    page: true,
    input: 'code',
    most: 34,
    rule: text(ibanProblem),
    show: iban,
  },
  {
    key: 'researcher_name',
    label: 'beneficiaries.researcher',
    part: 'file',
    page: true,
    input: 'own',
    test: 'researcher',
    with: ['facts.researcher'],
  },
  {
    key: 'class',
    label: 'beneficiaries.class_label',
    part: 'file',
    input: 'own',
    show: (value) => t(`beneficiaries.class.${String(value)}`),
  },
  {
    key: 'next_review_on',
    label: 'beneficiaries.next_review',
    part: 'file',
    input: 'day',
    test: 'next_review',
    show: day,
  },
  { key: 'target_group', label: 'beneficiaries.target_group', part: 'file', page: true, most: 120 },
  { key: 'notes', label: 'beneficiaries.facts_note' },
];

/** The fields of a part of the form, for whom the file is. */
export const inputsOf = (part: FactField['part'], who: PartyKind): FactField[] =>
  facts.filter((field) => field.part === part && !(field.ofPeople && who === 'organisation'));

/** The facts that the page of a file shows, where something is known. */
export const pageFields = (known: Facts): FactField[] => facts.filter((field) => field.page && known[field.key]);

/** A number is checked by its kind; one with a reason to stand as it is, is not. */
function numberProblem(value: unknown, form: FileValues): string | null {
  if (form.exception.trim() !== '') return null;
  if (form.kind === 'unified_no') return organisationProblem(String(value));
  if (form.kind === 'national_id' || form.kind === 'iqama' || form.kind === null) return identityProblem(String(value));
  return null;
}

export const fileFields: FieldOf<FileValues>[] = [
  ...facts.map((field) => ({ path: `facts.${field.key}`, ...field })),
  {
    key: 'kind',
    label: 'beneficiaries.identity_kind_label',
    show: (value: unknown) => t(`beneficiaries.identity_kind.${String(value)}`),
  },
  { key: 'expires_on', label: 'beneficiaries.identity_expires', show: day },
  { key: 'identity', path: 'number', label: 'beneficiaries.identity_number', rule: numberProblem },
  { key: 'exception', label: 'beneficiaries.exception' },
];

/** A field of the facts by the office's name for it. */
export const factField = (key: string): FieldOf<FileValues> | undefined => facts.find((field) => field.key === key);

/** A value of the facts as a person reads it. */
export function factText(key: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return '—';
  return factField(key)?.show?.(value) ?? String(value);
}

/** The name of a field of the facts; the office's own where the form does not show it. */
export function factLabel(key: string): string {
  const field = factField(key);
  return field ? t(field.label) : t(`beneficiaries.${key}`);
}
