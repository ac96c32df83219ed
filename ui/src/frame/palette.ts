// The one search. Whoever has something to find joins `providers` with one line.
import type { Permission } from '../api/generated';
import type { IconName } from '../parts/icons';
import { language, t, type WordKey } from '../api/t';
import { people } from '../beneficiaries/find';
import { vouchers } from '../funds/find';
import { loans } from '../loans/find';
import { fold, matches, shown } from '../parts';
import { change } from './appearance.svelte';
import { openEntries } from './entries';
import { keysHelp } from './keys.svelte';
import { lock, may, signOut } from './office.svelte';
import { go } from './router.svelte';

export interface Found {
  key: string;
  title: string;
  /** A line under the title. */
  note?: string;
  /** Other words a person may look for; not shown. */
  also?: string;
  icon: IconName;
  /** A key that does the same without the search. */
  keys?: string;
  open: () => void;
}

export interface Provider {
  /** Key of the heading its results stand under. */
  words: WordKey;
  /** What fits a question; for an empty one, what is worth offering. It may ask the office. */
  find: (query: string) => Found[] | Promise<Found[]>;
}

const fits = (query: string) => (found: Found) =>
  matches([found.title, found.note, found.also].filter(Boolean).join(' '), query);

const screens: Provider = {
  words: 'frame.search.screens',
  find: (query) =>
    openEntries()
      .map((entry): Found => ({
        key: `screen.${entry.screen}`,
        title: t(entry.words),
        also: `${entry.screen} ${entry.group ? t(`frame.group.${entry.group}`) : ''}`,
        icon: entry.icon,
        open: () => go(entry.screen),
      }))
      .filter(fits(query)),
};

interface Deed extends Omit<Found, 'key' | 'title'> {
  words: WordKey;
  needs: Permission;
}

const deeds = (): Deed[] => [
  {
    words: 'beneficiaries.new',
    needs: 'beneficiaries.keep',
    icon: 'file-plus',
    open: () => go('beneficiaries?do=add'),
  },
  { words: 'loan.new', needs: 'loans.keep', icon: 'sprout', open: () => go('loans/new') },
  { words: 'collect.tab.quick', needs: 'loans.collect', icon: 'hand-coins', open: () => go('collection?tab=quick') },
  { words: 'funds.write.title', needs: 'funds.post', icon: 'receipt-text', open: () => go('funds/write') },
  { words: 'funds.donate', needs: 'funds.post', icon: 'hand-coins', open: () => go('funds?do=donate') },
  { words: 'funds.trial_balance', needs: 'funds.view', icon: 'scale', open: () => go('funds/trial') },
  { words: 'funds.chart.title', needs: 'funds.view', icon: 'book-open', open: () => go('funds/chart') },
  { words: 'staff.add', needs: 'staff.manage', icon: 'user-plus', open: () => go('staff?do=add') },
  { words: 'backups.make', needs: 'backups.manage', icon: 'database-backup', open: () => go('backups?do=make') },
  { words: 'audit.verify', needs: 'audit.view', icon: 'shield-check', open: () => go('audit?do=verify') },
  { words: 'audit.report', needs: 'audit.view', icon: 'printer', open: () => go('audit?do=report') },
  { words: 'session.change_password', needs: 'office.use', icon: 'key-round', open: () => go('preferences/password') },
  {
    words: shown.dark ? 'preferences.to_light' : 'preferences.to_dark',
    needs: 'office.use',
    icon: shown.dark ? 'sun' : 'moon',
    open: () => change({ theme: shown.dark ? 'light' : 'dark' }),
  },
  {
    words: 'preferences.change_language',
    needs: 'office.use',
    icon: 'languages',
    also: 'English Arabic',
    open: () => change({ language: language() === 'ar' ? 'en' : 'ar' }),
  },
  {
    words: 'frame.keys.title',
    needs: 'office.use',
    icon: 'circle-help',
    keys: '?',
    open: () => (keysHelp.open = true),
  },
  { words: 'session.lock', needs: 'office.use', icon: 'lock', keys: 'Ctrl L', open: () => void lock() },
  { words: 'session.sign_out', needs: 'office.use', icon: 'log-out', open: () => void signOut() },
];

const commands: Provider = {
  words: 'frame.search.commands',
  find: (query) =>
    deeds()
      .filter((deed) => may(deed.needs))
      .map((deed): Found => ({ ...deed, key: `command.${deed.words}`, title: t(deed.words) }))
      .filter(fits(query)),
};

export const providers: Provider[] = [loans, people, vouchers, screens, commands];

/** The words of a title, each with whether the question named it. */
export function marked(title: string, query: string): { word: string; hit: boolean }[] {
  const asked = fold(query).split(' ').filter(Boolean);
  return title.split(/(\s+)/).map((word) => {
    const folded = fold(word);
    return { word, hit: folded !== '' && asked.some((part) => folded.includes(part)) };
  });
}
