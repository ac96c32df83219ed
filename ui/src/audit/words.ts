// The audit trail in words: names of commands, fields and outcomes come from the same files as everything else.
import { has, t } from '../api/t';
import type { Tone } from '../parts';

export const commandWords = (command: string) => (has(`command.${command}`) ? t(`command.${command}`) : command);
export const featureWords = (feature: string) => (has(`feature.${feature}`) ? t(`feature.${feature}`) : feature);
export const actionWords = (action: string) => (has(`audit.action.${action}`) ? t(`audit.action.${action}`) : action);

/** `done`, `refused:<code>`, `forbidden`, `broken:<reference>`. */
export function outcome(of: string): { words: string; tone: Tone; why: string | null } {
  const [kind = '', detail = ''] = of.split(/:(.*)/s);
  const words = has(`audit.outcome.${kind}`) ? t(`audit.outcome.${kind}`) : of;
  const tone: Tone = kind === 'done' ? 'ok' : kind === 'broken' ? 'danger' : 'warn';
  const why = has(`refusal.${detail}`) ? t(`refusal.${detail}`) : detail || null;
  return { words, tone, why };
}

/** The name of a field: its parts by their names; a place in a list stands beside the list it is in. */
export const fieldWords = (path: string): string =>
  path
    .split('.')
    .map((part) => (has(`field.${part}`) ? t(`field.${part}`) : part))
    .join(' › ')
    .replace(/ › (\d+)(?= ›|$)/g, ' $1')
    .replace(/^\d+ › /, '');
