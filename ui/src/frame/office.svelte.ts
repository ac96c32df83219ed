// Who is at the desk: whether the office exists, who has signed in, whether the screen is locked.
import { call, onFailure } from '../api/call';
import { failure, type Failure } from '../api/failure';
import type { DemoPerson, LastBackup, OfficeState, Permission, Session } from '../api/generated';
import { dismissAll } from '../parts';
import { forgetPreferences, keepNow, loadPreferences } from './preferences.svelte';

/**
 * `setting_up` lasts until the last step of the first run, although a person has signed in by then. `locked_out` is a
 * window opened anew on a locked screen: nothing may be asked before the password.
 */
type Stage = 'starting' | 'unreachable' | 'setting_up' | 'signed_out' | 'signed_in' | 'locked_out';

interface Desk {
  stage: Stage;
  session: Session | null;
  locked: boolean;
  demo: boolean;
  /** Who can sign in to a demonstration; nobody in a real office. */
  demoPeople: DemoPerson[];
  version: string;
  /** When the next try to sign in is allowed, in milliseconds of this machine's clock; 0 when it is now. */
  waitUntil: number;
  lastBackup: LastBackup | null;
  failed: Failure | undefined;
}

export const office: Desk = $state({
  stage: 'starting',
  session: null,
  locked: false,
  demo: false,
  demoPeople: [],
  version: '',
  waitUntil: 0,
  lastBackup: null,
  failed: undefined,
});

/** Looks at the office as it stands: at the start, and after a sign-in was refused. */
export async function look(): Promise<void> {
  try {
    const seen = await call('office.look', {});
    take(seen);
    if (seen.state === 'new') office.stage = 'setting_up';
    else if (seen.session) await enter(seen.session);
    else office.stage = 'signed_out';
  } catch (thrown) {
    office.failed = failure(thrown, 'office.look');
    office.stage = 'unreachable';
  }
}

/** Reads again what the sign-in screen shows, without leaving it. */
export async function lookAgain(): Promise<void> {
  take(await call('office.look', {}));
}

function take(seen: OfficeState): void {
  office.demo = seen.demo;
  office.demoPeople = seen.demo_people;
  office.version = seen.version;
  office.lastBackup = seen.last_backup;
}

/** After a wrong password the office may want a pause before this person's next try. */
export function pauseAfter(failed: Failure): void {
  const seconds = 'args' in failed.reason ? Number(failed.reason.args?.['seconds'] ?? 0) : 0;
  office.waitUntil = seconds > 0 ? Date.now() + seconds * 1000 : 0;
}

/** A person has signed in: their preferences are read before the first screen shows. */
export async function enter(session: Session): Promise<void> {
  office.session = session;
  office.locked = session.locked;
  if (!session.locked) await loadPreferences();
  office.stage = session.locked ? 'locked_out' : 'signed_in';
}

/** The session changed under the person: new rights, a new name of the association. */
export async function refresh(): Promise<void> {
  const seen = await call('office.look', {});
  take(seen);
  if (seen.session) office.session = seen.session;
}

export async function lock(): Promise<void> {
  if (office.stage !== 'signed_in' || office.locked) return;
  // The screen closes first: it must not stay readable because the office answered late.
  office.locked = true;
  await keepNow();
  await call('session.lock', {}).catch(() => undefined);
}

export async function unlock(password: string): Promise<void> {
  const session = await call('session.unlock', { password });
  if (office.stage === 'locked_out') return enter(session);
  office.session = session;
  office.locked = false;
  // What was typed while the office had locked itself is still to be kept.
  await keepNow();
}

export async function signOut(): Promise<void> {
  if (!office.locked) await keepNow();
  await call('session.sign_out', {}).catch(() => undefined);
  leave();
}

/** The session is over: the sign-in screen shows. */
export function leave(): void {
  office.session = null;
  office.locked = false;
  office.stage = 'signed_out';
  forgetPreferences();
  dismissAll();
  // The next person begins at their own last place, not at this one's.
  history.replaceState(null, '', location.pathname);
  // What the sign-in screen tells, the last backup for one, may have changed since the last look.
  void lookAgain().catch(() => undefined);
}

/** Whether the person who has signed in holds a right. */
export function may(permission: Permission): boolean {
  return office.session?.permissions.includes(permission) ?? false;
}

onFailure((failed) => {
  if (office.stage !== 'signed_in' && office.stage !== 'locked_out') return;
  if (failed.code === 'office.locked' || failed.code === 'session.locked_idle') office.locked = true;
  if (failed.code === 'office.signed_out' || failed.code === 'session.sign_in_again') leave();
});
