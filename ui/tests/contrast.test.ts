import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const sheet = readFileSync(new URL('../src/styles/tokens.css', import.meta.url), 'utf8');

function tokens(theme: 'light' | 'dark'): Record<string, string> {
  const block = new RegExp(`data-theme='${theme}'\\] \\{([\\s\\S]*?)\\n\\}`).exec(sheet)![1];
  return Object.fromEntries([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map(([, name, value]) => [name, value]));
}

/** Relative luminance of WCAG 2.2. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const c = parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ['paper', 'card', 'hover', 'line-2'];
const texts: [string, string[]][] = [
  ...['ink', 'ink-2', 'muted', 'primary', 'gold', 'ok', 'warn', 'danger', 'info', 'placeholder'].map(
    (text): [string, string[]] => [text, grounds],
  ),
  ...['primary', 'gold', 'ok', 'warn', 'danger', 'info'].map((tone): [string, string[]] => [tone, [`${tone}-soft`]]),
  ...['ink', 'ink-2', 'muted'].map((text): [string, string[]] => [
    text,
    ['primary', 'gold', 'ok', 'warn', 'danger', 'info'].map((tone) => `${tone}-soft`),
  ]),
  ['primary-strong', ['primary-soft', ...grounds]],
  ['on-primary', ['primary', 'primary-strong']],
  ['on-danger', ['danger']],
  ['rail-text', ['rail', 'rail-2', 'rail-hover']],
  ['rail-muted', ['rail', 'rail-hover']],
  ['cover-text', ['cover-1', 'cover-2', 'cover-3']],
  ['cover-muted', ['cover-1', 'cover-2', 'cover-3']],
  ['on-face', [1, 2, 3, 4, 5].map((n) => `face-${n}`)],
];
/** Edges of controls, focus and marks of a chart must be seen: 3:1 (WCAG 1.4.11). */
const edges: [string, string[]][] = [
  ['edge-control', ['card', 'paper']],
  ['focus', ['card', 'paper']],
  ...[1, 2, 3, 4, 5].map((n): [string, string[]] => [`chart-${n}`, ['card']]),
];

describe.each(['light', 'dark'] as const)('%s', (theme) => {
  const all = tokens(theme);
  const pairs = (list: [string, string[]][], least: number) =>
    list.flatMap(([front, backs]) => backs.map((back) => ({ front, back, least })));
  it.each([...pairs(texts, 4.5), ...pairs(edges, 3)])(
    '$front on $back is at least $least:1',
    ({ front, back, least }) => {
      expect(all[front] && all[back], `tokens.css names ${front} and ${back}`).toBeTruthy();
      expect(contrast(all[front], all[back])).toBeGreaterThanOrEqual(least);
    },
  );
});
