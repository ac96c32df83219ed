// The desktop window: everything goes through its single command `call`; the names `desktop.*` are the window's own.
import { Channel, invoke } from '@tauri-apps/api/core';
import { uuid } from '../api/uuid';
import type { Host, Picked, Touched } from './index';

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
  saveFile: async (name, mime, base64) => (await window_<unknown>('save_file', { name, mime, base64 })) !== null,
  pickFile: (extensions) => window_<Picked | null>('pick_file', { extensions }),
  print: () => window_<void>('print', {}),
  notify: (title, body) => window_<void>('notify', { title, body }),
};
