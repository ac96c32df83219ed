// Words and tones of services.
import type {
  CriterionLook,
  CriterionOp,
  CriterionResult,
  FairnessBy,
  KnownFact,
  MissingFact,
  ServiceCallState,
  ServiceCriterion,
  ServiceFactKind,
  ServiceStanding,
} from '../api/generated';
import { has, t } from '../api/t';
import { showMoney, showNumber, type Tone } from '../parts';

export const standings: ServiceStanding[] = ['announced', 'approved', 'draft', 'closed'];
export const callStates: ServiceCallState[] = ['not_called', 'no_answer', 'reached', 'will_ask', 'declined', 'asked'];
export const ways: FairnessBy[] = ['governorate', 'class', 'sex'];

export const standingTone = (standing: ServiceStanding): Tone =>
  standing === 'announced' ? 'ok' : standing === 'approved' ? 'info' : standing === 'draft' ? 'warn' : 'plain';

export const callTone = (state: ServiceCallState): Tone =>
  state === 'will_ask' || state === 'reached'
    ? 'info'
    : state === 'no_answer'
      ? 'warn'
      : state === 'asked'
        ? 'ok'
        : 'plain';

export const resultTone = (result: CriterionResult): Tone =>
  result === 'met' ? 'ok' : result === 'not_met' ? 'danger' : 'warn';

/** A value of a fact as it is kept, in words: an amount, a number, yes or no, a choice. */
export function valueOf(kind: ServiceFactKind, fact: string, raw: string): string {
  if (raw === '') return '';
  if (kind === 'money') return t('services.riyals', { amount: showMoney(Number(raw)) });
  if (kind === 'number') return showNumber(Number(raw));
  return choiceOf(fact, raw);
}

/** A choice of a fact in its words; what has none stands as it is. */
export function choiceOf(fact: string, raw: string): string {
  if (raw === 'yes' || raw === 'no') return t(raw === 'yes' ? 'services.yes' : 'services.no');
  const families: Record<string, string> = {
    class: 'assessments.class',
    tenure: 'assessments.tenure',
    earning: 'assessments.earning',
    sex: 'services.sex',
    marital_status: 'beneficiaries.marital',
  };
  const key = `${families[fact] ?? 'services.choice'}.${raw}`;
  return has(key) ? t(key) : raw;
}

/** What is known of a criterion, in words. */
export const knownOf = (one: CriterionLook): string => valueOf(one.kind, one.fact, one.value);

export const missingOf = (missing: MissingFact[]): string =>
  missing.map((one) => one.text || t(`services.fact.${one.fact}`)).join(' · ');

/** A criterion as it might be said, from its fact, its test and its value: a beginning for who writes it. */
export function proposed(one: Pick<ServiceCriterion, 'fact' | 'op' | 'value'>, fact: KnownFact): string {
  const parts = one.value.split('|').filter(Boolean);
  if (parts.length === 0) return '';
  const shown = parts.map((part) =>
    fact.kind === 'money'
      ? t('services.riyals', { amount: showNumber(Number(part)) })
      : fact.kind === 'number'
        ? showNumber(Number(part))
        : choiceOf(one.fact, part),
  );
  const name = t(`services.fact.${one.fact}`);
  if (fact.kind === 'bool') return name;
  return t(`services.says.${one.op}`, {
    fact: name,
    value: one.op === 'between' ? (shown[0] ?? '') : shown.join(t('services.or')),
    second: shown[1] ?? '',
  });
}

export const opName = (op: CriterionOp): string => t(`services.op.${op}`);

/** A group as it is named: a class and a sex by their words, a place as it is written. */
export function groupOf(by: FairnessBy, group: string): string {
  if (group === '') return t('services.unknown_group');
  return by === 'governorate' ? group : choiceOf(by, group);
}

/** A condition before a step of a version, as something that is to hold. */
export function conditionOf(key: string): string {
  const words = `services.condition.${key.replace('services.', '')}`;
  return has(words) ? t(words) : key;
}

/** Why somebody does not approve: a refusal, or a right they lack. */
export function whyNot(code: string): string {
  const key = `refusal.${code}`;
  return has(key) ? t(key) : t('services.no_right');
}
