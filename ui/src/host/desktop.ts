// The desktop window: every call goes through its command `call`, files beside it; the names `desktop.*` are the window's own.
import { Channel, invoke } from '@tauri-apps/api/core';
import { uuid } from '../api/uuid';
import type { Host, Touched } from './index';

const window_ = async <T>(name: string, input: object): Promise<T> => {
  const answer = await invoke<{ value: T }>('call', { name: `desktop.${name}`, input, request: uuid() });
  return answer.value;
};

export const desktop: Host = {
  kind: 'desktop',
  call: (name, input, request) => invoke('call', { name, input, request }),
  listen(heard) {
    const channel = new Channel<Touched>(heard);
    void window_('listen', { channel });
    return () => (channel.onmessage = () => undefined);
  },
  fetchFile: async (handed) => (await window_<unknown>('fetch_file', handed)) !== null,
  // The bytes themselves are the body: nothing of a file is written out as text on the way.
  bring: async (command, file) =>
    invoke<string>('bring', new Uint8Array(await file.arrayBuffer()), { headers: { 'Sharaka-For': command } }),
  read: async ({ ticket, mime }) => new Blob([await invoke<ArrayBuffer>('fetch', { ticket })], { type: mime }),
  print: () => window_<void>('print', {}),
  notify: (title, body) => window_<void>('notify', { title, body }),
};
