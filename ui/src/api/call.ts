// The one way from a screen to the office: a named command, typed by the command tables.
import { host, type Answer } from '../host';
import { failure, type Failure } from './failure';
import type { Commands, Handed, View } from './generated';
import { uuid } from './uuid';

export type Name = keyof Commands;
export type Input<N extends Name> = Commands[N]['input'];
export type Output<N extends Name> = Commands[N]['output'];

/** `elsewhere`: not this window has changed it but somebody else's. */
type Listener = (touched: View[], elsewhere?: boolean) => void;
const listeners = new Set<Listener>();
const guards = new Set<(failed: Failure) => void>();

/** Pauses before a command is sent again after the connection broke, in milliseconds. */
const PAUSES = [300, 1200];

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Calls a command and tells every view what it touched. A broken connection is tried again with the same request id,
 * so that the office, which keeps the answer of every write, never does it twice. Whoever must ask again after no answer
 * came at all gives the same `request` again.
 *
 * @throws Failure
 */
export async function call<N extends Name>(name: N, input: Input<N>, request = uuid()): Promise<Output<N>> {
  const answer = await send(name, input, request);
  announce(answer.touched);
  return answer.value as Output<N>;
}

/**
 * Asks a command for what it shows. Nothing is announced: a view that reloads must not make itself reload.
 *
 * @throws Failure
 */
export async function ask<N extends Name>(name: N, input: Input<N>): Promise<Output<N>> {
  return (await send(name, input, uuid())).value as Output<N>;
}

/** The newest requests of this window: what they touched is known before the office tells everybody. */
const own = new Set<string>();
const REMEMBERED = 64;

function remember(request: string): void {
  own.add(request);
  if (own.size > REMEMBERED) for (const oldest of own) return void own.delete(oldest);
}

/** Whether this window sent a request itself. */
export const isOwn = (request: string | null): boolean => request !== null && own.has(request);

async function send<N extends Name>(name: N, input: Input<N>, request: string): Promise<Answer> {
  remember(request);
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await host.call(name, input, request);
    } catch (thrown) {
      const failed = failure(thrown, name);
      const wait = PAUSES[attempt];
      if (failed.reason.kind === 'unreachable' && wait !== undefined) {
        await pause(wait);
        continue;
      }
      throw told(failed);
    }
  }
}

function told(failed: Failure): Failure {
  for (const guard of guards) guard(failed);
  return failed;
}

/**
 * Brings a file in for a command that takes one, and gives the ticket it will name. The bytes travel beside the call.
 *
 * @throws Failure
 */
export async function bring(command: Name, file: Blob): Promise<string> {
  try {
    return await host.bring(command, file);
  } catch (thrown) {
    throw told(failure(thrown, command));
  }
}

/**
 * Reads a file that a command has handed over into the page, once.
 *
 * @throws Failure
 */
export async function read(command: Name, handed: Handed): Promise<Blob> {
  try {
    return await host.read(handed);
  } catch (thrown) {
    throw told(failure(thrown, command));
  }
}

/** Tells every view that shows one of these to reload. */
export function announce(touched: View[], elsewhere = false): void {
  if (touched.length > 0) for (const listener of [...listeners]) listener(touched, elsewhere);
}

/** Hears what was touched, until the returned function is called. */
export function onTouched(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Hears every failure, before the screen that called does: the session uses it to notice that it has ended. */
export function onFailure(guard: (failed: Failure) => void): () => void {
  guards.add(guard);
  return () => guards.delete(guard);
}
