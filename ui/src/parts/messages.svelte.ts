import type { Tone } from './types';

export type Message = {
  text: string;
  tone?: Tone;
  action?: { label: string; onclick: () => void };
  /** How long it stays; by default 6 seconds, an error until it is dismissed. */
  seconds?: number;
};

export type Toast = Message & { id: number };

export const toasts = $state<Toast[]>([]);
let last = 0;

/** Tells the person something in the corner. Returns the way to take it back. Needs `<Toasts />` on the page. */
export function toast(message: Message): () => void {
  const id = ++last;
  toasts.push({ ...message, id });
  if (toasts.length > 5) toasts.shift();
  return () => dismiss(id);
}

export function dismiss(id: number): void {
  const at = toasts.findIndex((toast) => toast.id === id);
  if (at >= 0) toasts.splice(at, 1);
}

/** Takes everything back: whoever sits down next must not read what was told to the one before. */
export function dismissAll(): void {
  toasts.length = 0;
}
