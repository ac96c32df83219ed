//! What of lending another person must approve: loans, their tranches, money handed back, debts forgiven, events taken back.

use crate::inputs::LoanOnDay;
use crate::rules;
use approvals::ANSWERED_ALREADY;
use database::{Row, values};
use kernel::id::{LoanId, TrancheId};
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

fn described(row: &Row<'_>) -> Result<Described> {
    let target = crate::LOAN.asking(&LoanOnDay { loan: row.get("id")?, day: None })?;
    Ok(Described::new(target, [("loan_no", row.get("loan_no")?), ("name", row.get("borrower")?)]))
}
