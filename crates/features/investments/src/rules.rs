//! What may be typed, which accounts an investment stands on, how it stands, and what is refused. Pure.

use crate::model::{
    InvestmentFacts, InvestmentKind, InvestmentStanding, InvestmentState, LeaseStanding, MaintenanceStanding,
    RentStanding, UnitFacts,
};
use investing::part;
use kernel::arabic::{tidy_line, tidy_text};
use kernel::{Code, Day, Money, Refusal, Result, require};
use ledger::{AccountCode, FundClass, chart};

kernel::refusals! {
    ADDED_ALREADY = "investments.added_already";
    APPEND_ONLY = "investments.append_only";
    TEXT_LONG = "investments.text_long";
    NAME_MISSING = "investments.name_missing";
    NAME_TAKEN = "investments.name_taken";
    FUND_MISSING = "investments.fund_missing";
    /// Money of zakat is not invested.
    FUND_ZAKAT = "investments.fund_zakat";
    SIZE_OF_ENTERPRISE = "investments.size_of_enterprise";
    SHARE_RANGE = "investments.share_range";
    AMOUNT_MISSING = "investments.amount_missing";
    DAY_LATER = "investments.day_later";
    REASON_MISSING = "investments.reason_missing";
    WORDS_MISSING = "investments.words_missing";
    WHO_MISSING = "investments.who_missing";
    DECISION_MISSING = "investments.decision_missing";
    /// It does not stand where this step begins.
    STEP = "investments.step";
    /// Before it is put before somebody: `gaps` names what is not said.
    NOT_COMPLETE = "investments.not_complete";
    OWN_APPROVAL = "investments.own_approval";
    APPROVAL_WAITS = "investments.approval_waits";
    APPROVAL_DECIDED = "investments.approval_decided";
    NOT_APPROVED = "investments.not_approved";
    DECIDED_STAYS = "investments.decided_stays";
    /// What is said to have been owned before stands in no opening balance.
    NOT_OPENED = "investments.not_opened";
    ABOVE_DECIDED = "investments.above_decided";
    /// Another voucher of the same investment waits.
    VOUCHER_WAITS = "investments.voucher_waits";
    NOT_OWNED = "investments.not_owned";
    NOT_PROPERTY = "investments.not_property";
    LEASES_RUNNING = "investments.leases_running";
    /// An entry would leave less than nothing of an investment or a deposit.
    BELOW_NOTHING = "investments.below_nothing";
    ROOMS_RANGE = "investments.rooms_range";
    UNIT_COSTS = "investments.unit_costs";
    UNIT_CLOSED = "investments.unit_closed";
    UNIT_LET = "investments.unit_let";
    OTHER_UNIT = "investments.other_unit";
    MONTHS_BETWEEN = "investments.months_between";
    SETTLED_ALREADY = "investments.settled_already";
    PLANNED_FAR = "investments.planned_far";
    TENANT_UNKNOWN = "leases.tenant_unknown";
    OVERLAP = "leases.overlap";
    SIGNED_STAYS = "leases.signed_stays";
    START_RANGE = "leases.start_range";
    DUE_POSTED = "leases.due_posted";
    CHEQUE_SETTLED = "leases.cheque_settled";
    CHEQUE_KNOWN = "leases.cheque_known";
    CHEQUE_EARLY = "leases.cheque_early";
    CHEQUE_RANGE = "leases.cheque_range";
    FILE_MISSING = "leases.file_missing";
    ABOVE_DEPOSIT = "leases.above_deposit";
    LEASE_RUNS = "leases.lease_runs";
    NO_LATE_RENT = "leases.no_late_rent";
    NO_RECEIPT = "leases.no_receipt";
    RULE_RESTRICTED = "funds.rule_restricted";
    PERIOD_SHARED = "funds.period_shared";
    RULE_LINES = "investments.rule_lines";
    RULE_WAITS = "investments.rule_waits";
    RULE_BASE = "investments.rule_base";
    RULE_NONE = "investments.rule_none";
    RULE_TWICE = "investments.rule_twice";
    PERIOD_ORDER = "investments.period_order";
}

