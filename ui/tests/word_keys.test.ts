// What the compiler refuses; svelte-check complains of an expected error that does not come.
import { expect, test } from 'vitest';
import { has, isCounted, t, tn } from '../src/api/t';

const kind = 'repaid' as string;

test('a key without words does not compile', () => {
  expect(t('frame.keys.title')).not.toBe('frame.keys.title');
  expect(t(`role.${'finance' as 'finance' | 'committee'}`)).not.toBe('role.finance');
  // @ts-expect-error: written whole, and there are no such words
  expect(t('frame.keys.titel')).toBe('frame.keys.titel');
  // @ts-expect-error: one of the two has no words
  expect(t(`role.${'boss' as 'finance' | 'boss'}`)).toBe('role.boss');
  // @ts-expect-error: a text that may be anything
  expect(t(kind)).toBe('repaid');
});

test('a key put together while running belongs to a family', () => {
  expect(t(`loan.what.${kind}`)).toBe('loan.what.repaid');
  // @ts-expect-error: there is no such family
  expect(t(`loan.whta.${kind}`)).toBe('loan.whta.repaid');
});

test('only counted nouns are counted', () => {
  expect(isCounted('frame.keys.title')).toBe(false);
  expect(has('backups.count.many') && isCounted('backups.count')).toBe(true);
  expect(tn('backups.count', 3)).toContain('3');
  // @ts-expect-error: no counted noun
  expect(tn('frame.keys.title', 3)).toBe('frame.keys.title.few');
});
