// What the one search finds: records of the features, their screens, and what can be done.
import { inBoth, t } from '../api/t';
import { actions, finders, openScreens, wordsOf } from './features';
import { best, type Section } from './best';
import { keysHelp } from './keys.svelte';
import type { Action, Found } from './manifest';
import { lock, may, signOut } from './office.svelte';
import { go } from './router.svelte';

export { marked } from './best';

/** What the frame itself can do. */
const own: Action[] = [
  {
    key: 'frame.keys.title',
    words: 'frame.keys.title',
    also: 'also.keys',
    needs: 'office.use',
    icon: 'circle-help',
    keys: '?',
    run: () => (keysHelp.open = true),
  },
  {
    key: 'session.lock',
    words: 'session.lock',
    also: 'also.lock',
    needs: 'office.use',
    icon: 'lock',
    keys: 'Ctrl L',
    run: () => void lock(),
  },
  {
    key: 'session.sign_out',
    words: 'session.sign_out',
    also: 'also.sign_out',
    needs: 'office.use',
    icon: 'log-out',
    run: () => void signOut(),
  },
];

const screens = (): Found[] =>
  openScreens().map((screen) => ({
    key: `screen.${screen.screen}`,
    title: wordsOf(screen.words),
    also: [
      screen.screen,
      screen.rail?.group && t(`frame.group.${screen.rail.group}`),
      screen.also && inBoth(screen.also),
      typeof screen.words === 'string' ? inBoth(screen.words) : '',
    ]
      .filter(Boolean)
      .join(' '),
    icon: screen.icon,
    open: () => go(screen.screen),
  }));

const commands = (): Found[] =>
  [...actions, ...own]
    .filter(({ needs }) => may(needs))
    .map(({ key, words, also, icon, keys, run }) => ({
      key: `command.${key}`,
      title: wordsOf(words),
      also: [also && inBoth(also), typeof words === 'string' ? inBoth(words) : ''].filter(Boolean).join(' '),
      icon: typeof icon === 'function' ? icon() : icon,
      keys,
      open: run,
    }));

/** What fits a question, the best first; for an empty one, what is worth offering. */
export async function findAll(query: string): Promise<Section[]> {
  const records = query.trim() ? finders.filter(({ needs }) => may(needs)) : [];
  const told = await Promise.all(
    records.map(async ({ words, find }): Promise<Section> => {
      // The search goes on without the records of a feature when the office does not answer.
      const found = await find(query).catch(() => []);
      return { words, found, told: true };
    }),
  );
  const places: Section = { words: 'frame.search.screens', found: screens(), told: false };
  const doable: Section = { words: 'frame.search.commands', found: commands(), told: false };
  // Whoever types a verb wants it done; whoever types nothing wants to go somewhere.
  return best([...told, ...(query.trim() ? [doable, places] : [places, doable])], query);
}
