//! Money handed back to a borrower, and debts that are forgiven: one person asks, others approve, and only the last approval
//! it needs makes the event and its entry. A refund is a payment and needs two approvals; forgiving needs one.

pub mod approve_forgiveness;
pub mod approve_refund;
pub mod ask_forgiveness;
pub mod ask_refund;
pub mod drop_request;

use crate::events::posting::{self, CounterLine};
use crate::events::record::{self, Approvers, Opened, PostingDetails};
use crate::events::recording;
use crate::repayments::repaying::{money_account, with};
use crate::rules::{
    APPROVED_BY_YOU, NOT_PAID_OUT, OWN_REQUEST, PAYMENT_EXISTS, REFUND_ABOVE_CREDIT, REQUEST_DECIDED, REQUEST_WAITS,
};
use crate::store;
use database::{Read, Row, values};
use kernel::id::{LoanId, PaymentId, PersonId};
use kernel::{Day, Failure, Moment, Money, Refusal, Result, require};
use ledger::{Method, VoucherKind, chart};
use lending::{Event, EventKind};
use office::context::Write;
use office::list;
use office::permission::Permission;
use serde::Serialize;
use ts_rs::TS;

list! { RequestKind { Refund = "refund", Forgive = "forgive" } }

impl RequestKind {
    /// Approvals by others before it is done: two for a payment, one for what moves no money.
    pub const fn approvals_needed(self) -> usize {
        match self {
            Self::Refund => 2,
            Self::Forgive => 1,
        }
    }

    pub const fn approved_with(self) -> Permission {
        match self {
            Self::Refund => funds::FUNDS_APPROVE,
            Self::Forgive => crate::LOANS_FORGIVE,
        }
    }

    fn event(self, amount: Money) -> EventKind {
        match self {
            Self::Refund => EventKind::Refund { amount },
            Self::Forgive => EventKind::Forgive { amount },
        }
    }
}

/// An approval a request has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct RequestApproval {
    pub person: PersonId,
    pub name: String,
    pub at: Moment,
}

/// A refund or a forgiveness that waits for other people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LoanRequest {
    pub id: PaymentId,
    pub loan: LoanId,
    pub kind: RequestKind,
    /// The value day.
    pub day: Day,
    pub amount: Money,
    /// Of a refund.
    pub method: Option<Method>,
    pub reference: String,
    pub reason: String,
    pub asked_by: PersonId,
    pub asked_by_name: String,
    pub asked_at: Moment,
    pub approvals: Vec<RequestApproval>,
    pub approvals_needed: usize,
}

/// What is asked for.
pub struct NewRequest<'a> {
    pub id: PaymentId,
    pub kind: RequestKind,
    pub day: Day,
    pub amount: Money,
    pub method: Option<Method>,
    pub reference: &'a str,
    pub reason: &'a str,
}

/// What waits at a loan.
///
/// # Errors
/// What the database refuses.
pub fn of_loan(db: &Read<'_>, loan: LoanId) -> Result<Vec<LoanRequest>> {
    let sql =
        concat!(include_str!("../sql/requests.sql"), "WHERE r.loan = $1 AND r.state = 'waiting' ORDER BY r.asked_at");
    let found = db.rows(sql, values![loan], request_row)?;
    found.into_iter().map(|request| with_approvals(db, request)).collect()
}

/// # Errors
/// A request that does not exist; one that was decided.
pub fn waiting(db: &Read<'_>, id: PaymentId) -> Result<LoanRequest> {
    let sql = concat!(include_str!("../sql/requests.sql"), "WHERE r.id = $1");
    let found = db.row(sql, values![id], |row| Ok((request_row(row)?, row.get::<String>("state")?)))?;
    let (request, state) = found.ok_or(Failure::not_found("loan_request"))?;
    require(state == "waiting", REQUEST_DECIDED)?;
    with_approvals(db, request)
}

fn request_row(row: &Row<'_>) -> Result<LoanRequest> {
    let kind: RequestKind = row.get("kind")?;
    Ok(LoanRequest {
        id: row.get("id")?,
        loan: row.get("loan")?,
        kind,
        day: row.get("on_day")?,
        amount: row.get("amount")?,
        method: row.get("method")?,
        reference: row.get("reference")?,
        reason: row.get("reason")?,
        asked_by: row.get("asked_by")?,
        asked_by_name: row.get("asked_by_name")?,
        asked_at: row.get("asked_at")?,
        approvals: Vec::new(),
        approvals_needed: kind.approvals_needed(),
    })
}

fn with_approvals(db: &Read<'_>, request: LoanRequest) -> Result<LoanRequest> {
    let sql = "SELECT a.person, p.name, a.at FROM loan_request_approval a JOIN user_name p ON p.id = a.person \
               WHERE a.request = $1 ORDER BY a.at, a.person";
    let approvals = db.rows(sql, values![request.id], |row| {
        Ok(RequestApproval { person: row.get("person")?, name: row.get("name")?, at: row.get("at")? })
    })?;
    Ok(LoanRequest { approvals, ..request })
}

