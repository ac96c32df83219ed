//! What the verbs of tranches have in common: the tranche with its loan around it, its conditions, its next step.

pub mod approve_tranche;
pub mod cancel_tranche;
pub mod change_tranche;
pub mod conditions;
pub mod deliver_tranche;
pub mod many;
pub mod pay_tranche;
pub mod paying;
pub mod plan_tranche;
pub mod request_tranche;
pub mod verify_tranche;

use crate::events::record::{self, Opened};
use crate::inputs::WhichLoan;
use crate::model::{ProductTerms, Tranche, TrancheCondition, TrancheKind, TrancheState};
use crate::products;
use crate::projects;
use crate::rules::{self, TRANCHE_CONDITIONS, TRANCHE_OVER, TRANCHE_STEP};
use crate::store::{self, NewStep};
use conditions::Circumstances;
use kernel::id::{LoanId, PersonId, TrancheId};
use kernel::{Day, Failure, Money, Refusal, Result, require};
use office::context::{Read, Write};

/// A tranche with the loan it belongs to.
pub struct OfLoan {
    pub opened: Opened,
    pub product: ProductTerms,
    /// All of the loan, in their order.
    pub tranches: Vec<Tranche>,
}

/// # Errors
/// A loan that does not exist.
pub fn of_loan(cx: &Read<'_>, loan: LoanId) -> Result<OfLoan> {
    let opened = record::open(cx, loan)?;
    let (_, product) = products::version(cx, opened.head.product, opened.head.product_version)?;
    let tranches = store::tranches(cx, loan)?;
    Ok(OfLoan { opened, product, tranches })
}

/// # Errors
/// A tranche that does not exist.
pub fn find(cx: &Read<'_>, id: TrancheId) -> Result<(OfLoan, Tranche)> {
    let of_loan = of_loan(cx, store::loan_of_tranche(cx, id)?)?;
    let tranche = of_loan.tranches.iter().find(|one| one.id == id).cloned().ok_or(Failure::not_found("tranche"))?;
    Ok((of_loan, tranche))
}

/// # Errors
/// A state that does not follow from where the tranche stands.
pub fn may_become(tranche: &Tranche, state: TrancheState) -> Result<()> {
    let next = conditions::next_states(tranche.kind, tranche.state);
    require(next.contains(&state), Refusal::new(TRANCHE_STEP).with("no", tranche.no))
}

impl OfLoan {
    /// # Errors
    /// Tranches that together are more than the loan, or more cash than the product allows. `new` stands for the one of
    /// its identifier.
    pub fn fits(&self, new: &Tranche) -> Result<()> {
        rules::positive(new.amount)?;
        let others = || self.tranches.iter().filter(|one| one.id != new.id && one.state != TrancheState::Cancelled);
        let sum = Money::sum(others().map(|one| one.amount))?;
        let left = self.opened.head.amount.minus(sum)?;
        require(new.amount <= left, Refusal::new(TRANCHE_OVER).with("left", left).at("amount"))?;
        let cash = others().chain([new]).filter(|one| one.kind == TrancheKind::Cash).map(|one| one.amount);
        rules::cash_share(self.product.cash_percent, self.opened.head.amount, Money::sum(cash)?)
    }

    /// What must hold of a tranche now, each with its state.
    ///
    /// # Errors
    /// What the database refuses.
    pub fn conditions(&self, cx: &Read<'_>, tranche: &Tranche) -> Result<Vec<TrancheCondition>> {
        let state = self.opened.replay.on(cx.today())?;
        let overdue = state.as_ref().map(|state| state.lateness(cx.today())).transpose()?;
        let around = Circumstances {
            loan: &self.opened.head,
            tranches: &self.tranches,
            project: projects::project(cx, self.opened.head.project)?.state,
            file_is_open: rules::may_borrow(&beneficiaries::file_of(cx, self.opened.borrower.party)?).is_ok(),
            overdue: overdue.map_or(Money::ZERO, |late| late.overdue),
            cash_percent: self.product.cash_percent,
            fund_cash: ledger::cash_of(cx, self.opened.head.fund)?,
            fund_may_overdraw: self.opened.fund.may_overdraw,
            money_is_out: state.is_some(),
            today: cx.today(),
        };
        conditions::conditions(&around, tranche)
    }

    /// # Errors
    /// `loans.tranche_conditions` with the keys of all that do not hold; what other features ask for before the step.
    pub fn must_hold(&self, cx: &Read<'_>, step: &str, tranche: &Tranche) -> Result<()> {
        let conditions = self.conditions(cx, tranche)?;
        let gaps: Vec<&str> = conditions.iter().filter(|one| !one.met).map(|one| one.key.as_str()).collect();
        let refusal =
            Refusal::new(TRANCHE_CONDITIONS).with("no", tranche.no).with("n", gaps.len()).with("gaps", gaps.join(" "));
        require(gaps.is_empty(), refusal)?;
        cx.must_be_open(step, store::tranche_subject(tranche.id))
    }
}

/// Who led the tranche to a state last.
pub fn who(tranche: &Tranche, state: TrancheState) -> Option<PersonId> {
    tranche.steps.iter().rev().find(|step| step.step == state.name()).map(|step| step.by)
}

/// The day the tranche came to a state last.
pub fn when(tranche: &Tranche, state: TrancheState) -> Option<Day> {
    tranche.steps.iter().rev().find(|step| step.step == state.name()).map(|step| step.on)
}

/// Leads a tranche to a state that moves no money, with its audit line.
///
/// # Errors
/// What the database refuses.
pub fn lead(cx: &Write<'_>, of: &OfLoan, tranche: &Tranche, state: TrancheState, note: &str) -> Result<WhichLoan> {
    store::step_to(cx, tranche, state, cx.today(), &NewStep { note, ..NewStep::default() })?;
    changed(cx, of, tranche, state, note)
}

/// The audit line of a step.
///
/// # Errors
/// What the database refuses.
pub fn changed(cx: &Write<'_>, of: &OfLoan, tranche: &Tranche, state: TrancheState, note: &str) -> Result<WhichLoan> {
    let head = &of.opened.head;
    let trace = |state: TrancheState, note: &str| serde_json::json!({ "tranche": tranche.no, "amount": tranche.amount, "state": state, "note": note });
    cx.changed("loan", head.id, &head.loan_no, &trace(tranche.state, ""), &trace(state, note))?;
    Ok(WhichLoan { loan: head.id })
}
