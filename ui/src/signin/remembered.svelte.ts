// The people who sign in on this device, so that they find their name instead of typing a login. Kept on the device,
// outside the office: only what the sign-in screen shows, and a person can have it forgotten.
import type { Role, Session } from '../api/generated';

export interface Remembered {
  login: string;
  name: string;
  role: Role;
  association: string;
  /** Milliseconds of this machine's clock. */
  seen: number;
}

const KEY = 'people';
/** More faces than this are a list nobody reads. */
const MOST = 5;

function read(): Remembered[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept)
      ? kept.filter((one): one is Remembered => typeof one?.login === 'string' && typeof one?.name === 'string')
      : [];
  } catch {
    // A damaged list is as good as none.
    return [];
  }
}

let people = $state<Remembered[]>(read());

function write(next: Remembered[]): void {
  people = next;
  localStorage.setItem(KEY, JSON.stringify(next));
}

export const remembered = {
  get people(): Remembered[] {
    return people;
  },
  add(session: Session): void {
    const { login, name, role } = session.person;
    const one = { login, name, role, association: session.association.name_ar, seen: Date.now() };
    write([one, ...people.filter((other) => other.login !== login)].slice(0, MOST));
  },
  forget(login: string): void {
    write(people.filter((one) => one.login !== login));
  },
};
