//! What lending refuses, and the pure rules behind it. What an engine cannot know stands here; how money is split, dated
//! and allocated stands in the `lending` crate.

use crate::inputs::NewTranche;
use crate::model::{Guarantee, LoanDecision, ProductTerms, ProjectState, TrancheKind};
use beneficiaries::{FileHead, FileStatus};
use kernel::{Day, Money, Refusal, Result, require};
use ledger::FundKind;
use std::num::NonZeroU16;

kernel::refusals! {
    /// A movement of an import cannot stand; names its loan and row, and says why.
    RECEIPT_UNKNOWN = "loans.receipt_unknown";
    NAME_MISSING = "loans.name_missing";
    REASON_MISSING = "loans.reason_missing";
    PRODUCT_NAME_TAKEN = "loans.product_name_taken";
    /// The smallest amount is above the largest.
    PRODUCT_AMOUNTS = "loans.product_amounts";
    PRODUCT_PERCENT = "loans.product_percent";
    PRODUCT_GRACE = "loans.product_grace";
    PRODUCT_NOT_OFFERED = "loans.product_not_offered";
    PROJECT_NOT_RUNNING = "loans.project_not_running";
    /// The project was stopped or completed, which stays.
    PROJECT_ENDED = "loans.project_ended";
    /// A project is stopped by a decision about a hold or a stage, and completed on its page; not by hand.
    PROJECT_ENDS_OTHERWISE = "loans.project_ends_otherwise";
    /// The borrower's file is not active.
    FILE_NOT_ACTIVE = "loans.file_not_active";
    FUND_DOES_NOT_LEND = "loans.fund_does_not_lend";
    AMOUNT_RANGE = "loans.amount_range";
    TERM_RANGE = "loans.term_range";
    FIRST_DUE_PAST = "loans.first_due_past";
    TRANCHES_MISSING = "loans.tranches_missing";
    TRANCHE_AMOUNT = "loans.tranche_amount";
    TRANCHES_SUM = "loans.tranches_sum";
    CASH_SHARE = "loans.cash_share";
    GUARANTEE_MISSING = "loans.guarantee_missing";
    GUARANTEE_KIND = "loans.guarantee_kind";
    DECIDED_ALREADY = "loans.decided_already";
    /// Nobody approves the loan they asked for.
    OWN_LOAN = "loans.own_loan";
    /// Money is out already.
    PAID_OUT_ALREADY = "loans.paid_out_already";
    /// No money is out yet.
    NOT_PAID_OUT = "loans.not_paid_out";
    APPEND_ONLY = "loans.append_only";
    FUTURE_DAY = "loans.future_day";
    /// The first money of a loan is taken back last.
    PAYOUT_STANDS_UNDER = "loans.payout_stands_under";
    /// An undo on a day before its event.
    BEFORE_ITS_EVENT = "loans.before_its_event";
    /// The loan is not approved.
    NOT_APPROVED = "loans.not_approved";
    /// The tranche is not where this step begins.
    TRANCHE_STEP = "loans.tranche_step";
    /// More than is left of the loan.
    TRANCHE_OVER = "loans.tranche_over";
    /// Conditions do not hold; `gaps` names them.
    TRANCHE_CONDITIONS = "loans.tranche_conditions";
    /// Nobody approves the tranche they asked for.
    OWN_TRANCHE = "loans.own_tranche";
    /// Nobody confirms the purchase they paid.
    OWN_PAYMENT = "loans.own_payment";
    /// Nobody pays the tranche they asked for or approved, whatever role they have by now.
    OWN_PAYOUT = "loans.own_payout";
    /// Nothing is chosen, or more than one press leads on.
    TRANCHES_CHOSEN = "loans.tranches_chosen";
    /// None of the chosen tranches could be led on.
    TRANCHES_NONE = "loans.tranches_none";
    SUPPLIER_MISSING = "loans.supplier_missing";
    DELIVERY_FIRST = "loans.delivery_first";
    PAID_BEFORE_DELIVERY = "loans.paid_before_delivery";
    REFUND_ABOVE_CREDIT = "loans.refund_above_credit";
    /// A request of the kind waits at the loan.
    REQUEST_WAITS = "loans.request_waits";
    REQUEST_DECIDED = "loans.request_decided";
    /// Nobody approves what they asked for.
    OWN_REQUEST = "loans.own_request";
    /// The other approval is another person's.
    APPROVED_BY_YOU = "loans.approved_by_you";
    /// A change after which everything is as before.
    CHANGES_NOTHING = "loans.changes_nothing";
    /// A rescheduling only lays out anew what is owed.
    NOT_RESCHEDULING = "loans.not_rescheduling";
    /// A release names death or disability as its cause, and nothing else does.
    CAUSE_OF_RELEASE = "loans.cause_of_release";
    /// A release while a fee is owed: it would leave the heirs owing it.
    FEE_OPEN = "loans.fee_open";
    /// Moved on or laid out over more instalments than a plan of people has; `most` says how many.
    PERIODS_RANGE = "loans.periods_range";
    /// The loan is not what it was when the change was asked for.
    LOAN_CHANGED = "loans.loan_changed";
    NO_ANNEX = "loans.no_annex";
    /// No loan is chosen to be put off.
    DEFERRAL_EMPTY = "loans.deferral_empty";
    /// Loans that cannot be put off, or not as was asked for; `loans` names them.
    DEFERRAL_LOANS = "loans.deferral_loans";
    DEFERRAL_DAYS = "loans.deferral_days";
    /// The product lends no more by the same loan.
    TOP_UP_NONE = "loans.top_up_none";
    TOP_UP_REPAID = "loans.top_up_repaid";
    TOP_UP_LATE = "loans.top_up_late";
    /// More than the product lends, with what is still owed.
    TOP_UP_MOST = "loans.top_up_most";
    /// The same payment with other content.
    PAYMENT_EXISTS = "loans.payment_exists";
    NO_RECEIPT = "loans.no_receipt";
    /// The books could not follow an undo on this day.
    DAY_TOO_EARLY = "loans.day_too_early";
}

