// Stages while they are typed: of a template, and of a project.
import type { StagePlan, StageState } from '../api/generated';
import { t } from '../api/t';
import { uuid } from '../api/uuid';

export interface TypedCondition {
  key: string;
  text: string;
  paper: boolean;
  /** It stands on a stage that has begun. */
  fixed: boolean;
}

export interface TypedStage {
  id: string;
  name: string;
  goal: string;
  days: number | null;
  visits: number | null;
  conditions: TypedCondition[];
  state: StageState;
}

export const emptyStage = (): TypedStage => ({
  id: uuid(),
  name: '',
  goal: '',
  days: 30,
  visits: 1,
  conditions: [],
  state: 'planned',
});

export const emptyCondition = (): TypedCondition => ({ key: uuid(), text: '', paper: false, fixed: false });

export const typed = (
  plan: Omit<StagePlan, 'conditions'> & { conditions: { text: string; paper: boolean }[] },
  id: string,
  state: StageState,
): TypedStage => ({
  id,
  name: plan.name,
  goal: plan.goal,
  days: plan.days,
  visits: plan.visits,
  conditions: plan.conditions.map(({ text, paper }, place) => ({
    key: `${id}.${place}`,
    text,
    paper,
    fixed: state !== 'planned',
  })),
  state,
});

/** What is sent of a stage; null while it cannot be. */
export const sent = (one: TypedStage) => ({
  id: one.id,
  name: one.name,
  goal: one.goal,
  days: one.days ?? 0,
  visits: one.visits ?? 0,
  conditions: one.conditions.map(({ text, paper }) => ({ text, paper })),
});

/** What is missing before stages can be saved, of the first that lacks something. */
export function lacking(stages: TypedStage[]): string | null {
  if (stages.length === 0) return t('refusal.stages.count', { most: '12' });
  for (const [place, one] of stages.entries()) {
    const name = one.name.trim() || t('stage.nth', { no: String(place + 1) });
    if (!one.name.trim()) return t('stage.lacks_name', { name });
    if (!one.days) return t('stage.lacks_days', { name });
    if (one.conditions.some((condition) => !condition.text.trim())) return t('refusal.stages.condition_empty');
  }
  return null;
}