/// Characters of a line, and of a text.
pub const LONGEST_LINE: usize = 200;
pub const LONGEST_TEXT: usize = 4_000;
/// How far back and ahead a lease may begin, in days.
const START_BACK: i32 = 3_660;
const START_AHEAD: i32 = 366;
/// How far ahead a maintenance may be planned, in days.
const PLAN_AHEAD: i32 = 3_660;
/// Days before the end of a lease from which on it is told.
pub const ENDING_DAYS: i32 = 60;

/// A line that may say nothing.
///
/// # Errors
/// Longer than [`LONGEST_LINE`].
pub fn line(field: &'static str, typed: &str) -> Result<String> {
    bounded(field, tidy_line(typed), LONGEST_LINE)
}

/// A text of several lines that may say nothing.
///
/// # Errors
/// Longer than [`LONGEST_TEXT`].
pub fn text(field: &'static str, typed: &str) -> Result<String> {
    bounded(field, tidy_text(typed).trim().to_owned(), LONGEST_TEXT)
}

fn bounded(field: &'static str, tidy: String, most: usize) -> Result<String> {
    require(tidy.chars().count() <= most, Refusal::new(TEXT_LONG).with("most", most).at(field))?;
    Ok(tidy)
}

/// A line that must say something.
///
/// # Errors
/// Nothing was said, or too much.
pub fn said(field: &'static str, typed: &str, missing: Code) -> Result<String> {
    let tidy = line(field, typed)?;
    require(!tidy.is_empty(), Refusal::new(missing).at(field))?;
    Ok(tidy)
}

/// # Errors
/// An amount that is not above nothing.
pub fn positive(field: &'static str, amount: Money) -> Result<()> {
    require(amount.is_positive(), Refusal::new(AMOUNT_MISSING).at(field))
}

/// # Errors
/// A day that has not come.
pub fn happened(field: &'static str, day: Day, today: Day) -> Result<()> {
    require(day <= today, Refusal::new(DAY_LATER).with("day", day).at(field))
}

/// What was typed about an investment, in one form.
///
/// # Errors
/// A text too long, no name, no fund, an amount below nothing, a size of what is no enterprise.
pub fn facts(typed: &InvestmentFacts) -> Result<InvestmentFacts> {
    let above = |field, amount: Option<Money>| amount.map_or(Ok(()), |amount| positive(field, amount));
    above("expected_cost", typed.expected_cost)?;
    above("opened_cost", typed.opened_cost)?;
    let fruit = typed.expected_return.is_none_or(|amount| !amount.is_negative());
    require(fruit, Refusal::new(AMOUNT_MISSING).at("expected_return"))?;
    require(typed.fund.is_some(), Refusal::new(FUND_MISSING).at("fund"))?;
    let sized = typed.size.is_none() || typed.kind == InvestmentKind::Enterprise;
    require(sized, Refusal::new(SIZE_OF_ENTERPRISE).at("size"))?;
    let share = typed.share_points.is_none_or(|points| (1..=10_000).contains(&points));
    require(share, Refusal::new(SHARE_RANGE).at("share_points"))?;
    Ok(InvestmentFacts {
        name: said("name", &typed.name, NAME_MISSING)?,
        idea: text("idea", &typed.idea)?,
        study: text("study", &typed.study)?,
        risks: text("risks", &typed.risks)?,
        place: line("place", &typed.place)?,
        manager: line("manager", &typed.manager)?,
        ..typed.clone()
    })
}

/// What must be said before an investment is put before somebody.
pub fn gaps(facts: &InvestmentFacts) -> Vec<&'static str> {
    let mut gaps = Vec::new();
    if facts.idea.is_empty() {
        gaps.push("idea");
    }
    if facts.study.is_empty() && facts.opened_cost.is_none() {
        gaps.push("study");
    }
    if facts.expected_cost.is_none() && facts.opened_cost.is_none() {
        gaps.push("expected_cost");
    }
    if facts.kind == InvestmentKind::Enterprise && facts.size.is_none() {
        gaps.push("size");
    }
    gaps
}

/// # Errors
/// A text too long, no name, rooms or areas nothing has, an amount below nothing.
pub fn unit(typed: &UnitFacts) -> Result<UnitFacts> {
    require(typed.rooms.is_none_or(|rooms| (1..=100).contains(&rooms)), Refusal::new(ROOMS_RANGE).at("rooms"))?;
    require(typed.area.is_none_or(|area| (1..=1_000_000).contains(&area)), Refusal::new(ROOMS_RANGE).at("area"))?;
    require(!typed.cost.is_negative(), Refusal::new(AMOUNT_MISSING).at("cost"))?;
    if let Some(rent) = typed.asked_rent {
        positive("asked_rent", rent)?;
    }
    Ok(UnitFacts {
        name: said("name", &typed.name, NAME_MISSING)?,
        meter: line("meter", &typed.meter)?,
        notes: text("notes", &typed.notes)?,
        ..typed.clone()
    })
}

