//! What of lending another person must approve: loans, their tranches, money handed back, debts forgiven, events taken back.

use crate::inputs::{LoanOnDay, WhichDeferral};
use crate::rules;
use approvals::ANSWERED_ALREADY;
use database::{Row, values};
use kernel::id::{LoanId, PaymentId, TrancheId};
use kernel::{Code, Result};
use ledger::refusals::ABOVE_LIMIT;
use office::approval::{ApprovalStep, Described, StepRefusals};
use office::context::Read;

/// A loan as it was proposed.
pub const LOAN: ApprovalStep = ApprovalStep {
    name: "loans.loan",
    subject: "loan",
    decides: crate::LOANS_APPROVE,
    needed: 1,
    limit: None,
    task: "loan_approve",
    told: Some("loan_rejected"),
    kept_from: &[],
    describe: loan,
    refusals: words(rules::OWN_LOAN, rules::DECIDED_ALREADY),
};

/// A tranche whose conditions hold. Who asked for it or approved it does not pay it out.
pub const TRANCHE: ApprovalStep = ApprovalStep {
    name: "loans.tranche",
    subject: "tranche",
    decides: crate::LOANS_APPROVE,
    needed: 1,
    limit: None,
    task: "tranche_approve",
    told: None,
    kept_from: &["loans.pay_tranche"],
    describe: tranche,
    refusals: words(rules::OWN_TRANCHE, rules::TRANCHE_STEP),
};

/// Money of the borrower is handed back: a payment, and approved by two.
pub const REFUND: ApprovalStep = ApprovalStep {
    name: "loans.refund",
    subject: "loan",
    decides: funds::FUNDS_APPROVE,
    needed: 2,
    limit: Some(ABOVE_LIMIT),
    task: "refund_approve",
    told: Some("refund_refused"),
    kept_from: &[],
    describe: loan,
    refusals: REQUESTED,
};

/// Part of what is owed is forgiven.
pub const FORGIVENESS: ApprovalStep = ApprovalStep {
    name: "loans.forgiveness",
    subject: "loan",
    decides: crate::LOANS_FORGIVE,
    needed: 1,
    limit: Some(ABOVE_LIMIT),
    task: "forgive_approve",
    told: Some("forgive_refused"),
    kept_from: &[],
    describe: loan,
    refusals: REQUESTED,
};

/// An event is taken back: what moved money is moved back.
pub const UNDO: ApprovalStep = ApprovalStep {
    name: "loans.undo",
    subject: "loan",
    decides: funds::FUNDS_APPROVE,
    needed: 1,
    limit: Some(ABOVE_LIMIT),
    task: "undo_approve",
    told: Some("undo_refused"),
    kept_from: &[],
    describe: loan,
    refusals: REQUESTED,
};

/// The terms are changed, and nothing is given up by it.
pub const CHANGE: ApprovalStep = ApprovalStep {
    name: "loans.change",
    subject: "loan",
    decides: crate::LOANS_APPROVE,
    needed: 1,
    limit: None,
    task: "change_approve",
    told: Some("change_refused"),
    kept_from: &[],
    describe: loan,
    refusals: REQUESTED,
};

/// All that is owed is given up: written off, or forgiven because the borrower died or cannot work any more.
pub const GIVE_UP: ApprovalStep = ApprovalStep {
    name: "loans.give_up",
    subject: "loan",
    decides: crate::LOANS_FORGIVE,
    needed: 1,
    limit: Some(ABOVE_LIMIT),
    task: "give_up_approve",
    told: Some("give_up_refused"),
    kept_from: &[],
    describe: loan,
    refusals: REQUESTED,
};

/// The instalments of many loans are put off, as the committee decides.
pub const DEFERRAL: ApprovalStep = ApprovalStep {
    name: "loans.deferral",
    subject: "loan_deferral",
    decides: crate::LOANS_FORGIVE,
    needed: 1,
    limit: None,
    task: "deferral_approve",
    told: Some("deferral_refused"),
    kept_from: &[],
    describe: deferral,
    refusals: REQUESTED,
};

const REQUESTED: StepRefusals = StepRefusals {
    own: rules::OWN_REQUEST,
    again: rules::APPROVED_BY_YOU,
    decided: rules::REQUEST_DECIDED,
    waits: rules::REQUEST_WAITS,
};

/// The words of a step that one person decides and that cannot be asked for while it waits.
const fn words(own: Code, decided: Code) -> StepRefusals {
    StepRefusals { own, again: ANSWERED_ALREADY, decided, waits: decided }
}

fn loan(cx: &Read<'_>, subject: [u8; 16]) -> Result<Option<Described>> {
    let sql = "SELECT loan.id, loan.loan_no, party.name AS borrower FROM loan \
               JOIN party_name party ON party.id = loan.party WHERE loan.id = $1";
    cx.row(sql, values![LoanId::from_bytes(subject)], described)
}

fn tranche(cx: &Read<'_>, subject: [u8; 16]) -> Result<Option<Described>> {
    let sql = "SELECT loan.id, loan.loan_no, party.name AS borrower, tranche.no FROM tranche \
               JOIN loan ON loan.id = tranche.loan JOIN party_name party ON party.id = loan.party WHERE tranche.id = $1";
    cx.row(sql, values![TrancheId::from_bytes(subject)], |row| {
        let mut described = described(row)?;
        described.args.insert("no".to_owned(), row.get::<i64>("no")?.to_string());
        Ok(described)
    })
}

fn deferral(cx: &Read<'_>, subject: [u8; 16]) -> Result<Option<Described>> {
    let deferral = PaymentId::from_bytes(subject);
    let sql = "SELECT count(*) AS loans FROM loan_deferral_loan WHERE deferral = $1";
    let loans: i64 = cx.one(sql, values![deferral], |row| row.get("loans"))?;
    let target = crate::DEFERRAL.asking(&WhichDeferral { deferral })?;
    Ok((loans > 0).then(|| Described::new(target, [("loans", loans.to_string())])))
}

fn described(row: &Row<'_>) -> Result<Described> {
    let target = crate::LOAN.asking(&LoanOnDay { loan: row.get("id")?, day: None })?;
    Ok(Described::new(target, [("loan_no", row.get("loan_no")?), ("name", row.get("borrower")?)]))
}
