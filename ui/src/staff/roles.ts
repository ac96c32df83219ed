import type { Role } from '../api/generated';
import { t } from '../api/t';
import type { Tone } from '../parts';

export const ROLES: Role[] = ['researcher', 'supervisor', 'finance', 'committee', 'administrator'];

export function isRole(value: string | null): value is Role {
  return ROLES.some((role) => role === value);
}

/** The roles as cards to choose from, each with what it is for. */
export function roleCards() {
  return ROLES.map((role) => ({ value: role, title: t(`role.${role}`), text: t(`role.${role}_text`) }));
}

export function roleTone(role: Role): Tone {
  return role === 'administrator' ? 'gold' : role === 'committee' ? 'info' : 'plain';
}
