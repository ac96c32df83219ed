//! A donation is received: money through the bank, a cheque, or something in kind.

use super::model::{DonationMethod, PostedVoucher, RecordDonation};
use super::{cheques, queries, rules, store};
use kernel::Result;
use ledger::{Line, NewEntry, account, fund};
use office::context::Write;
use office::words::{self, Language};

pub fn donate(cx: &Write<'_>, input: RecordDonation) -> Result<PostedVoucher> {
    let donor = office::input::required(&input.donor, "donor", rules::DONOR_MISSING)?;
    rules::positive(input.amount)?;
    let fund = fund::fund(cx, input.fund)?;
    let in_kind = input.method == DonationMethod::InKind;
    let income = input.account.unwrap_or_else(|| rules::donation_account(&fund, in_kind));
    rules::is_income(account::account(cx, &income)?.r#type)?;
    let (held_as, kind, method) = rules::donation_side(input.method, &fund);
    let typed = kernel::arabic::tidy_line(&input.narration);
    let narration = if typed.is_empty() { words::word("funds.donation", Language::Ar) } else { typed };
    let lines = vec![Line::debit(held_as, fund.id, input.amount), Line::credit(income, fund.id, input.amount)];
    let reference = Some(kernel::arabic::tidy_line(&input.reference)).filter(|text| !text.is_empty());
    let entry = NewEntry::new(input.id, kind, input.day, "donation", &narration, lines, cx.who.id, cx.now)
        .with(&donor, method, reference);
    let posted = ledger::post(cx.db(), &entry)?;
    if input.method == DonationMethod::Cheque {
        cheques::receive(cx, posted.entry, fund.id, input.amount)?;
    }
    let sheet = queries::voucher_sheet(cx, posted.entry)?;
    cx.changed("entry", posted.entry, &sheet.number, &(), &sheet.entry)?;
    cx.record_changed(store::entry(posted.entry))?;
    Ok(PostedVoucher { id: posted.entry, number: sheet.number })
}