/// Keeps a request that could be carried out today; what could not is not worth another person's time.
///
/// # Errors
/// What the engine refuses, more than the borrower's credit, a request of the kind that waits already.
pub fn ask(cx: &Write<'_>, opened: &Opened, new: &NewRequest<'_>) -> Result<()> {
    check(cx, opened, new)?;
    let sql = "SELECT 1 AS one FROM loan_request WHERE id = $1";
    let known = cx.row(sql, values![new.id], |row| row.get::<i64>("one"))?.is_some();
    require(!known, Failure::conflict(PAYMENT_EXISTS))?;
    let waits = of_loan(cx, opened.head.id)?.iter().any(|request| request.kind == new.kind);
    require(!waits, REQUEST_WAITS)?;
    cx.run(
        "INSERT INTO loan_request (id, loan, kind, on_day, amount, method, reference, reason, asked_by, asked_at, state) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'waiting')",
        values![
            new.id,
            opened.head.id,
            new.kind.name(),
            new.day,
            new.amount,
            new.method,
            new.reference,
            new.reason,
            cx.who.id,
            cx.now
        ],
    )?;
    cx.changed("loan", opened.head.id, &opened.head.loan_no, &(), &waiting(cx, new.id)?)
}

fn check(cx: &Write<'_>, opened: &Opened, new: &NewRequest<'_>) -> Result<()> {
    let event = opened.next(new.day, Some(new.id.to_string()), new.kind.event(new.amount));
    recording::accept(&opened.replay, &event, cx.today())?;
    from_credit(cx, opened, &event)
}

/// Rows that are paid stay paid: what a refund took back from them would be lent again without anybody's decision.
fn from_credit(cx: &Write<'_>, opened: &Opened, event: &Event) -> Result<()> {
    if !matches!(event.kind, EventKind::Refund { .. }) {
        return Ok(());
    }
    let credit = opened.replay.on(cx.today())?.ok_or(NOT_PAID_OUT)?.credit;
    let moves = posting::moves(&opened.replay, &with(&opened.replay, event.clone()), event.on)?;
    let from_credit = moves.iter().all(|step| step.principal.is_zero());
    require(from_credit, Refusal::new(REFUND_ABOVE_CREDIT).with("credit", credit).at("amount"))
}

/// Adds an approval, and carries the request out with the last one it needs.
///
/// # Errors
/// One's own request, a second approval by the same person, an amount above the person's limit, what the engine or the
/// books refuse by now.
pub fn approve(cx: &Write<'_>, id: PaymentId, kind: RequestKind) -> Result<LoanId> {
    let request = waiting(cx, id)?;
    require(request.kind == kind, Failure::not_found("loan_request"))?;
    require(request.asked_by != cx.who.id, OWN_REQUEST)?;
    require(request.approvals.iter().all(|approval| approval.person != cx.who.id), APPROVED_BY_YOU)?;
    let limit = funds::limit_of(cx, cx.who.role)?;
    require(limit.is_none_or(|limit| request.amount <= limit), ledger::refusals::ABOVE_LIMIT)?;
    let sql = "INSERT INTO loan_request_approval (request, person, at) VALUES ($1, $2, $3)";
    cx.run(sql, values![id, cx.who.id, cx.now])?;
    let approved = waiting(cx, id)?;
    let opened = record::open(cx, request.loan)?;
    cx.changed("loan", opened.head.id, &opened.head.loan_no, &request, &approved)?;
    if approved.approvals.len() >= approved.approvals_needed {
        carry_out(cx, &opened, &approved)?;
        decide(cx, id, "done", "")?;
    }
    Ok(request.loan)
}

fn carry_out(cx: &Write<'_>, opened: &Opened, request: &LoanRequest) -> Result<()> {
    let event = opened.next(request.day, Some(request.id.to_string()), request.kind.event(request.amount));
    from_credit(cx, opened, &event)?;
    let (kind, told, narration, counter_line) = match request.kind {
        RequestKind::Refund => {
            let account = money_account(&opened.fund, request.method);
            let counter_line = CounterLine { account, amount: request.amount.negated(), memo: String::new() };
            (VoucherKind::Payment, "loan.refunded", "refunded", counter_line)
        }
        RequestKind::Forgive => {
            let memo = request.reason.clone();
            let counter_line = CounterLine { account: chart::FORGIVENESS, amount: request.amount, memo };
            (VoucherKind::Journal, "loan.forgiven", "forgiven", counter_line)
        }
    };
    let approval = |place: usize| request.approvals.get(place).map(|approval| approval.person);
    let details = PostingDetails {
        kind,
        event: told,
        narration: record::narration(narration, opened, request.amount),
        counterparty: &opened.borrower.name,
        approvers: Approvers {
            made_by: Some(request.asked_by),
            approved_by: approval(0),
            second_approved_by: approval(1),
        },
        counter_line,
        method: request.method,
        reference: &request.reference,
        payer: "",
        note: &request.reason,
    };
    record::record(cx, opened, event, &details)?;
    Ok(())
}

/// # Errors
/// What the database refuses.
pub fn decide(cx: &Write<'_>, id: PaymentId, state: &str, note: &str) -> Result<()> {
    let sql = "UPDATE loan_request SET state = $1, decided_at = $2, note = $3 WHERE id = $4";
    cx.run(sql, values![state, cx.now, note, id])?;
    Ok(())
}

/// The number of the loan of a request, for the audit line of what was done with it.
///
/// # Errors
/// What the database refuses.
pub fn loan_no(cx: &Write<'_>, request: &LoanRequest) -> Result<String> {
    Ok(store::loan(cx, request.loan)?.loan_no)
}
