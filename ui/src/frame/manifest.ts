// What a feature tells the frame: `ui/src/<feature>/feature.ts` exports one `feature` of this shape, and nothing else of the
// frame is to be edited when a feature joins.
import type { Component } from 'svelte';
import type { Permission, Screens, Task } from '../api/generated';
import type { WordKey } from '../api/t';
import type { IconName } from '../parts/icons';

/** The groups of the rail, in their order; an entry without a group stands above them all. */
export const groups = ['service', 'loans', 'fund', 'community', 'governance', 'settings'] as const;
export type Group = (typeof groups)[number];

/** A key of words, or what chooses one while the program runs. */
export type Words = WordKey | (() => WordKey);

export interface Place {
  /** The first part of the address: which screen. */
  screen: string;
  /** What follows it: which record. */
  rest: string[];
  query: Record<string, string>;
}

/** An address in its parts: the screen and the record, and the question, without what is empty or no. */
export interface Route {
  path: [screen: string, ...record: string[]];
  query?: Record<string, string | number | boolean | null | undefined>;
}

/** Where the screens stand that the core leads to, by their names there, each made from what is asked. */
export type Routes = { [S in keyof Screens]: (asks: Screens[S]) => Route };

export interface Screen {
  /** The first part of its address, and its name in tests. */
  screen: string;
  words: Words;
  /** Key of everyday words that mean it, in both languages. */
  also?: WordKey;
  icon: IconName;
  needs: Permission;
  /** Where it stands on the rail; without it, it is reached from menus and by search only. */
  rail?: { group?: Group; place: number };
  /** How much waits here; without it, the tasks that lead here are counted. */
  waits?: (tasks: readonly Task[]) => number;
  /** Where the key for a new record leads from this screen; null where nothing can be begun. */
  begins?: { needs: Permission; at: (place: Place) => string | null };
  load: () => Promise<{ default: Component }>;
}

/** A row of the palette. */
export interface Found {
  key: string;
  title: string;
  /** A line under the title. */
  note?: string;
  /** Other words a person may look for; not shown. */
  also?: string;
  /** Numbers that name exactly this row. */
  numbers?: (string | null)[];
  icon: IconName;
  /** A key that does the same without the search. */
  keys?: string;
  open: () => void;
}

/** Records the palette finds. It asks the office, which says what fits; the frame puts the best first. */
export interface Finder {
  /** Key of the heading its results stand under. */
  words: WordKey;
  needs: Permission;
  /** Which heading comes first among equally good finds. */
  place: number;
  find: (query: string) => Promise<Found[]>;
}

/** Something the palette can do. */
export interface Action {
  /** Unique in the program; its name in tests. */
  key: string;
  words: Words;
  /** Key of everyday words that mean it, in both languages: «سداد», «نسخة». */
  also?: WordKey;
  needs: Permission;
  icon: IconName | (() => IconName);
  /** A key that does the same without the search. */
  keys?: string;
  run: () => void;
}

/** The record a tab is shown for. */
export interface Subject {
  id: string;
  /** Whether something new may begin from this record. */
  open: boolean;
}

/** A tab a feature adds to the page of another feature's records. */
export interface RecordTab {
  /** The kind of record, as its page names it. */
  on: string;
  key: string;
  words: WordKey;
  needs: Permission;
  /** Its place among the tabs of others. */
  place: number;
  load: () => Promise<{ default: Component<{ subject: Subject }> }>;
}

/** What a feature says first on the page of another feature's records: that it is halted. */
export interface RecordHead {
  /** The kind of record, as its page names it. */
  on: string;
  key: string;
  needs: Permission;
  load: () => Promise<{ default: Component<{ subject: Subject }> }>;
}

/** What kind of work a task is: the tasks are filtered by it. */
export const sorts = ['decision', 'step', 'late', 'document', 'care'] as const;
export type Sort = (typeof sorts)[number];

export interface TaskKind {
  icon: IconName;
  sort: Sort;
}

/** A part of the notice of the day. Counts only: it names nobody and no amount. */
export interface Notice {
  place: number;
  /** Null where there is nothing to say. */
  text: (tasks: readonly Task[], today: string) => Promise<string | null>;
}

export interface Key {
  /** As it is shown: «Ctrl K». */
  keys: string;
  /** Key of what it does. */
  words: WordKey;
}

/** Keys that act on a page of the feature, for the list of keys. */
export interface KeyGroup {
  words: WordKey;
  keys: Key[];
}

export interface Feature {
  screens?: Screen[];
  /** Addresses of the screens that tasks and figures of the core lead to. */
  routes?: Partial<Routes>;
  finders?: Finder[];
  actions?: Action[];
  tabs?: RecordTab[];
  heads?: RecordHead[];
  /** By the kind the core gives a task. */
  tasks?: Record<string, TaskKind>;
  notices?: Notice[];
  keys?: KeyGroup[];
}
