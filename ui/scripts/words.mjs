// Writes src/api/words.ts from ../locales/*.yml until `cargo xtask bindings` does it.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';

const folder = new URL('../../locales/', import.meta.url);
const words = { ar: {}, en: {} };
const walk = (node, path) => {
  if (typeof node.ar === 'string' && typeof node.en === 'string') {
    words.ar[path] = node.ar;
    words.en[path] = node.en;
  } else for (const [key, child] of Object.entries(node)) walk(child, path ? `${path}.${key}` : key);
};
for (const file of readdirSync(folder).filter((name) => name.endsWith('.yml')).sort()) {
  const { _version, ...rest } = parse(readFileSync(new URL(file, folder), 'utf8'));
  walk(rest, '');
}
for (const language of ['ar', 'en']) words[language] = Object.fromEntries(Object.entries(words[language]).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(
  new URL('../src/api/words.ts', import.meta.url),
  `// Generated from locales/*.yml. Do not edit.\n\nexport const words: Record<'ar' | 'en', Record<string, string>> = ${JSON.stringify(words, null, 2)};\n`,
);