/// # Errors
/// Amounts in the wrong order, a percentage above a hundred, a grace that takes up the whole term.
pub fn product(terms: &ProductTerms) -> Result<()> {
    let ordered = !terms.least.is_negative() && terms.least <= terms.most && terms.most.is_positive();
    require(ordered, Refusal::new(PRODUCT_AMOUNTS).at("terms.most"))?;
    require(terms.cash_percent <= 100, Refusal::new(PRODUCT_PERCENT).at("terms.cash_percent"))?;
    let top_up = terms.top_up_percent.is_none_or(|percent| (1..=100).contains(&percent));
    require(top_up, Refusal::new(PRODUCT_PERCENT).at("terms.top_up_percent"))?;
    require(terms.grace < terms.longest.get(), Refusal::new(PRODUCT_GRACE).at("terms.grace"))
}

/// Whether a file may be lent to: an active one. A file that an import brought in registered may be as well, because
/// nobody has completed it yet; the one who decides is warned.
///
/// # Errors
/// `loans.file_not_active`.
pub fn may_borrow(file: &FileHead) -> Result<()> {
    let waits = file.imported && file.status == FileStatus::Registered;
    let refusal = Refusal::new(FILE_NOT_ACTIVE).with("file_no", &file.file_no).at("project");
    require(file.status == FileStatus::Active || waits, refusal)
}

/// # Errors
/// A fund that is neither a loan pool nor a grant.
pub fn lends(kind: FundKind) -> Result<()> {
    require(matches!(kind, FundKind::LoanPool | FundKind::Grant), Refusal::new(FUND_DOES_NOT_LEND).at("fund"))
}

