import { afterEach, describe, expect, it } from 'vitest';
import { setLanguage } from '../src/api/t';
import { nameOf, titleOf } from '../src/frame/title';

const both = { name_ar: 'جمعية الغراس', name_en: 'Ghiras' };

describe('the title of the window', () => {
  afterEach(() => setLanguage('ar'));

  it('names the screen first, because a taskbar cuts off the end', () => {
    expect(titleOf('المستفيدون', both)).toBe('المستفيدون · جمعية الغراس · شراكة');
  });

  it('follows the language, and keeps the Arabic name where there is no other', () => {
    setLanguage('en');
    expect(titleOf('Beneficiaries', both)).toBe('Beneficiaries · Ghiras · Sharaka');
    expect(nameOf({ name_ar: 'جمعية الغراس', name_en: '' })).toBe('جمعية الغراس');
  });

  it('is the program alone where nobody is signed in or no such screen exists', () => {
    expect(titleOf(undefined, both)).toBe('شراكة');
    expect(titleOf('المستفيدون', undefined)).toBe('شراكة');
  });
});
