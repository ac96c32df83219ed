//! More is lent by the same loan, as its product allows once enough of it is repaid: the amount grows, and a tranche is
//! planned that goes the way of every tranche. No money moves by the decision itself.

use crate::changes::approve_change::Decided;
use crate::events::record::{self, Opened};
use crate::model::{ProductTerms, Tranche, TrancheKind, TrancheState};
use crate::products;
use crate::rules::{TOP_UP_LATE, TOP_UP_MOST, TOP_UP_NONE, TOP_UP_REPAID};
use crate::store::{self, NewStep};
use crate::summary;
use crate::tranches::{self, OfLoan};
use database::values;
use kernel::arabic::tidy_line;
use kernel::id::{LoanId, PaymentId, TrancheId};
use kernel::{Day, Money, Refusal, Result, require};
use lending::State;
use office::context::{Read, Write};
use serde_json::json;

/// What is to be lent more, and what for.
#[derive(Debug, Clone, Copy)]
pub struct TopUp<'a> {
    pub amount: Money,
    pub tranche: TrancheId,
    pub paid_as: TrancheKind,
    pub item: &'a str,
}

/// The product as the loan was made by it.
///
/// # Errors
/// What the database refuses.
pub fn product(cx: &Read<'_>, opened: &Opened) -> Result<ProductTerms> {
    Ok(products::version(cx, opened.head.product, opened.head.product_version)?.1)
}

/// Whether so much of what went out came back, in whole per cent.
pub fn repaid_enough(state: &State, percent: u8) -> bool {
    let (out, back) = (i128::from(state.paid_out.halalas()), i128::from(state.paid_principal.halalas()));
    back * 100 >= out * i128::from(percent)
}

/// Whether the loan takes so much more today.
///
/// # Errors
/// The product allows none; too little is repaid; something is late; more than the product lends; too much in cash.
pub fn may(cx: &Read<'_>, opened: &Opened, state: &State, more: &TopUp<'_>, today: Day) -> Result<()> {
    let product = product(cx, opened)?;
    let percent = product.top_up_percent.ok_or(TOP_UP_NONE)?;
    let share = Refusal::new(TOP_UP_REPAID).with("percent", percent);
    require(repaid_enough(state, percent), share)?;
    require(!state.lateness(today)?.overdue.is_positive(), TOP_UP_LATE)?;
    let left = product.most.minus(state.outstanding_principal())?.max(Money::ZERO);
    require(more.amount <= left, Refusal::new(TOP_UP_MOST).with("left", left).at("amount"))?;
    let of = tranches::of_loan(cx, opened.head.id)?;
    // A tranche has one identifier, whoever makes it.
    require(of.tranches.iter().all(|one| one.id != more.tranche), database::RECORDED_ALREADY)?;
    grown(of, more.amount)?.1.fits(&planned(opened, more, 0))
}

/// The loan with its larger amount, and the number of its next tranche.
fn grown(mut of: OfLoan, by: Money) -> Result<(i64, OfLoan)> {
    of.opened.head.amount = of.opened.head.amount.plus(by)?;
    Ok((of.tranches.iter().map(|one| one.no).max().unwrap_or(0) + 1, of))
}

fn planned(opened: &Opened, more: &TopUp<'_>, no: i64) -> Tranche {
    Tranche {
        id: more.tranche,
        loan: opened.head.id,
        no,
        amount: more.amount,
        kind: more.paid_as,
        supplier: String::new(),
        item: tidy_line(more.item),
        invoice: String::new(),
        state: TrancheState::Planned,
        event: None,
        steps: Vec::new(),
    }
}

/// Carries out what another person approved.
///
/// # Errors
/// As [`may`].
pub fn carry_out(cx: &Write<'_>, opened: &Opened, more: &TopUp<'_>, decided: &Decided<'_>) -> Result<()> {
    let request: PaymentId = decided.key.parse()?;
    let head = &opened.head;
    let (no, of) = grown(tranches::of_loan(cx, head.id)?, more.amount)?;
    let tranche = planned(opened, more, no);
    cx.run("UPDATE loan SET amount = $1 WHERE id = $2", values![of.opened.head.amount, head.id])?;
    store::insert_tranche(cx, &tranche)?;
    store::add_step(cx, tranche.id, TrancheState::Planned.name(), cx.today(), &NewStep::default())?;
    cx.run(
        "INSERT INTO loan_top_up (request, loan, tranche, amount) VALUES ($1, $2, $3, $4)",
        values![request, head.id, tranche.id, more.amount],
    )?;
    summary::rebuild(cx, head.id)?;
    let after = json!({ "amount": of.opened.head.amount, "tranche": no, "reason": decided.reason });
    cx.changed("loan", head.id, &head.loan_no, &json!({ "amount": head.amount }), &after)
}

/// The tranche it was planned as is given up: the loan is what it was, as far as nothing else was planned of it.
///
/// # Errors
/// What the database refuses.
pub fn given_up(cx: &Write<'_>, tranche: &Tranche) -> Result<()> {
    let sql = "SELECT amount FROM loan_top_up WHERE tranche = $1";
    let Some(by) = cx.row(sql, values![tranche.id], |row| row.get::<Money>("amount"))? else { return Ok(()) };
    let opened = record::open(cx, tranche.loan)?;
    let stands = |one: &&Tranche| one.id != tranche.id && one.state != TrancheState::Cancelled;
    let others = store::tranches(cx, tranche.loan)?;
    let planned = Money::sum(others.iter().filter(stands).map(|one| one.amount))?;
    let amount = opened.head.amount.minus(by)?.max(planned);
    cx.run("UPDATE loan SET amount = $1 WHERE id = $2", values![amount, tranche.loan])?;
    summary::rebuild(cx, tranche.loan)
}

/// The tranches of a loan that were planned because more was lent.
///
/// # Errors
/// What the database refuses.
pub fn of_loan(cx: &Read<'_>, loan: LoanId) -> Result<Vec<TrancheId>> {
    cx.rows("SELECT tranche FROM loan_top_up WHERE loan = $1", values![loan], |row| row.get("tranche"))
}
