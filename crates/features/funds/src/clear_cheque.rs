//! The bank paid a cheque: what was under collection stands in the bank.

use super::model::{ChequeState, ClearCheque, PostedVoucher};
use super::{cheques, queries, rules, store};
use kernel::{Failure, Refusal, Result};
use ledger::{Line, Method, NewEntry, VoucherKind, chart, fund};
use office::context::Write;
use office::words::{self, Language};

pub fn clear_cheque(cx: &Write<'_>, input: ClearCheque) -> Result<PostedVoucher> {
    let cheque = cheques::cheque(cx, input.cheque)?.ok_or(Failure::not_found("cheque"))?;
    match cheque.state {
        ChequeState::Waiting => {}
        ChequeState::Cleared => return Err(rules::CHEQUE_CLEARED.into()),
        ChequeState::Bounced => return Err(rules::CHEQUE_BOUNCED.into()),
    }
    let early = Refusal::new(rules::CHEQUE_TOO_EARLY).with("day", cheque.day).at("day");
    kernel::require(input.day >= cheque.day, early)?;
    let bank = fund::fund(cx, cheque.fund)?.class.bank();
    let lines = vec![
        Line::debit(bank, cheque.fund, cheque.amount),
        Line::credit(chart::CHEQUES_UNDER_COLLECTION, cheque.fund, cheque.amount),
    ];
    let narration = words::word("funds.cheque_collected", Language::Ar);
    let reference = Some(cheque.reference.clone()).filter(|text| !text.is_empty());
    let kind = VoucherKind::Journal;
    let entry = NewEntry::new(input.id, kind, input.day, "cheque.cleared", &narration, lines, cx.who.id, cx.now).with(
        &cheque.donor,
        Some(Method::Cheque),
        reference,
    );
    let posted = ledger::post(cx.db(), &entry)?;
    cheques::cleared(cx, cheque.id, posted.entry)?;
    let sheet = queries::voucher_sheet(cx, posted.entry)?;
    cx.changed("entry", posted.entry, &sheet.number, &cheque, &sheet.entry)?;
    cx.record_changed(store::entry(posted.entry))?;
    Ok(PostedVoucher { id: posted.entry, number: sheet.number })
}
