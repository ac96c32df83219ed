// A browser on the same machine, in front of `sharaka serve`.
import type { Answer, Host, Picked, Touched } from './index';

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

/** Milliseconds until a line that was refused is asked for again. */
const AGAIN = 5_000;

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

  listen(heard) {
    let stream: EventSource | undefined;
    let missed = false;
    let timer: ReturnType<typeof setTimeout>;

    const open = () => {
      stream = new EventSource('/events');
      stream.addEventListener('open', () => {
        // Nobody knows what was touched while the line was down.
        if (missed) heard({ views: null, request: null });
        missed = false;
      });
      stream.addEventListener('touched', ({ data }: MessageEvent<string>) => heard(JSON.parse(data) as Touched));
      stream.addEventListener('error', () => {
        missed = true;
        // A broken line is mended by the browser; one that was refused is tried again after a while.
        if (stream?.readyState === EventSource.CLOSED) timer = setTimeout(open, AGAIN);
      });
    };
    const close = () => {
      clearTimeout(timer);
      stream?.close();
      missed = true;
    };
    // A browser keeps few lines to one place: a tab nobody looks at holds none.
    const look = () => {
      close();
      if (document.visibilityState === 'visible') open();
    };
    document.addEventListener('visibilitychange', look);
    if (document.visibilityState === 'visible') open();
    return () => {
      document.removeEventListener('visibilitychange', look);
      close();
    };
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

  fetchFile({ ticket, name }) {
    const link = document.createElement('a');
    link.href = `/file/${ticket}`;
    link.download = name;
    link.click();
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
