// What other features ask for before a step, in words.
import { readable } from '../api/failure';
import type { GateCondition } from '../api/generated';
import { t } from '../api/t';

/** What a condition says, whether it holds or not. */
export const gateWords = (condition: GateCondition): string =>
  t(condition.met ? `gate.${condition.key}` : `gate_gap.${condition.key}`, readable(condition.args));
