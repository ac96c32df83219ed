import { readFileSync } from 'node:fs';

/** The rows of a vector file as records; `\u{HEX}` and `\\` are unescaped, invisible characters being written so. */
export function vectors(name: string): Record<string, string>[] {
  const [, columns, ...lines] = readFileSync(new URL(`./vectors/${name}.tsv`, import.meta.url), 'utf8').split('\n');
  const names = columns.split('\t');
  const unescape = (cell: string) =>
    cell.replace(/\\u\{([0-9A-Fa-f]+)\}|\\\\/g, (_, hex?: string) =>
      hex ? String.fromCodePoint(parseInt(hex, 16)) : '\\',
    );
  return lines
    .filter((line) => line !== '')
    .map((line) => Object.fromEntries(line.split('\t').map((cell, i) => [names[i], unescape(cell)])));
}
