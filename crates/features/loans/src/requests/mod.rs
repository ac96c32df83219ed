//! Money handed back to a borrower, debts that are forgiven, terms that are changed, and events that are taken back: one
//! person asks, others approve, and only the last approval it needs makes the event and its entry. A refund is a payment
//! and needs two approvals; the others need one.

pub mod approve_forgiveness;
pub mod approve_refund;
pub mod approve_undo;
pub mod ask_forgiveness;
pub mod ask_refund;
pub mod ask_undo;
pub mod drop_request;

use crate::changes::approve_change;
use crate::changes::weigh::weigh;
use crate::changes::{ChangeCause, LoanChange};
use crate::events::posting::{self, CounterLine};
use crate::events::record::{self, Approvers, Opened, PostingDetails};
use crate::events::recording;
use crate::events::undo::{self, Undoing};
use crate::repayments::repaying::{money_account, with};
use crate::rules::{NOT_PAID_OUT, PAYMENT_EXISTS, REFUND_ABOVE_CREDIT, REQUEST_DECIDED};
use crate::steps;
use crate::store;
use approvals::{Approval, ApprovalRequest, Asked, RequestState};
use database::{Read, values};
use kernel::id::{ApprovalId, LoanId, PaymentId, PersonId};
use kernel::{Day, Failure, Moment, Money, Refusal, Result, require};
use ledger::{Method, VoucherKind, chart};
use lending::{Event, EventKind, Place};
use office::approval::ApprovalStep;
use office::context::{Read as Looking, Write};
use office::list;
use serde::Serialize;
use ts_rs::TS;

list! {
    /// Giving up what is owed is a change of terms, too, but the committee's.
    RequestKind {
        Refund = "refund", Forgive = "forgive", Undo = "undo", Change = "change", GiveUp = "give_up",
    }
}

impl RequestKind {
    /// What others approve of it.
    pub const fn step(self) -> ApprovalStep {
        match self {
            Self::Refund => steps::REFUND,
            Self::Forgive => steps::FORGIVENESS,
            Self::Undo => steps::UNDO,
            Self::Change => steps::CHANGE,
            Self::GiveUp => steps::GIVE_UP,
        }
    }
}

/// A refund, a forgiveness, an undo or a change of terms that waits for other people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LoanRequest {
    pub id: PaymentId,
    pub loan: LoanId,
    pub kind: RequestKind,
    /// The value day.
    pub day: Day,
    pub amount: Money,
    /// The event an undo takes back.
    pub place: Option<Place>,
    /// Of a refund.
    pub method: Option<Method>,
    pub reference: String,
    pub reason: String,
    /// Of a change of terms, and its cause.
    pub change: Option<LoanChange>,
    pub cause: Option<ChangeCause>,
    /// Whether the loan is not what it was when the change was asked for: it is asked for anew then.
    pub stale: bool,
    /// The plan it leads to, as it is kept.
    #[serde(skip)]
    #[ts(skip)]
    pub plan: String,
    pub asked_by: PersonId,
    pub asked_by_name: String,
    pub asked_at: Moment,
    pub approvals: Vec<Approval>,
    pub approvals_needed: usize,
}

/// What is asked for.
pub struct NewRequest<'a> {
    pub id: PaymentId,
    pub kind: RequestKind,
    pub day: Day,
    pub amount: Money,
    pub place: Option<Place>,
    pub method: Option<Method>,
    pub reference: &'a str,
    pub reason: &'a str,
    /// Of a change of terms.
    pub proposed: Option<&'a Proposed>,
}

/// A change of terms as it is kept with its request.
#[derive(Debug, Clone)]
pub struct Proposed {
    pub content: String,
    pub cause: ChangeCause,
    pub plan: String,
}

/// The event a request will be.
///
/// # Errors
/// Broken: a change of terms is weighed by its own module.
fn event(
    opened: &Opened,
    id: PaymentId,
    day: Day,
    kind: RequestKind,
    amount: Money,
    place: Option<Place>,
) -> Result<Event> {
    let key = Some(id.to_string());
    Ok(match kind {
        RequestKind::Refund => opened.next(day, key, EventKind::Refund { amount }),
        RequestKind::Forgive => opened.next(day, key, EventKind::Forgive { amount }),
        RequestKind::Undo => opened.next(day, None, EventKind::Undo { target: place.unwrap_or(Place(0)) }),
        RequestKind::Change | RequestKind::GiveUp => return Err(Failure::broken("a change is no event of its amount")),
    })
}

/// What waits at a loan.
///
/// # Errors
/// What the database refuses.
pub fn of_loan(cx: &Looking<'_>, loan: LoanId) -> Result<Vec<LoanRequest>> {
    let mut found = Vec::new();
    for kind in RequestKind::ALL {
        if let Some(request) = approvals::waiting(cx, &kind.step(), *loan.as_bytes())? {
            let mut request = with_content(cx, request)?;
            if let Some(change) = &request.change {
                let now = weigh(cx, &record::open(cx, loan)?, request.day, change, None);
                request.stale = now.and_then(|now| now.plan.text()).is_ok_and(|plan| plan != request.plan);
            }
            found.push(request);
        }
    }
    found.sort_by_key(|request| request.asked_at);
    Ok(found)
}

/// # Errors
/// A request that does not exist; one that was decided.
pub fn waiting(db: &Read<'_>, id: PaymentId) -> Result<LoanRequest> {
    let request = asked(db, id)?;
    let decided = request.state != RequestState::Waiting;
    require(!decided, REQUEST_DECIDED)?;
    with_content(db, request)
}

