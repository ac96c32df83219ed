// A browser on the same machine, in front of `sharaka serve`.
import type { Answer, Host, Touched } from './index';

/** Asks the host; a failure is thrown as its reason. */
async function ask(address: string, request: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(address, { ...request, credentials: 'same-origin', cache: 'no-store' });
  } catch {
    throw { kind: 'unreachable' };
  }
  if (!response.ok) throw (await whole(response.json())) ?? { kind: 'broken' };
  return response;
}

/** A connection that breaks within the answer leaves as open what was done as one that breaks before it. */
const whole = <T>(answer: Promise<T>): Promise<T> =>
  answer.catch(() => {
    throw { kind: 'unreachable' };
  });

/** Milliseconds until a line that was refused is asked for again. */
const AGAIN = 5_000;

export const browser: Host = {
  kind: 'browser',

  async call(name, input, request) {
    const response = await ask(`/call/${name}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Sharaka-Request': request },
      body: JSON.stringify(input),
    });
    return whole(response.json() as Promise<Answer>);
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

  fetchFile({ ticket, name }) {
    const link = document.createElement('a');
    link.href = `/file/${ticket}`;
    link.download = name;
    link.click();
    return Promise.resolve(true);
  },

  async bring(command, file) {
    const response = await ask('/file', {
      method: 'POST',
      headers: { 'Content-Type': 'application/octet-stream', 'Sharaka-For': command },
      body: file,
    });
    return (await whole(response.json() as Promise<{ ticket: string }>)).ticket;
  },

  async read({ ticket }) {
    return whole((await ask(`/file/${ticket}`, {})).blob());
  },

  print: () => Promise.resolve(window.print()),

  // Nobody is at the machine that serves, and a site that asks for the right to notify is a nuisance: the list of tasks
  // says the same.
  notify: () => Promise.resolve(),
};
