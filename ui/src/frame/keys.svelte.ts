// Keys of the whole program. They are bound by their place on the keyboard, so that they work while Arabic is typed.
import type { WordKey } from '../api/t';

/** The window that lists the keys. */
export const keysHelp = $state({ open: false });

export interface Key {
  /** As it is shown: «Ctrl K». */
  keys: string;
  /** Key of what it does. */
  words: WordKey;
}

export const listed: { words: WordKey; keys: Key[] }[] = [
  {
    words: 'frame.keys.everywhere',
    keys: [
      { keys: 'Ctrl K', words: 'frame.keys.search' },
      { keys: 'Ctrl L', words: 'frame.keys.lock' },
      { keys: '?', words: 'frame.keys.help' },
      { keys: 'Esc', words: 'frame.keys.close' },
      { keys: 'Tab', words: 'frame.keys.next' },
    ],
  },
  {
    words: 'frame.keys.forms',
    keys: [
      { keys: 'Ctrl Enter', words: 'frame.keys.submit' },
      { keys: '↓', words: 'frame.keys.open_list' },
    ],
  },
  {
    words: 'frame.keys.tables',
    keys: [
      { keys: '↑ ↓', words: 'frame.keys.rows' },
      { keys: 'Enter', words: 'frame.keys.open_row' },
      { keys: 'Home End', words: 'frame.keys.ends' },
    ],
  },
  {
    words: 'loan.keys.page',
    keys: [{ keys: 'R', words: 'loan.keys.repay' }],
  },
];

const types = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

/** What a key stroke asks of the frame; null when it is not the frame's. */
export function asks(event: KeyboardEvent): 'search' | 'lock' | 'help' | null {
  const control = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  if (control && event.code === 'KeyK') return 'search';
  if (control && event.code === 'KeyL') return 'lock';
  // The question mark is a letter, not a place: it is taken as it is typed, in either script.
  if ((event.key === '?' || event.key === '؟') && !types(event.target)) return 'help';
  return null;
}
