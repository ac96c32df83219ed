import { readFileSync } from 'node:fs';

const unescape = (cell: string) =>
  cell.replace(/\\u\{([0-9A-Fa-f]+)\}|\\\\/g, (_, hex?: string) =>
    hex ? String.fromCodePoint(parseInt(hex, 16)) : '\\',
  );

/** The rows of one of the kernel's own files. */
export const kernelVectors = (name: string): Record<string, string>[] =>
  rows(new URL(`../../crates/vectors/cases/arabic/${name}.tsv`, import.meta.url));

/** The rows of a vector file as records; `\u{HEX}` and `\\` are unescaped, invisible characters being written so. */
export const vectors = (name: string): Record<string, string>[] =>
  rows(new URL(`./vectors/${name}.tsv`, import.meta.url));

function rows(file: URL): Record<string, string>[] {
  const [, columns = '', ...lines] = readFileSync(file, 'utf8').split('\n');
  const names = columns.split('\t');
  return lines
    .filter((line) => line !== '')
    .map((line) => Object.fromEntries(line.split('\t').map((cell, i) => [names[i], unescape(cell)])));
}
