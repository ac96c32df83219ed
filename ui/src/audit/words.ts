// The audit trail in words: names of commands, fields and outcomes come from the same files as everything else.
import { has, t } from '../api/t';
import { showMoment, type Tone } from '../parts';

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

/** The name of a field: its last part that has a name; positions and unknown parts stand as they are. */
export function fieldWords(path: string): string {
  return path
    .split('.')
    .map((part) => (has(`field.${part}`) ? t(`field.${part}`) : part))
    .join(' › ');
}

/** Longest value shown; a logo is a hundred thousand letters. */
const MOST = 300;

export function valueWords(path: string, value: unknown): string {
  const field = path.split('.').at(-1) ?? path;
  if (value === undefined || value === null || value === '') return '—';
  if (typeof value === 'boolean') return t(value ? 'audit.affirmed' : 'audit.denied');
  if (typeof value === 'number' && field.endsWith('_at')) return showMoment(value);
  if (field === 'role' && typeof value === 'string' && has(`role.${value}`)) return t(`role.${value}`);
  if (typeof value === 'string' && has(`association.${field}_${value}`)) return t(`association.${field}_${value}`);
  if (field === 'base64') return t('audit.picture');
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > MOST ? `${text.slice(0, MOST)}…` : text;
}
