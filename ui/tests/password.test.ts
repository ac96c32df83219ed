import { describe, expect, it } from 'vitest';
import { passwordStrength } from '../src/parts/password';

describe('how hard a password is to guess', () => {
  it.each([
    ['', 0],
    ['short', 0],
    ['aaaaaaaaaaaaaaaa', 1],
    ['1234567890', 1],
    ['abcdefghijkl', 1],
    ['نخلة وظل وبيت قديم', 3],
    ['نخلة وظل وبيت قديم على الوادي 7', 4],
  ])('%s is %i', (text, strength) => expect(passwordStrength(text)).toBe(strength));

  it('never falls when a new word is added', () => {
    expect(passwordStrength('قهوة مرة هيل جديد')).toBeGreaterThanOrEqual(passwordStrength('قهوة مرة هيل'));
  });
});
