// Keys of the whole program. They are bound by their place on the keyboard, so that they work while Arabic is typed.
import { keyGroups } from './features';
import type { KeyGroup } from './manifest';

/** The window that lists the keys. */
export const keysHelp = $state({ open: false });

export const listed: KeyGroup[] = [
  {
    words: 'frame.keys.everywhere',
    keys: [
      { keys: 'Ctrl K', words: 'frame.keys.search' },
      { keys: 'N', words: 'frame.keys.new' },
      { keys: 'Ctrl L', words: 'frame.keys.lock' },
      { keys: '?', words: 'frame.keys.help' },
      { keys: 'Esc', words: 'frame.keys.close' },
      { keys: 'Tab', words: 'frame.keys.next' },
    ],
  },
  {
    words: 'frame.keys.forms',
    keys: [
      { keys: 'Ctrl S', words: 'frame.keys.save' },
      { keys: 'Ctrl Enter', words: 'frame.keys.submit' },
      { keys: '↓', words: 'frame.keys.open_list' },
    ],
  },
  {
    words: 'frame.keys.records',
    keys: [
      { keys: 'Alt ↓', words: 'frame.keys.next_record' },
      { keys: 'Alt ↑', words: 'frame.keys.previous_record' },
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
    words: 'frame.keys.rail',
    keys: [
      { keys: '↑ ↓', words: 'frame.keys.rail_move' },
      { keys: '← →', words: 'frame.keys.rail_fold' },
    ],
  },
  ...keyGroups,
];

export type Asked = 'search' | 'lock' | 'help' | 'new' | 'save' | 'next' | 'previous';

const types = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));

/** Whether a window or a list stands over the page: what lies under it is not acted on. */
const covered = () => document.querySelector('dialog[open], [role="menu"], [role="listbox"]') !== null;

/** What a key stroke asks of the frame; null when it is not the frame's. */
export function asks(event: KeyboardEvent): Asked | null {
  const control = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
  if (control && event.code === 'KeyK') return 'search';
  if (control && event.code === 'KeyL') return 'lock';
  if (control && event.code === 'KeyS') return 'save';
  // The question mark is a letter, not a place: it is taken as it is typed, in either script.
  if ((event.key === '?' || event.key === '؟') && !types(event.target)) return 'help';
  if (event.defaultPrevented || covered() || types(event.target)) return null;
  if (plain && event.code === 'KeyN' && !event.repeat) return 'new';
  const alternative = event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  if (alternative && event.code === 'ArrowDown') return 'next';
  if (alternative && event.code === 'ArrowUp') return 'previous';
  return null;
}

/**
 * Saves what is being filled in: the same key stroke as «carry out the form», so that every form answers both. It goes to
 * where the person is, or else to the window or page that is in front.
 */
export function save(): void {
  const front = document.querySelector('dialog[open]') ?? document.querySelector('main');
  const active = document.activeElement;
  const field = front?.querySelector('input, textarea, select') ?? front;
  const at = active && active !== document.body && front?.contains(active) ? active : field;
  at?.dispatchEvent(
    new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', ctrlKey: true, bubbles: true, cancelable: true }),
  );
}
