// A browser on the same machine, in front of `sharaka serve`.
import type { Answer, Host, Picked } from './index';

/** Bytes from their base64. */
export function bytes(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const out = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i += 1) out[i] = text.charCodeAt(i);
  return out;
}

/** Base64 of a file's bytes, in pieces small enough for a call's arguments. */
export async function base64(file: Blob): Promise<string> {
  const all = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (let i = 0; i < all.length; i += 8192) text += String.fromCharCode(...all.subarray(i, i + 8192));
  return btoa(text);
}

function pick(extensions: string[]): Promise<File | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = extensions.map((extension) => `.${extension}`).join(',');
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null));
    input.addEventListener('cancel', () => resolve(null));
    input.click();
  });
}

export const browser: Host = {
  kind: 'browser',

  async call(name, input, request) {
    let response: Response;
    try {
      response = await fetch(`/call/${name}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'Sharaka-Request': request },
        body: JSON.stringify(input),
        credentials: 'same-origin',
        cache: 'no-store',
      });
    } catch {
      throw { kind: 'unreachable' };
    }
    // A connection that breaks within the answer leaves as open what was done as one that breaks before it.
    const answer: unknown = await response.json().catch(() => {
      throw { kind: 'unreachable' };
    });
    if (!response.ok) throw answer ?? { kind: 'broken' };
    return answer as Answer;
  },

  saveFile(name, mime, content) {
    const address = URL.createObjectURL(new Blob([bytes(content)], { type: mime }));
    const link = document.createElement('a');
    link.href = address;
    link.download = name;
    link.click();
    // The download has its own hold on the bytes once it began; a minute is more than it needs to begin.
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    return Promise.resolve(true);
  },

  async pickFile(extensions): Promise<Picked | null> {
    const file = await pick(extensions);
    return file ? { name: file.name, base64: await base64(file) } : null;
  },

  print: () => Promise.resolve(window.print()),

  // Nobody is at the machine that serves, and a site that asks for the right to notify is a nuisance: the list of tasks
  // says the same.
  notify: () => Promise.resolve(),
};