fn asked(db: &Read<'_>, id: PaymentId) -> Result<ApprovalRequest> {
    let sql = "SELECT 1 AS one FROM loan_request WHERE id = $1";
    let known = db.row(sql, values![id], |_| Ok(()))?.is_some();
    require(known, Failure::not_found("loan_request"))?;
    approvals::request(db, request_id(id))
}

/// What is asked for has the identifier its payment will have.
const fn request_id(id: PaymentId) -> ApprovalId {
    ApprovalId::from_bytes(*id.as_bytes())
}

fn with_content(db: &Read<'_>, request: ApprovalRequest) -> Result<LoanRequest> {
    db.one(include_str!("../sql/requests.sql"), values![request.id], |row| {
        Ok(LoanRequest {
            id: row.get("id")?,
            loan: row.get("loan")?,
            kind: row.get("kind")?,
            day: row.get("on_day")?,
            amount: row.get("amount")?,
            place: row.get::<Option<u32>>("place")?.map(Place),
            method: row.get("method")?,
            reference: row.get("reference")?,
            reason: request.reason.clone(),
            change: row
                .get::<Option<String>>("content")?
                .map(|text| serde_json::from_str(&text))
                .transpose()
                .map_err(Failure::broken)?,
            cause: row.get("cause")?,
            stale: false,
            plan: row.get::<Option<String>>("plan")?.unwrap_or_default(),
            asked_by: request.asked_by,
            asked_by_name: request.asked_by_name.clone(),
            asked_at: request.asked_at,
            approvals: request.approvals.clone(),
            approvals_needed: request.needed,
        })
    })
}

/// Keeps a request that could be carried out today; what could not is not worth another person's time.
///
/// # Errors
/// What the engine refuses, more than the borrower's credit, a request of the kind that waits already.
pub fn ask(cx: &Write<'_>, opened: &Opened, new: &NewRequest<'_>) -> Result<()> {
    if new.proposed.is_none() {
        check(cx, opened, new)?;
    }
    let sql = "SELECT 1 AS one FROM loan_request WHERE id = $1";
    let known = cx.row(sql, values![new.id], |row| row.get::<i64>("one"))?.is_some();
    require(!known, Failure::conflict(PAYMENT_EXISTS))?;
    let asked = Asked {
        id: Some(request_id(new.id)),
        subject: *opened.head.id.as_bytes(),
        amount: Some(new.amount),
        needed: None,
        reason: new.reason,
    };
    approvals::ask(cx, &new.kind.step(), &asked)?;
    cx.run(
        "INSERT INTO loan_request (id, loan, kind, on_day, amount, method, reference, place, content, cause, plan) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        values![
            new.id,
            opened.head.id,
            new.kind.name(),
            new.day,
            new.amount,
            new.method,
            new.reference,
            new.place.map(|place| place.0),
            new.proposed.map(|proposed| proposed.content.as_str()),
            new.proposed.map(|proposed| proposed.cause),
            new.proposed.map(|proposed| proposed.plan.as_str())
        ],
    )?;
    cx.changed("loan", opened.head.id, &opened.head.loan_no, &(), &waiting(cx, new.id)?)
}

fn check(cx: &Write<'_>, opened: &Opened, new: &NewRequest<'_>) -> Result<()> {
    let event = event(opened, new.id, new.day, new.kind, new.amount, new.place)?;
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
    let answered = approvals::answer(cx, &kind.step(), &asked(cx, id)?)?;
    let done = answered.state == RequestState::Approved;
    let approved = with_content(cx, answered)?;
    let opened = record::open(cx, request.loan)?;
    cx.changed("loan", opened.head.id, &opened.head.loan_no, &request, &approved)?;
    if done {
        carry_out(cx, &opened, &approved)?;
    }
    Ok(request.loan)
}

fn carry_out(cx: &Write<'_>, opened: &Opened, request: &LoanRequest) -> Result<()> {
    let approval = |place: usize| request.approvals.get(place).map(|approval| approval.person);
    let approvers =
        Approvers { made_by: Some(request.asked_by), approved_by: approval(0), second_approved_by: approval(1) };
    if request.change.is_some() {
        return approve_change::carry_out_request(cx, opened, request, approvers);
    }
    let event = event(opened, request.id, request.day, request.kind, request.amount, request.place)?;
    from_credit(cx, opened, &event)?;
    let (kind, told, narration, counter_line) = match request.kind {
        RequestKind::Change | RequestKind::GiveUp => return Err(Failure::broken("a change without its content")),
        RequestKind::Undo => {
            let target = request.place.unwrap_or(Place(0));
            let undoing = Undoing { target, day: request.day, reason: &request.reason, approvers };
            return undo::carry_out(cx, opened, &undoing);
        }
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
    let details = PostingDetails {
        kind,
        event: told,
        narration: record::narration(narration, opened, request.amount),
        counterparty: &opened.borrower.name,
        approvers,
        counter_lines: vec![counter_line],
        method: request.method,
        reference: &request.reference,
        payer: "",
        note: &request.reason,
    };
    record::record(cx, opened, event, &details)?;
    Ok(())
}

/// What was asked for will not be: whoever asked takes it back, or whoever may approve it says no.
///
/// # Errors
/// Forbidden, where another person asked and this one may not decide.
pub fn drop(cx: &Write<'_>, request: &LoanRequest, reason: &str) -> Result<()> {
    let (step, asked) = (request.kind.step(), asked(cx, request.id)?);
    if request.asked_by == cx.who.id {
        return approvals::withdraw(cx, &step, &asked, reason);
    }
    approvals::refuse(cx, &step, &asked, reason)
}

/// The number of the loan of a request, for the audit line of what was done with it.
///
/// # Errors
/// What the database refuses.
pub fn loan_no(cx: &Write<'_>, request: &LoanRequest) -> Result<String> {
    Ok(store::loan(cx, request.loan)?.loan_no)
}
