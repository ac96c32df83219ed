// How the social research is said: the order of the facts, tones, values as a person reads them.
import type {
  AbilityKind,
  AssessmentDraft,
  AssessmentFacts,
  AssessmentKind,
  AssessmentState,
  CareState,
  DwellingTenure,
  FileClass,
  HouseholdEarning,
  NeedClass,
  NeedDomain,
  NeedPriority,
  NeedState,
  SuggestedNeed,
} from '../api/generated';
import { t } from '../api/t';
import type { FieldOf } from '../frame/merge';
import { showMoney, showNumber, type Tone } from '../parts';

export const kinds: AssessmentKind[] = ['intake', 'periodic', 'closure', 'impact'];
export const states: AssessmentState[] = ['draft', 'completed', 'reviewed', 'dropped'];
export const classes: FileClass[] = ['a', 'b', 'c', 'd'];
export const domains: NeedDomain[] = [
  'income',
  'work',
  'housing',
  'health',
  'education',
  'orphans',
  'debts',
  'skills',
  'marketing',
  'family',
  'other',
];
export const priorities: NeedPriority[] = ['high', 'medium', 'low'];
export const needStates: NeedState[] = ['open', 'met', 'unmet', 'declined'];
export const itemStates: CareState[] = ['planned', 'in_progress', 'done', 'missed', 'cancelled'];
export const abilityKinds: AbilityKind[] = ['skill', 'capability', 'wish'];
export const tenures: DwellingTenure[] = ['own', 'rent', 'waqf', 'hosted'];
export const earnings: HouseholdEarning[] = ['unemployed', 'running_project', 'halted_project', 'employed', 'unable'];
export const unsoundParts = ['kitchen', 'bathroom', 'roof', 'wiring', 'doors', 'water'] as const;

export type FactKey = Exclude<keyof AssessmentFacts, 'findings'>;
export type FactForm = 'count' | 'money' | 'yes' | 'tenure' | 'earning' | 'unsound';
export interface FactRow {
  key: FactKey;
  form: FactForm;
}
const rows = (form: FactForm, ...keys: FactKey[]): FactRow[] => keys.map((key) => ({ key, form }));

/** The facts in the order of the page and of the form on paper. */
export const factGroups: { key: 'family' | 'income' | 'obligations' | 'living'; rows: FactRow[] }[] = [
  {
    key: 'family',
    rows: [
      ...rows('count', 'family_size', 'dependants'),
      ...rows('yes', 'widow'),
      ...rows('count', 'orphan_n', 'disabled_n', 'elderly_n'),
    ],
  },
  {
    key: 'income',
    rows: rows(
      'money',
      'social_security',
      'citizen_account',
      'salary',
      'pension',
      'project_income',
      'piecework',
      'other_income',
    ),
  },
  { key: 'obligations', rows: rows('money', 'rent', 'debts', 'other_obligation') },
  {
    key: 'living',
    rows: [
      ...rows('tenure', 'tenure'),
      ...rows('count', 'rooms'),
      ...rows('unsound', 'unsound'),
      ...rows('earning', 'earning'),
    ],
  },
];

/** A fact as a person reads it; a dash where nobody knows. */
export function factText(row: FactRow, value: unknown): string {
  if (value === null || value === undefined) return '—';
  if (row.form === 'money') return showMoney(value as number);
  if (row.form === 'count') return showNumber(value as number);
  if (row.form === 'yes') return t(value ? 'assessments.yes' : 'assessments.no');
  if (row.form === 'tenure') return t(`assessments.tenure.${value as DwellingTenure}`);
  if (row.form === 'earning') return t(`assessments.earning.${value as HouseholdEarning}`);
  return unsoundText(value as string);
}

export const unsoundText = (value: string): string => {
  const said = value.split(' ').filter(Boolean);
  const parts = unsoundParts.filter((part) => said.includes(part));
  return parts.length === 0
    ? t('assessments.all_sound')
    : parts.map((part) => t(`assessments.unsound.${part}`)).join(t('parts.comma'));
};

/** Every field of a draft, for putting two people's changes together. */
export const draftFields: FieldOf<AssessmentDraft>[] = [
  { key: 'done_on', label: 'assessments.done_on' },
  { key: 'reason', label: 'assessments.reason' },
  ...factGroups.flatMap(({ rows: all }) =>
    all.map((row) => ({
      key: row.key,
      path: `facts.${row.key}`,
      label: `assessments.fact.${row.key}` as const,
      show: (value: unknown) => factText(row, value),
    })),
  ),
  { key: 'findings', path: 'facts.findings', label: 'assessments.fact.findings' },
  {
    key: 'abilities',
    label: 'assessments.abilities',
    show: (value) => String((value as unknown[] | null)?.length ?? 0),
  },
  {
    key: 'manual_class',
    label: 'assessments.class_manual',
    show: (value) => (value ? t(`assessments.class.${value as FileClass}`) : '—'),
  },
  { key: 'manual_reason', label: 'assessments.manual_reason' },
];

export const stateTone = (state: AssessmentState): Tone =>
  ({ draft: 'plain', completed: 'gold', reviewed: 'ok', dropped: 'plain' })[state] as Tone;
export const classTone = (one: string): Tone =>
  (({ a: 'danger', b: 'gold', c: 'info' }) as Record<string, Tone>)[one] ?? 'plain';
export const priorityTone = (one: NeedPriority): Tone =>
  ({ high: 'danger', medium: 'gold', low: 'plain' })[one] as Tone;
export const needTone = (state: NeedState): Tone =>
  ({ open: 'info', met: 'ok', unmet: 'warn', declined: 'plain' })[state] as Tone;
export const itemTone = (state: CareState, late: number): Tone =>
  late > 0
    ? 'danger'
    : ({ planned: 'plain', in_progress: 'info', done: 'ok', missed: 'warn', cancelled: 'plain' }[state] as Tone);

export const className = (one: string): string => (one ? t(`assessments.class.${one as FileClass}`) : '—');
/** A class of the engine, as files keep it. */
export const fileClass = (one: NeedClass): FileClass =>
  one === 'no_need' ? 'd' : (one.toLowerCase() as Exclude<FileClass, 'd'>);

type SuggestedKey =
  | 'income_gap'
  | 'project_halted'
  | 'no_work'
  | 'unsound'
  | 'crowded'
  | 'rent'
  | 'disabled'
  | 'orphans'
  | 'elderly'
  | 'debts'
  | 'schooling';

/** What a suggestion says, and the fact that made it. */
export function suggestion(one: SuggestedNeed): { text: string; fact: string } {
  const key = one.key as SuggestedKey;
  const [first = '', second = ''] = one.value.split(' ');
  const value = key === 'unsound' ? unsoundText(one.value) : one.value;
  return {
    text: t(`assessments.suggested.${key}`),
    fact: t(`assessments.made_by.${key}`, { value, persons: first, rooms: second }),
  };
}
