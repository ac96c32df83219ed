// Saudi numbers, as the kernel reads them: what is wrong with one can be said on leaving the field. The office decides.
import { t } from '../api/t';
import { tidy } from './digits';

const bare = (typed: string): string => tidy(typed).replace(/ /g, '');

/** The check digit of national identity numbers (Luhn). */
function passesLuhn(digits: string): boolean {
  const sum = [...digits].toReversed().reduce((total, digit, place) => {
    const worth = place % 2 === 1 ? Number(digit) * 2 : Number(digit);
    return total + (worth > 9 ? worth - 9 : worth);
  }, 0);
  return sum % 10 === 0;
}

/** Ten digits, the first 1 (citizen) or 2 (resident), the last a check digit. */
export function identityProblem(typed: string): string | null {
  const digits = bare(typed);
  if (!/^\d*$/.test(digits)) return t('refusal.kernel.identity_letter');
  if (digits.length !== 10) return t('refusal.kernel.identity_length');
  if (!/^[12]/.test(digits)) return t('refusal.kernel.identity_first_digit');
  return passesLuhn(digits) ? null : t('refusal.kernel.identity_check_digit');
}

/** The unified national number of an organisation: ten digits, the first 7. */
export function organisationProblem(typed: string): string | null {
  const digits = bare(typed);
  if (!/^\d*$/.test(digits)) return t('refusal.kernel.organisation_letter');
  if (digits.length !== 10) return t('refusal.kernel.organisation_length');
  return digits.startsWith('7') ? null : t('refusal.kernel.organisation_first_digit');
}

/** A mobile number with or without the country code and the leading zero, in groups or not. */
export function mobileProblem(typed: string): string | null {
  const digits = bare(typed).replace(/[-().]/g, '');
  const readings = ['+966', '00966', '966', ''].flatMap((code) => {
    if (!digits.startsWith(code)) return [];
    const rest = digits.slice(code.length);
    return rest.startsWith('0') ? [rest, rest.slice(1)] : [rest];
  });
  if (readings.some((number) => /^5(?:79[0-8]|7[0-8]\d|[013-689]\d\d)\d{5}$/.test(number))) return null;
  const landline = readings.some((number) => /^(?:1\d{8}|920\d{6}|800\d{7})$/.test(number));
  return t(landline ? 'refusal.kernel.mobile_landline' : 'refusal.kernel.mobile_invalid');
}

/** SA, two check digits, two of the bank, eighteen of the account (ISO 13616). */
export function ibanProblem(typed: string): string | null {
  const code = bare(typed).replace(/-/g, '').toUpperCase();
  if (!code.startsWith('SA')) return t('refusal.kernel.iban_country');
  if ([...code].length !== 24) return t('refusal.kernel.iban_length');
  if (!/^SA\d{4}[0-9A-Z]{18}$/.test(code)) return t('refusal.kernel.iban_character');
  const digits = [...code.slice(4), ...code.slice(0, 4)].map((character) => parseInt(character, 36)).join('');
  const rest = [...digits].reduce((left, digit) => (left * 10 + Number(digit)) % 97, 0);
  return rest === 1 ? null : t('refusal.kernel.iban_check');
}

/** Four Latin letters and four digits: RRRD1234. */
export function shortAddressProblem(typed: string): string | null {
  const code = bare(typed).replace(/-/g, '').toUpperCase();
  return /^[A-Z]{4}\d{4}$/.test(code) ? null : t('refusal.kernel.short_address_invalid');
}

/** Exactly so many digits. */
export function hasDigits(typed: string, count: number): boolean {
  return new RegExp(`^\\d{${count}}$`).test(bare(typed));
}
