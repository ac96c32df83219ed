// The screens of the program. A feature joins with one line; an entry shows only to people who hold its right, and only
// when its screen exists.
import type { Component } from 'svelte';
import type { Permission } from '../api/generated';
import type { WordKey } from '../api/t';
import type { IconName } from '../parts/icons';
import { may } from './office.svelte';

/** The groups of the rail, in their order; an entry without a group stands above them all. */
export const groups = ['service', 'loans', 'fund', 'community', 'governance', 'settings'] as const;
export type Group = (typeof groups)[number];

export interface Entry {
  screen: string;
  /** Key of its name. */
  words: WordKey;
  icon: IconName;
  needs: Permission;
  group?: Group;
  /** Reached from menus and by search, but not listed on the rail. */
  apart?: true;
  load: () => Promise<{ default: Component }>;
}

export const entries: Entry[] = [
  // One first screen: the board for whom it is open, the welcome for everybody else.
  {
    screen: 'home',
    get words() {
      return may('dashboard.view') ? 'board.title' : 'home.title';
    },
    icon: 'layout-dashboard',
    needs: 'office.use',
    load: () => import('../home/Home.svelte'),
  },
  {
    screen: 'tasks',
    words: 'tasks.title',
    icon: 'inbox',
    needs: 'office.use',
    load: () => import('../tasks/Tasks.svelte'),
  },
  {
    screen: 'beneficiaries',
    words: 'beneficiaries.title',
    icon: 'users-round',
    needs: 'beneficiaries.view',
    group: 'service',
    load: () => import('../beneficiaries/Beneficiaries.svelte'),
  },
  {
    screen: 'loans',
    words: 'loan.title',
    icon: 'sprout',
    needs: 'loans.view',
    group: 'loans',
    load: () => import('../loans/Loans.svelte'),
  },
  {
    screen: 'collection',
    words: 'collect.title',
    icon: 'hand-coins',
    needs: 'loans.view',
    group: 'loans',
    load: () => import('../collection/Collection.svelte'),
  },
  {
    screen: 'funds',
    words: 'funds.title',
    icon: 'landmark',
    needs: 'funds.view',
    group: 'fund',
    load: () => import('../funds/Funds.svelte'),
  },
  {
    screen: 'importing',
    words: 'wizard.title',
    icon: 'file-spreadsheet',
    needs: 'importing.use',
    apart: true,
    load: () => import('../importing/Importing.svelte'),
  },
  {
    screen: 'association',
    words: 'association.title',
    icon: 'building-2',
    needs: 'association.manage',
    group: 'settings',
    load: () => import('../association/Association.svelte'),
  },
  {
    screen: 'staff',
    words: 'staff.title',
    icon: 'users',
    needs: 'staff.view',
    group: 'settings',
    load: () => import('../staff/Staff.svelte'),
  },
  {
    screen: 'permissions',
    words: 'permissions.title',
    icon: 'key-round',
    needs: 'staff.view',
    group: 'settings',
    load: () => import('../staff/Permissions.svelte'),
  },
  {
    screen: 'audit',
    words: 'audit.title',
    icon: 'list-checks',
    needs: 'audit.view',
    group: 'settings',
    load: () => import('../audit/Audit.svelte'),
  },
  {
    screen: 'backups',
    words: 'backups.title',
    icon: 'database-backup',
    needs: 'backups.view',
    group: 'settings',
    load: () => import('../backups/Backups.svelte'),
  },
  {
    screen: 'preferences',
    words: 'preferences.title',
    icon: 'settings',
    needs: 'office.use',
    apart: true,
    load: () => import('../preferences/Preferences.svelte'),
  },
  {
    screen: 'history',
    words: 'history.title',
    icon: 'history',
    needs: 'office.use',
    apart: true,
    load: () => import('../audit/Mine.svelte'),
  },
];

export function openEntries(): Entry[] {
  return entries.filter((entry) => may(entry.needs));
}
