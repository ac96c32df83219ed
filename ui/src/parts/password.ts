/** The least number of characters of a password (counted as people see them). */
export const LEAST_LENGTH = 10;

/**
 * How hard a password is to guess: 0 too short … 4 very strong. An estimate for the person typing; what is accepted
 * is decided where the password is set. Length counts most, repetition and runs (aaaa, 1234) count as one character.
 */
export function passwordStrength(text: string): 0 | 1 | 2 | 3 | 4 {
  const letters = [...text.normalize('NFC')];
  if (letters.length < LEAST_LENGTH) return 0;
  let useful = 0;
  for (let i = 0; i < letters.length; i++) {
    const step = i ? letters[i].codePointAt(0)! - letters[i - 1].codePointAt(0)! : 99;
    const before = i > 1 ? letters[i - 1].codePointAt(0)! - letters[i - 2].codePointAt(0)! : 98;
    if (!(step === 0 || (Math.abs(step) === 1 && step === before))) useful++;
  }
  const kinds = [/\p{Ll}|\p{Lo}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}]/u].filter((kind) => kind.test(text)).length;
  const variety = new Set(letters).size;
  if (variety < 6 || useful < 8) return 1;
  const points = useful + kinds * 2;
  return points >= 24 ? 4 : points >= 18 ? 3 : points >= 13 ? 2 : 1;
}
