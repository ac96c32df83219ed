// What the form can say before the office is asked. The office decides; this only spares a round.
import { t } from '../api/t';
import { tidy } from '../parts';

/** Why a unified national number cannot be right; null when it may be, or when none is typed. */
export function unifiedNumberProblem(typed: string): string | null {
  const number = tidy(typed);
  return number === '' || /^7\d{9}$/.test(number) ? null : t('association.unified_no_rule');
}