/// # Errors
/// A project that is halted, stopped or completed.
pub fn runs(state: ProjectState) -> Result<()> {
    require(state == ProjectState::Running, Refusal::new(PROJECT_NOT_RUNNING).at("project"))
}

/// # Errors
/// An amount or a number of months outside the product's range.
pub fn within(product: &ProductTerms, amount: Money, instalments: NonZeroU16) -> Result<()> {
    let range = Refusal::new(AMOUNT_RANGE).with("least", product.least).with("most", product.most).at("amount");
    require(product.least <= amount && amount <= product.most && amount.is_positive(), range)?;
    let months = instalments.get().saturating_add(product.grace);
    let term = Refusal::new(TERM_RANGE).with("longest", product.longest).at("instalments");
    require(months <= product.longest.get(), term)
}

/// The most of an amount that may be paid out in cash: the product's share of it, rounded down to a halala.
///
/// # Errors
/// Only when the amount is beyond what money can be.
pub fn cash_limit(percent: u8, amount: Money) -> Result<Money> {
    Money::from_halalas(i64::try_from(i128::from(amount.halalas()) * i128::from(percent) / 100).unwrap_or(i64::MAX))
}

/// # Errors
/// More cash than the product allows.
pub fn cash_share(percent: u8, amount: Money, cash: Money) -> Result<()> {
    let limit = cash_limit(percent, amount)?;
    let refusal =
        Refusal::new(CASH_SHARE).with("percent", percent).with("limit", limit).with("cash", cash).at("tranches");
    require(cash <= limit, refusal)
}

/// # Errors
/// No tranche, one without an amount, a sum that is not the whole amount, too much of it in cash.
pub fn tranches(product: &ProductTerms, amount: Money, tranches: &[NewTranche]) -> Result<()> {
    require(!tranches.is_empty(), Refusal::new(TRANCHES_MISSING).at("tranches"))?;
    let positive = tranches.iter().all(|tranche| tranche.amount.is_positive());
    require(positive, Refusal::new(TRANCHE_AMOUNT).at("tranches"))?;
    let sum = Money::sum(tranches.iter().map(|tranche| tranche.amount))?;
    require(sum == amount, Refusal::new(TRANCHES_SUM).with("sum", sum).with("amount", amount).at("tranches"))?;
    let cash = tranches.iter().filter(|tranche| tranche.kind == TrancheKind::Cash).map(|tranche| tranche.amount);
    cash_share(product.cash_percent, amount, Money::sum(cash)?)
}

/// # Errors
/// No guarantee, or a kind the product does not accept.
pub fn guarantee(product: &ProductTerms, guarantee: &Guarantee) -> Result<()> {
    let Some(kind) = guarantee.kind else { return Err(Refusal::new(GUARANTEE_MISSING).at("guarantee").into()) };
    let accepted = product.guarantees.is_empty() || product.guarantees.contains(&kind);
    require(accepted, Refusal::new(GUARANTEE_KIND).at("guarantee"))
}

/// # Errors
/// A first due day that is not after the day the money may go out.
pub fn first_due(day: Option<Day>, start: Day) -> Result<()> {
    require(day.is_none_or(|day| day > start), Refusal::new(FIRST_DUE_PAST).at("first_due"))
}

/// # Errors
/// A loan that was decided before.
pub fn waits(decision: LoanDecision) -> Result<()> {
    require(decision == LoanDecision::Waiting, DECIDED_ALREADY)
}

/// # Errors
/// `loans.future_day`.
pub fn not_after(day: Day, today: Day) -> Result<()> {
    require(day <= today, Refusal::new(FUTURE_DAY).with("day", day).at("day"))
}

/// # Errors
/// An amount that is not above zero.
pub fn positive(amount: Money) -> Result<()> {
    require(amount.is_positive(), Refusal::new(TRANCHE_AMOUNT).at("amount"))
}

/// # Errors
/// Nothing was said.
pub fn reason(typed: &str, field: &'static str) -> Result<String> {
    office::input::required(typed, field, REASON_MISSING)
}
