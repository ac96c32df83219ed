// The search form of a text: the same rule as the kernel's fold, so that a list filtered here finds what a search there finds.

const LETTERS: Record<string, string> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ئ: 'ي',
  ؤ: 'و',
  ة: 'ه',
  ک: 'ك',
  ء: '',
};
const DIGITS = /[\u0660-\u0669\u06F0-\u06F9]/g;

/** Plain Latin and Arabic letters, digits and punctuation: most texts, and they need no Unicode tables. */
const PLAIN = /^[\x20-\x7E\u060C\u061B\u061F\u0621-\u063A\u0641-\u064A\u0660-\u0669]*$/;

/** أحمد, احمد and أحـمد become one; digits 0-9; lower case; everything that is neither letter nor number becomes one space. */
export function fold(text: string): string {
  if (PLAIN.test(text)) {
    return text
      .replace(/[أإآىئؤةء]/g, (letter) => LETTERS[letter])
      .replace(DIGITS, (d) => String(d.charCodeAt(0) & 0xf))
      .toLowerCase()
      .replace(/[^a-z0-9\u0621-\u064A]+/g, ' ')
      .trim();
  }
  return (
    text
      .normalize('NFKC')
      // eslint-disable-next-line no-misleading-character-class -- marks on their own are what is looked for
      .replace(/[\p{Mn}\p{Cf}\u0640\u06D6-\u06ED]/gu, '')
      .replace(/[أإآٱىیئؤةکء]/g, (letter) => LETTERS[letter])
      .replace(DIGITS, (d) => String(d.charCodeAt(0) & 0xf))
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
  );
}

/** Whether every word of the query stands in the text; عبدالله finds عبد الله. An empty query finds everything. */
export function matches(text: string, query: string): boolean {
  const wanted = fold(query);
  if (!wanted) return true;
  const folded = fold(text);
  const joined = folded.replaceAll(' ', '');
  return (
    wanted.split(' ').every((word) => folded.includes(word) || joined.includes(word)) ||
    joined.includes(wanted.replaceAll(' ', ''))
  );
}
