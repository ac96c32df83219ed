// What the house around the interface can do: carry a command to the office, hand over files, print, notify.
// The same interface runs in the desktop window and in a browser on the same machine; only this folder knows which.
import type { Handed, View } from '../api/generated';
import { browser } from './browser';
import { desktop } from './desktop';

/** What the office answers: the value, and the views that show something it changed. */
export interface Answer {
  value: unknown;
  touched: View[];
}

/** What a write of any session touched: the names of the views, and nothing of what stands in them. */
export interface Touched {
  /** None where some were missed: everything is to be asked again. */
  views: View[] | null;
  /** The request that touched them, so that who sent it does not ask twice. */
  request: string | null;
}

export interface Host {
  readonly kind: 'desktop' | 'browser';
  /** Carries a command; throws the reason of a failure. */
  call(name: string, input: unknown, request: string): Promise<Answer>;
  /** Hears what other sessions touch, until the returned function is called. It ends with the session and its lock. */
  listen(heard: (touched: Touched) => void): () => void;
  /** Fetches a file the office has ready, where the person chooses; false when they changed their mind. */
  fetchFile(handed: Handed): Promise<boolean>;
  /** Brings a file in for a command, and gives the ticket it will name; throws the reason of a failure. */
  bring(command: string, file: Blob): Promise<string>;
  /** Reads a file the office has ready into the page, to be shown; throws the reason of a failure. */
  read(handed: Handed): Promise<Blob>;
  /** Opens the system's print dialog for what the window shows. */
  print(): Promise<void>;
  /** Shows a notice of the system, outside the window: nothing may stand in it that strangers must not read. */
  notify(title: string, body: string): Promise<void>;
}

export const host: Host = '__TAURI_INTERNALS__' in window ? desktop : browser;
