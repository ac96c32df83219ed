// Digits: western and Arabic-Indic, and the clean-up every typed value goes through first.

const IGNORABLE = /[\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/g;
const DASH = /[\u002D\u2010-\u2015\u2212\uFE63\uFF0D]/g;

/** Removes characters nobody sees: bidi marks, joiners, soft hyphens. */
export function withoutMarks(text: string): string {
  return text.replace(IGNORABLE, '');
}

/** Arabic-Indic and Persian digits become 0-9; everything else stays. */
export function westernDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (d) => String(d.charCodeAt(0) & 0xf));
}

/** 0-9 become ٠-٩, and the separators of a number with them when asked. */
export function arabicDigits(text: string): string {
  return text.replace(/[0-9]/g, (d) => String.fromCharCode(0x660 + Number(d)));
}

/** Marks removed, digits 0-9, every white space a space, every dash a hyphen, trimmed. */
export function tidy(text: string): string {
  return westernDigits(withoutMarks(text))
    .replace(/\p{White_Space}/gu, ' ')
    .replace(DASH, '-')
    .trim();
}

/** A whole number with commas between its thousands: 50000 is 50,000. */
export function groupDigits(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

/** A code inside a sentence of either direction: kept left-to-right by an isolate. For plain text only; markup has `<bdi dir="ltr">`. */
export function isolated(code: string): string {
  return `${String.fromCodePoint(0x2066)}${code}${String.fromCodePoint(0x2069)}`;
}
