// The parts of the need rule and their keys, in the order in which they are shown and typed.
import type { NeedRule } from '../api/generated';

export const ruleParts = ['income', 'dependency', 'special', 'housing', 'earning', 'classes'] as const;
export type RulePart = (typeof ruleParts)[number];

const keys = {
  income: ['points', 'full_at', 'zero_at'],
  dependency: ['points', 'full_at_dependants'],
  special: ['points', 'widow', 'orphans', 'disabled', 'disabled_most', 'elderly', 'elderly_most'],
  housing: [
    'points',
    'own',
    'waqf',
    'rent',
    'hosted',
    'packed_over',
    'packed',
    'crowded_over',
    'crowded',
    'unsound',
    'unsound_most',
  ],
  earning: ['points', 'running_project', 'employed', 'halted_project', 'unemployed', 'unable'],
  classes: ['A', 'B', 'C'],
} as const;

export type RuleKey = (typeof keys)[RulePart][number];
export const keysOf = (part: RulePart): readonly RuleKey[] => keys[part];
export const isMoney = (part: RulePart, key: string): boolean => part === 'income' && key !== 'points';

/** One number of a rule. `full_at` means another thing for dependants than for income, and has its own words. */
const own = (key: RuleKey): string => (key === 'full_at_dependants' ? 'full_at' : key);
export const numberAt = (rule: NeedRule, part: RulePart, key: RuleKey): number =>
  (rule[part] as unknown as Record<string, number>)[own(key)] ?? 0;
export function withNumber(rule: NeedRule, part: RulePart, key: RuleKey, value: number): NeedRule {
  return { ...rule, [part]: { ...rule[part], [own(key)]: value } };
}
