import { describe, expect, it } from 'vitest';
import { has } from '../src/api/t';
import { setLanguage } from '../src/api/language.svelte';
import { differences } from '../src/audit/difference';
import { isLink, valueWords } from '../src/audit/values';
import { fieldWords } from '../src/audit/words';

setLanguage('ar');

describe('values of the trail read as people say them', () => {
  it('shows money as money, and counts as they are', () => {
    expect(valueWords('repayment.amount', 40_900)).toBe('\u2066409.00\u2069 ر.س');
    expect(valueWords('content.lines.1.credit', 250_000_000)).toContain('2,500,000.00');
    expect(valueWords('approvals_needed', 2)).toBe('2');
    expect(valueWords('voucher.year', 2026)).toBe('2026');
  });

  it('shows days in both calendars', () => {
    expect(valueWords('repayment.day', '2026-11-29')).toBe('١٤٤٨/٠٦/١٩هـ · \u20662026/11/29\u2069');
  });

  it('shows mobiles and bank accounts as they are written', () => {
    expect(valueWords('mobile', '+966592543439')).toBe('\u2066059 254 3439\u2069');
    expect(valueWords('iban', 'SA4780000000359034278238')).toContain('SA47\u00A08000');
  });

  it.each([
    ['repayment.method', 'transfer', 'loans.repay', 'تحويل بنكي'],
    ['marital_status', 'widowed', 'beneficiaries.add', 'أرمل/أرملة'],
    ['identity.kind', 'national_id', 'beneficiaries.add', 'الهوية الوطنية'],
    ['loan.guarantee.kind', 'guarantor', 'loans.propose', 'كفيل'],
    ['decision', 'rejected', 'loans.reject', 'مرفوض'],
    ['state', 'delivered', 'loans.pay_tranche', 'استُلمت'],
    ['state', 'closed', 'funds.close_period', 'مقفل'],
    ['state', 'waiting', 'funds.clear_cheque', 'تحت التحصيل'],
    ['state', 'waiting', 'funds.transfer', 'بانتظار الاعتماد'],
    ['class', 'b', 'beneficiaries.add', 'فئة ب'],
    ['class', 'restricted', 'funds.add', 'مقيد'],
    ['role', 'finance', 'staff.add', 'مسؤول مالي'],
    ['association.calendar', 'hijri', 'association.save', 'أشهر هجرية'],
  ])('%s %s of %s', (path, value, command, words) => {
    expect(valueWords(path, value, command)).toBe(words);
  });

  it('names every field of a path, and a line by its place', () => {
    expect(fieldWords('content.lines.2.debit')).toBe('المحتوى › الأسطر 2 › مدين');
    expect(fieldWords('1.loan.amount')).toBe('القرض › المبلغ');
  });

  it('tells a voucher by its number, and nothing of an empty list', () => {
    expect(
      differences(null, { voucher: { kind: 'PV', year: 2026, no: 139 }, approvals: [] }).map((row) => row.after),
    ).toEqual(['PV-2026-000139']);
  });

  it('puts apart what only links records', () => {
    expect(isLink('made_by', '0192e618-86a0-70e2-8468-65e9874614d7', undefined)).toBe(true);
    expect(isLink('made_by_name', 'فهد صالح الحماد', undefined)).toBe(false);
    expect(isLink('1.loan.id', 'x')).toBe(true);
  });

  it('has a word for every field the demonstration writes', () => {
    const fields =
      'account account_name activity additional_no advance amount approvals approvals_needed approved_by_name asked_at asked_by_name at borrower born_on building_no checked_on city class cleared_on consent content counterparty credit day debit decision district donor edition email exception expires_on family_size first form fund fund_name governorate guarantee iban identity instalments item kind last lines loan loans login made_at made_by_name marital_status may_overdraw member memo method mobile monthly_income must_change_password name narration next_review_on no note notes number on opened_on opens_on other_mobile outstanding payer phone postal_code product project purpose reason recorded_at reference region relation removed_at reopen_asked_by_name reopen_reason repayment researcher_name reverses role second_approved_by_name sex short_address social_security social_security_amount state state_reason state_since status street supplier target_group text tranche tranches unit_no until voucher year';
    expect(fields.split(' ').filter((field) => !has(`field.${field}`))).toEqual([]);
  });
});