/// The account that holds an investment at its cost.
pub const fn held_on(kind: InvestmentKind, class: FundClass) -> AccountCode {
    match (kind, class) {
        (InvestmentKind::Enterprise, _) => chart::ENTERPRISES,
        (InvestmentKind::Service | InvestmentKind::Social, _) => chart::SERVICES,
        (InvestmentKind::Property, FundClass::Endowment) => chart::ENDOWMENT_PROPERTIES,
        (InvestmentKind::Property, FundClass::Unrestricted | FundClass::Restricted) => chart::PROPERTIES,
    }
}

/// Where rents, or other returns, are income.
pub const fn income_of(rent: bool, class: FundClass) -> AccountCode {
    match (class, rent) {
        (FundClass::Endowment, _) => chart::ENDOWMENT_RETURNS,
        (FundClass::Unrestricted | FundClass::Restricted, true) => chart::RENT,
        (FundClass::Unrestricted | FundClass::Restricted, false) => chart::INVESTMENT_RETURNS,
    }
}

/// What a sale does beside the money: the cost that goes, and the gain, or the loss below nothing.
///
/// # Errors
/// Beyond what money can be.
pub fn sale(cost: Money, share_points: u32, proceeds: Money) -> Result<(Money, Money)> {
    let gone = if share_points == 10_000 { cost } else { part(cost, share_points, 10_000)? };
    Ok((gone, proceeds.minus(gone)?))
}

/// How an investment stands.
pub const fn standing(state: InvestmentState, ever_owned: bool, cost: Money) -> InvestmentStanding {
    match state {
        InvestmentState::Idea => InvestmentStanding::Idea,
        InvestmentState::ForDecision => InvestmentStanding::ForDecision,
        InvestmentState::Refused => InvestmentStanding::Refused,
        InvestmentState::Approved if cost.is_positive() => InvestmentStanding::Owned,
        InvestmentState::Approved if ever_owned => InvestmentStanding::Sold,
        InvestmentState::Approved => InvestmentStanding::Approved,
    }
}

pub fn lease_standing(start: Day, last: Day, today: Day) -> LeaseStanding {
    if today < start {
        LeaseStanding::Coming
    } else if today <= last {
        LeaseStanding::Running
    } else {
        LeaseStanding::Ended
    }
}

/// How a due stands on a day.
pub fn rent_standing(due: Day, posted: bool, left: Money, on: Day) -> RentStanding {
    if !posted {
        return if due <= on { RentStanding::Unposted } else { RentStanding::Coming };
    }
    if left.is_zero() {
        RentStanding::Paid
    } else if due < on {
        RentStanding::Late
    } else {
        RentStanding::Due
    }
}

pub fn maintenance_standing(planned: Day, done: bool, dropped: bool, today: Day) -> MaintenanceStanding {
    match (done, dropped) {
        (true, _) => MaintenanceStanding::Done,
        (_, true) => MaintenanceStanding::Dropped,
        _ if planned < today => MaintenanceStanding::Late,
        _ => MaintenanceStanding::Planned,
    }
}

/// # Errors
/// A lease that begins too long ago, or too far ahead.
pub fn may_start(start: Day, today: Day) -> Result<()> {
    let days = start.days_since(today);
    require((-START_BACK..=START_AHEAD).contains(&days), Refusal::new(START_RANGE).with("day", start).at("starts"))
}

/// # Errors
/// A maintenance planned too far ahead, or that comes again after no month or too many.
pub fn planned(planned_on: Day, every_months: Option<u32>, today: Day) -> Result<()> {
    let days = planned_on.days_since(today);
    require(days <= PLAN_AHEAD, Refusal::new(PLANNED_FAR).with("day", planned_on).at("planned_on"))?;
    let months = every_months.is_none_or(|months| (1..=120).contains(&months));
    require(months, Refusal::new(MONTHS_BETWEEN).at("every_months"))
}
