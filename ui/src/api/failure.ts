// Everything that can go wrong with a command, as the office says it, and as a person reads it.
import { showGregorian, showHijri } from '../parts/dates';
import { has, t, type Args } from './t';

/** How a failure travels. `unreachable` is the host's own: the office did not answer at all. */
export type Reason =
  | { kind: 'refused' | 'conflict'; code: string; args?: Args; field?: string }
  | { kind: 'not_found'; noun: string }
  | { kind: 'forbidden'; permission: string }
  | { kind: 'broken'; reference?: string }
  | { kind: 'unreachable' };

export class Failure extends Error {
  readonly reason: Reason;
  /** The command that failed; it belongs to the details a person copies for whoever helps. */
  readonly command: string;
  readonly at = new Date();

  constructor(reason: Reason, command: string) {
    super(`${command}: ${reason.kind}`);
    this.name = 'Failure';
    this.reason = reason;
    this.command = command;
  }

  /** The code of a refusal: `feature.reason`. */
  get code(): string | undefined {
    return 'code' in this.reason ? this.reason.code : undefined;
  }

  /** The input field the person should look at. */
  get field(): string | undefined {
    return 'field' in this.reason ? this.reason.field : undefined;
  }

  /** No answer came: whether it was done is not known, and only asking again under the same request id settles it. */
  get unknown(): boolean {
    return this.reason.kind === 'unreachable';
  }

  /** What a person can do nothing about: it is shown with its number and with «copy the details». */
  get unexpected(): boolean {
    return this.reason.kind === 'broken' || (this.code !== undefined && !has(`refusal.${this.code}`));
  }
}

const isReason = (value: unknown): value is Reason => typeof value === 'object' && value !== null && 'kind' in value;

/** Makes a failure of whatever a host threw. */
export function failure(thrown: unknown, command: string): Failure {
  if (thrown instanceof Failure) return thrown;
  return new Failure(isReason(thrown) ? thrown : { kind: 'broken' }, command);
}

/** Days travel as the kernel writes them; a person reads them in both calendars. */
export function readable(args: Args = {}): Args {
  const read = (value: string | number) =>
    typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
      ? [showHijri(value), showGregorian(value)].filter(Boolean).join(' – ')
      : value;
  return Object.fromEntries(Object.entries(args).map(([name, value]) => [name, read(value)]));
}

/** A refusal that another one led to names it by its code; both are filled with the same. */
function withCause(args: Args): Args {
  const key = `refusal.${args['because'] ?? ''}`;
  return has(key) ? { ...args, because: t(key, args) } : args;
}

/** What happened and how to mend it, in one sentence. */
export function sentence(failed: Failure): string {
  const { reason } = failed;
  switch (reason.kind) {
    case 'refused':
    case 'conflict': {
      const key = `refusal.${reason.code}`;
      return has(key) ? t(key, withCause(readable(reason.args))) : t('failure.broken', { reference: reason.code });
    }
    case 'not_found':
      return t('failure.not_found');
    case 'forbidden': {
      const key = `permission.${reason.permission}`;
      return t('failure.forbidden', { permission: has(key) ? t(key) : reason.permission });
    }
    case 'broken':
      return t('failure.broken', { reference: reason.reference ?? '—' });
    case 'unreachable':
      return t('failure.unreachable');
  }
}

/** The lines «copy the details» puts on the clipboard: nothing a person typed is in them. */
export function details(failed: Failure, version: string): string {
  const { reason } = failed;
  const reference = 'reference' in reason && reason.reference ? reason.reference : '-';
  return [
    `sharaka ${version}`,
    `command ${failed.command}`,
    `failure ${reason.kind}${failed.code ? ` ${failed.code}` : ''}`,
    `reference ${reference}`,
    `at ${failed.at.toISOString()}`,
  ].join('\n');
}
