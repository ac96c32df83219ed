// Every feature there is, collected from `ui/src/*/feature.ts`. The frame names none of them.
import { t } from '../api/t';
import type { Task } from '../api/generated';
import type { IconName } from '../parts/icons';
import {
  groups,
  type Action,
  type Feature,
  type RecordHead,
  type RecordTab,
  type Screen,
  type Sort,
  type Words,
} from './manifest';
import { may } from './office.svelte';

const found = import.meta.glob<{ feature: Feature }>('../*/feature.ts', { eager: true });

/** By the name of its folder, in the order of the names. */
export const features: [name: string, feature: Feature][] = Object.entries(found)
  .map(([path, module]): [string, Feature] => [path.split('/').at(-2) ?? path, module.feature])
  .sort(([one], [other]) => one.localeCompare(other, 'en'));

const all = <T>(part: (feature: Feature) => T[] | undefined): T[] =>
  features.flatMap(([, feature]) => part(feature) ?? []);

const ofPlace = (one: { place: number }, other: { place: number }) => one.place - other.place;
const groupOf = ({ rail }: Screen) => (rail?.group ? groups.indexOf(rail.group) : rail ? -1 : groups.length);

/** The screens in the order of the rail; those it does not list come last. */
export const screens: Screen[] = all((feature) => feature.screens).sort(
  (one, other) => groupOf(one) - groupOf(other) || (one.rail?.place ?? 0) - (other.rail?.place ?? 0),
);
export const finders = all((feature) => feature.finders).sort(ofPlace);
export const actions: Action[] = all((feature) => feature.actions);
export const notices = all((feature) => feature.notices).sort(ofPlace);
export const keyGroups = all((feature) => feature.keys);
const tabs = all((feature) => feature.tabs).sort(ofPlace);
const heads = all((feature) => feature.heads);
const kinds = new Map(all((feature) => Object.entries(feature.tasks ?? {})));

export const wordsOf = (words: Words): string => t(typeof words === 'string' ? words : words());

/** The screens this person may open. */
export const openScreens = (): Screen[] => screens.filter(({ needs }) => may(needs));

/** The tabs other features add to the page of a kind of record, those this person may see. */
export const tabsOn = (kind: string): RecordTab[] => tabs.filter(({ on, needs }) => on === kind && may(needs));

/** What other features say first on the page of a kind of record. */
export const headsOn = (kind: string): RecordHead[] => heads.filter(({ on, needs }) => on === kind && may(needs));

export const iconOf = (task: Task): IconName => kinds.get(task.kind)?.icon ?? 'clipboard-list';
export const sortOf = (task: Task): Sort => kinds.get(task.kind)?.sort ?? 'care';
