// Colours and words of programmes, initiatives and what is looked for.
import type {
  AssetKind,
  CapacityDomain,
  FindingDomain,
  FindingGravity,
  GatheringForm,
  GatheringStage,
  IndicatorFrequency,
  IndicatorKind,
  IndicatorLight,
  InitiativeIndicator,
  InitiativeLine,
  InitiativeState,
  PhaseConditionKind,
  ResultLevel,
  SupportSource,
  SupportStage,
} from '../api/generated';
import { t } from '../api/t';
import { percent, showNumber, type Tone } from '../parts';

export const initiativeStates: InitiativeState[] = [
  'idea',
  'studied',
  'approved',
  'funded',
  'running',
  'halted',
  'completed',
  'cancelled',
];
const states: Record<InitiativeState, Tone> = {
  idea: 'plain',
  studied: 'info',
  approved: 'info',
  funded: 'gold',
  running: 'ok',
  halted: 'danger',
  completed: 'primary',
  cancelled: 'plain',
};
export const initiativeTone = (state: InitiativeState): Tone => states[state];

const lights: Record<IndicatorLight, Tone> = { green: 'ok', amber: 'gold', red: 'danger', grey: 'plain' };
export const lightTone = (light: IndicatorLight): Tone => lights[light];
export const lightNames: IndicatorLight[] = ['green', 'amber', 'red', 'grey'];

export const supportStages: SupportStage[] = ['identified', 'contacted', 'proposal', 'pledged', 'received', 'declined'];
const stages: Record<SupportStage, Tone> = {
  identified: 'plain',
  contacted: 'info',
  proposal: 'info',
  pledged: 'gold',
  received: 'ok',
  declined: 'plain',
};
export const stageTone = (stage: SupportStage): Tone => stages[stage];
export const supportSources: SupportSource[] = ['government', 'donors', 'sponsors', 'fund'];

const severities: Record<FindingGravity, Tone> = { high: 'danger', medium: 'gold', low: 'info', context: 'plain' };
export const severityTone = (severity: FindingGravity): Tone => severities[severity];
export const gravities: FindingGravity[] = ['context', 'high', 'medium', 'low'];
export const domains: FindingDomain[] = [
  'population',
  'production',
  'health',
  'work',
  'housing',
  'education',
  'services',
  'environment',
  'associations',
  'other',
];
export const assetKinds: AssetKind[] = ['natural', 'building', 'organisation', 'people', 'money', 'knowledge', 'other'];
export const gatheringForms: GatheringForm[] = ['workshop', 'meeting', 'survey', 'visit', 'online', 'other'];
export const gatheringStages: GatheringStage[] = ['study', 'planning', 'carrying_out', 'evaluation'];
export const conditionKinds: PhaseConditionKind[] = [
  'own',
  'endorsements',
  'agreements',
  'findings',
  'assets',
  'residents',
  'capacity',
  'coverage',
  'baselines',
  'consent',
  'vision',
  'founded',
  'implementers',
  'planned',
];
/** Conditions of which somebody says how many. */
export const countedKinds: PhaseConditionKind[] = [
  'endorsements',
  'agreements',
  'findings',
  'assets',
  'residents',
  'capacity',
];
export const resultLevels: ResultLevel[] = ['impact', 'outcome', 'output', 'activity'];
export const indicatorKinds: IndicatorKind[] = ['increase', 'decrease', 'yes_no'];
export const frequencies: IndicatorFrequency[] = ['month', 'quarter', 'half', 'year', 'once'];
export const capacityDomains: CapacityDomain[] = [
  'governance',
  'planning',
  'finance',
  'people',
  'programmes',
  'partnerships',
  'technology',
];

/** A value of an indicator: yes and no in words, a number as it is written. */
export const valueWords = (one: Pick<InitiativeIndicator, 'kind'>, value: string): string =>
  value === '' ? '—' : one.kind === 'yes_no' ? t(value === 'yes' ? 'programmes.yes' : 'programmes.no') : value;

/** Who owns it: a partner, or the association itself. */
export const ownerName = (line: Pick<InitiativeLine, 'owner_name'>): string =>
  line.owner_name || t('programmes.owner_association');

export const percentOr = (value: number | null): string => (value === null ? '—' : percent(String(value)));

/** Hundredths as a number with two decimals. */
export const hundredths = (value: number): string =>
  `${showNumber(Math.trunc(value / 100))}.${String(value % 100).padStart(2, '0')}`;
