//! What of the books another person must approve: vouchers before they are posted, months before they open again.

use super::model::DecideDraft;
use super::rules;
use database::values;
use kernel::id::EntryId;
use kernel::{Result, require};
use ledger::refusals::{ABOVE_LIMIT, REOPENING_NEEDS_TWO};
use ledger::{Period, PeriodId, PeriodState, period};
use office::approval::{Answering, ApprovalStep, Described, StepAnswer, StepRefusals};
use office::context::{Read, Write};
use office::input::Nothing;
use serde_json::{Value, json};

/// A voucher a person wrote is posted: by one other person, and money that leaves the office by two.
pub const VOUCHER: ApprovalStep = ApprovalStep {
    name: "funds.voucher",
    subject: "draft",
    decides: crate::FUNDS_APPROVE,
    needed: 1,
    limit: Some(ABOVE_LIMIT),
    task: "voucher_approve",
    told: Some("voucher_returned"),
    kept_from: &[],
    describe: voucher,
    refusals: StepRefusals {
        own: rules::OWN_DRAFT,
        again: rules::APPROVED_BY_YOU,
        decided: rules::DRAFT_DECIDED,
        waits: approvals::WAITS_ALREADY,
    },
};

/// A closed month is opened again.
pub const REOPENING: ApprovalStep = ApprovalStep {
    name: "funds.reopening",
    subject: "period",
    decides: crate::FUNDS_APPROVE,
    needed: 1,
    limit: None,
    task: "month_reopen",
    told: Some("month_refused"),
    kept_from: &[],
    describe: month,
    refusals: StepRefusals {
        own: REOPENING_NEEDS_TWO,
        again: approvals::ANSWERED_ALREADY,
        decided: REOPENING_NEEDS_TWO,
        waits: rules::REOPENING_WAITS,
    },
};

/// Which commands decide it, where a committee does.
pub const ANSWERS: &[StepAnswer] =
    &[StepAnswer { step: VOUCHER.name, approve: "funds.approve", refuse: Some("funds.return_draft"), input: asked }];

fn asked(_: &Read<'_>, of: &Answering<'_>) -> Result<Value> {
    Ok(json!({ "id": EntryId::from_bytes(of.subject), "note": of.said }))
}

fn voucher(cx: &Read<'_>, subject: [u8; 16]) -> Result<Option<Described>> {
    let id = EntryId::from_bytes(subject);
    let sql = "SELECT narration FROM voucher_draft WHERE id = $1";
    let narration = cx.row(sql, values![id], |row| row.get("narration"))?;
    let described = |text| Ok(Described::new(crate::DRAFT.asking(&DecideDraft { id })?, [("narration", text)]));
    narration.map(described).transpose()
}

fn month(cx: &Read<'_>, subject: [u8; 16]) -> Result<Option<Described>> {
    let known = period::periods(cx)?.into_iter().find(|period| month_subject(period.id) == subject);
    let described = |period: Period| {
        let month = format!("{}/{:02}", period.id.year(), period.first.month());
        Ok(Described::new(crate::MONTHS.asking(&Nothing {})?, [("month", month)]))
    };
    known.map(described).transpose()
}

/// A month as the subject of a request: its number in sixteen bytes, the highest first.
pub fn month_subject(id: PeriodId) -> [u8; 16] {
    i128::from(id.number()).to_be_bytes()
}

/// Whoever locks a year leaves nothing waiting that nobody can grant any more.
///
/// # Errors
/// What the database refuses.
pub fn lapse_locked(cx: &Write<'_>, year: i32) -> Result<()> {
    let locked = period::periods(cx)?;
    let locked = locked.iter().filter(|period| period.id.year() == year && period.state == PeriodState::Locked);
    locked.map(|period| month_subject(period.id)).try_for_each(|month| approvals::lapse(cx, &REOPENING, month, ""))
}

/// The approval of another person that a month may be opened with.
///
/// # Errors
/// `ledger.reopening_needs_two`, where nobody or only this person asked for it.
pub fn grant_reopening(cx: &Write<'_>, id: PeriodId) -> Result<()> {
    let request = approvals::waiting(cx, &REOPENING, month_subject(id))?;
    let granted = request.map(|request| approvals::answer(cx, &REOPENING, &request)).transpose()?;
    require(granted.is_some(), REOPENING_NEEDS_TWO)
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Day;

    #[test]
    fn a_month_is_told_apart_from_every_other() {
        let of = |year, month| month_subject(PeriodId::of(Day::from_ymd(year, month, 1).unwrap()));
        assert_eq!(of(2026, 10)[12..], 202_610_i32.to_be_bytes());
        assert_ne!(of(2026, 10), of(2026, 11));
    }
}
