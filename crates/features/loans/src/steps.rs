//! What of lending another person must approve: loans, their tranches, money handed back, debts forgiven, events taken back.

use crate::inputs::{LoanOnDay, WhichDeferral};
use crate::rules;
use approvals::ANSWERED_ALREADY;
use database::{Row, values};
use kernel::id::{LoanId, PaymentId, TrancheId};
use kernel::{Code, Result};
use ledger::refusals::ABOVE_LIMIT;
use office::approval::{Answering, ApprovalStep, Described, StepAnswer, StepRefusals};
use office::context::Read;
use serde_json::{Value, json};

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

/// Which commands decide them, where a committee does.
pub const ANSWERS: &[StepAnswer] = &[
    StepAnswer { step: LOAN.name, approve: "loans.approve", refuse: Some("loans.reject"), input: of_loan },
    StepAnswer { step: TRANCHE.name, approve: "loans.approve_tranche", refuse: None, input: of_tranche },
    requested(REFUND.name, "loans.approve_refund"),
    requested(FORGIVENESS.name, "loans.approve_forgiveness"),
    requested(UNDO.name, "loans.approve_undo"),
    requested(CHANGE.name, "loans.approve_change"),
    requested(GIVE_UP.name, "loans.approve_change"),
    StepAnswer {
        step: DEFERRAL.name,
        approve: "loans.approve_deferral",
        refuse: Some("loans.drop_deferral"),
        input: of_deferral,
    },
];

const fn requested(step: &'static str, approve: &'static str) -> StepAnswer {
    StepAnswer { step, approve, refuse: Some("loans.drop_request"), input: of_request }
}

fn of_loan(_: &Read<'_>, of: &Answering<'_>) -> Result<Value> {
    Ok(json!({ "loan": LoanId::from_bytes(of.subject), "note": of.said }))
}

fn of_tranche(_: &Read<'_>, of: &Answering<'_>) -> Result<Value> {
    Ok(json!({ "tranche": TrancheId::from_bytes(of.subject), "note": of.said }))
}

/// The request of a loan has the identifier of its approval.
fn of_request(_: &Read<'_>, of: &Answering<'_>) -> Result<Value> {
    Ok(json!({ "request": PaymentId::from_bytes(*of.request.as_bytes()), "reason": of.said }))
}

fn of_deferral(_: &Read<'_>, of: &Answering<'_>) -> Result<Value> {
    Ok(json!({ "deferral": PaymentId::from_bytes(of.subject), "reason": of.said }))
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
