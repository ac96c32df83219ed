// Every feature's manifest: well formed, and nothing in it taken twice. It stands for all that will join.
import { readdirSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { words } from '../src/api/words';
import { groups, sorts } from '../src/frame/manifest';

vi.mock('../src/frame/office.svelte', () => ({ may: () => true }));
vi.mock('../src/frame/router.svelte', () => ({ go: () => undefined }));
vi.mock('../src/frame/appearance.svelte', () => ({ change: () => undefined }));
vi.mock('../src/host', () => ({ host: { kind: 'browser' } }));

const { features, screens, actions, finders, keyGroups, tabsOn } = await import('../src/frame/features');

const spoken = (key: string) => key in words.ar && key in words.en;
const both = (choose: string | (() => string)) => (typeof choose === 'string' ? choose : choose());
const twice = (names: string[]) => names.filter((name, at) => names.indexOf(name) !== at);

describe('the features', () => {
  it('are all collected', () => {
    const folders = readdirSync(new URL('../src', import.meta.url), { withFileTypes: true })
      .filter((one) => one.isDirectory())
      .filter(({ name }) => readdirSync(new URL(`../src/${name}`, import.meta.url)).includes('feature.ts'))
      .map(({ name }) => name);
    expect(features.map(([name]) => name)).toEqual(folders.sort());
    expect(folders.length).toBeGreaterThan(10);
  });

  it('name no screen, action, task or finder twice', () => {
    expect(twice(screens.map(({ screen }) => screen))).toEqual([]);
    expect(twice(actions.map(({ key }) => key))).toEqual([]);
    expect(twice(finders.map((one) => one.words))).toEqual([]);
    expect(twice(features.flatMap(([, feature]) => Object.keys(feature.tasks ?? {})))).toEqual([]);
  });

  it('name screens an address can hold', () => {
    for (const { screen } of screens) expect(screen).toMatch(/^[a-z][a-z_-]*$/);
  });

  it('have words in both languages for all they show and for all they are looked for by', () => {
    for (const { words: name } of screens) expect([both(name), spoken(both(name))]).toEqual([both(name), true]);
    for (const { words: name } of actions) expect([both(name), spoken(both(name))]).toEqual([both(name), true]);
    for (const { also } of [...screens, ...actions]) if (also) expect([also, spoken(also)]).toEqual([also, true]);
    for (const { words: name } of finders) expect(spoken(name)).toBe(true);
    for (const { words: name, keys } of keyGroups)
      for (const key of [name, ...keys.map((one) => one.words)]) expect([key, spoken(key)]).toEqual([key, true]);
    for (const [, feature] of features)
      for (const tab of feature.tabs ?? []) expect([tab.words, spoken(tab.words)]).toEqual([tab.words, true]);
  });

  it('say everyday words for every action, in both languages', () => {
    for (const { key, also } of actions) expect([key, also !== undefined]).toEqual([key, true]);
  });

  it('stand in places of their own within a group of the rail', () => {
    const places = screens.flatMap(({ rail }) => (rail ? [`${rail.group ?? ''} ${rail.place}`] : []));
    expect(twice(places)).toEqual([]);
    for (const { rail } of screens) if (rail?.group) expect(groups).toContain(rail.group);
  });

  it('come in the order of the rail', () => {
    const order = screens.flatMap(({ rail }) => (rail ? [rail.group ? groups.indexOf(rail.group) : -1] : []));
    expect(order).toEqual([...order].sort((one, other) => one - other));
    expect(screens[0].screen).toBe('home');
  });

  it('sort every kind of task, and each kind has a sentence', () => {
    for (const [, feature] of features)
      for (const [kind, { sort }] of Object.entries(feature.tasks ?? {})) {
        expect(sorts).toContain(sort);
        const told = Object.keys(words.ar).some((key) => key.endsWith(`.${kind}`) || key.endsWith(`.${kind}.other`));
        expect([kind, told]).toEqual([kind, true]);
      }
  });

  it('load their screens', async () => {
    for (const { load } of screens) expect(load).toBeTypeOf('function');
    expect(tabsOn('beneficiary').map(({ key }) => key)).toContain('loans');
  });
});
