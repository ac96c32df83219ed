//! What must hold before an application takes its next step, met and missing: said above each button, and asked again by
//! the verb behind it.

use crate::model::{ApplicationTerms, BroughtGuarantee, BroughtState, BudgetLine, StudyRow, StudySide, Weighed};
use crate::store::{self, Application};
use crate::study::weigh::{Load, weigh};
use crate::{brought, settings, study};
use casework::refusals;
use follow_up::ActivityState;
use guarantees::Stands;
use kernel::id::SubjectId;
use kernel::{Day, Money, Refusal, Result, require};
use loans::{Chosen, Product};
use office::context::Read;
use office::gate::{CONDITIONS_MISSING, Condition};
use std::num::NonZeroU16;

/// Everything an application is judged by.
pub struct Whole {
    pub application: Application,
    pub product: Product,
    pub rows: Vec<StudyRow>,
    pub lines: Vec<BudgetLine>,
    pub brought: Vec<BroughtGuarantee>,
    pub terms: ApplicationTerms,
    pub version: i64,
}

/// # Errors
/// Not found.
pub fn whole(cx: &Read<'_>, application: Application) -> Result<Whole> {
    let (terms, version) = settings::terms(cx)?;
    Ok(Whole {
        product: loans::product(cx, application.product)?,
        rows: study::rows::rows(cx, application.id)?,
        lines: study::rows::lines(cx, application.id)?,
        brought: brought::of(cx, application.id)?,
        terms,
        version,
        application,
    })
}

impl Whole {
    /// An amount over a term, with what is saved.
    ///
    /// # Errors
    /// As [`weigh`].
    pub fn weigh(&self, amount: Money, instalments: NonZeroU16, on: Day) -> Result<Weighed> {
        let load = Load { product: &self.product.terms, amount, instalments, rows: &self.rows, lines: &self.lines, on };
        weigh(&load, &self.terms)
    }

    /// The day the last instalment would be due, of what was recommended or asked for, if the money went out today.
    ///
    /// # Errors
    /// What cannot be laid out as a plan.
    fn would_end_on(&self, today: Day) -> Result<Day> {
        let own = &self.application;
        let chosen = Chosen {
            amount: own.rec_amount.unwrap_or(own.amount),
            instalments: own.rec_instalments.unwrap_or(own.instalments),
            calendar: own.rec_calendar.unwrap_or(self.product.terms.calendar),
            first_due: own.rec_first_due,
            start: today,
        };
        loans::would_end_on(&self.product.terms, &chosen)
    }

    /// As it was recommended, or as it was asked for.
    ///
    /// # Errors
    /// As [`weigh`].
    pub fn as_it_stands(&self, on: Day) -> Result<Weighed> {
        let own = &self.application;
        self.weigh(own.rec_amount.unwrap_or(own.amount), own.rec_instalments.unwrap_or(own.instalments), on)
    }
}

fn condition<const N: usize>(key: &str, met: bool, args: [(&str, String); N]) -> Condition {
    Condition::new(&format!("applications.{key}"), met, args)
}

/// Before it is handed in to be studied: what is asked for can be asked for.
///
/// # Errors
/// What the database refuses.
pub fn to_submit(cx: &Read<'_>, whole: &Whole) -> Result<Vec<Condition>> {
    let own = &whole.application;
    let found = whole.weigh(own.amount, own.instalments, cx.today())?;
    let mut all = vec![active(cx, whole)?, alone(cx, whole)?];
    all.extend(of_product(whole, &found));
    all.push(condition("needs", !own.needs.is_empty(), []));
    Ok(all)
}

/// Before it is recommended to be approved, and again before it is approved.
///
/// # Errors
/// What the database refuses.
pub fn to_approve(cx: &Read<'_>, whole: &Whole, found: &Weighed) -> Result<Vec<Condition>> {
    let mut all = vec![active(cx, whole)?, alone(cx, whole)?];
    all.extend(loans_of(cx, whole)?);
    all.extend(of_product(whole, found));
    all.extend(of_study(whole, found));
    if whole.terms.visit {
        all.push(visited(cx, whole)?);
    }
    all.extend(guaranteed(cx, whole, found)?);
    Ok(all)
}

/// Refuses while one is missing, naming what is.
///
/// # Errors
/// `gate.conditions_missing`.
pub fn require_all(all: &[Condition]) -> Result<()> {
    let gaps: Vec<&str> = all.iter().filter(|one| !one.met).map(|one| one.key.as_str()).collect();
    let refusal = Refusal::new(CONDITIONS_MISSING).with("n", gaps.len()).with("gaps", gaps.join(" "));
    require(gaps.is_empty(), refusal)
}

fn active(cx: &Read<'_>, whole: &Whole) -> Result<Condition> {
    let file = beneficiaries::find_file(cx, whole.application.party)?;
    let met = file.is_some_and(|file| file.status == beneficiaries::FileStatus::Active);
    Ok(condition("active", met, [("file_no", whole.application.file_no.clone())]))
}

/// No other application for the product is open.
fn alone(cx: &Read<'_>, whole: &Whole) -> Result<Condition> {
    let own = &whole.application;
    let others = store::open_of(cx, own.party, own.product, own.id)?;
    Ok(condition("alone", others.is_empty(), [("numbers", others.join("، "))]))
}

/// What the applicant owes already: nothing late, and nothing at all where the product asks for that.
fn loans_of(cx: &Read<'_>, whole: &Whole) -> Result<Vec<Condition>> {
    let (numbers, late) = store::loans_of(cx, whole.application.party, cx.today())?;
    let args = || [("loans", numbers.join("، ")), ("days", late.to_string())];
    if whole.terms.beside.contains(&whole.application.product) {
        return Ok(vec![condition("nothing_late", late == 0, args())]);
    }
    Ok(vec![condition("no_loan", numbers.is_empty(), args())])
}

/// The amount and the term, against the product.
fn of_product(whole: &Whole, found: &Weighed) -> Vec<Condition> {
    let terms = &whole.product.terms;
    let amount = [("min", terms.least.to_string()), ("max", terms.most.to_string())];
    let term = [("longest", terms.longest.to_string()), ("grace", terms.grace.to_string())];
    vec![
        condition("amount", !has(found, refusals::CAPACITY_AMOUNT), amount),
        condition("term", !has(found, refusals::CAPACITY_TERM), term),
    ]
}

fn has(found: &Weighed, code: kernel::Code) -> bool {
    let code = code.to_string();
    found.missing.contains(&code)
}

/// The study and the budget.
fn of_study(whole: &Whole, found: &Weighed) -> Vec<Condition> {
    let written = |side: StudySide| whole.rows.iter().any(|row| row.side == side);
    let budget = [("sum", found.budget.to_string()), ("amount", found.amount.to_string())];
    let cash = [("cash", found.cash.to_string()), ("limit", found.cash_limit.to_string())];
    let percent = whole.terms.capacity.instalment_percent.to_string();
    let few = found.quotes.iter().filter(|quotes| quotes.standing < quotes.needed).count();
    let item = found.quotes.iter().find(|quotes| quotes.standing < quotes.needed);
    let item = item.and_then(|quotes| whole.lines.iter().find(|line| line.id == quotes.line));
    let quotes = [
        ("n", few.to_string()),
        ("item", item.map(|line| line.item.clone()).unwrap_or_default()),
        ("from", whole.terms.capacity.quotes_from.to_string()),
        ("needed", whole.terms.capacity.quotes_needed.to_string()),
    ];
    let chosen = !has(found, refusals::CAPACITY_QUOTE_AMOUNT);
    let reasoned = !has(found, refusals::CAPACITY_QUOTE_REASON);
    vec![
        condition("study", written(StudySide::Income) && written(StudySide::Costs), []),
        condition("capacity", !has(found, refusals::CAPACITY_CAPACITY), [("percent", percent)]),
        condition("budget", !has(found, refusals::CAPACITY_BUDGET), budget),
        condition("cash", !has(found, refusals::CAPACITY_CASH), cash),
        condition("quotes", !has(found, refusals::CAPACITY_QUOTES), quotes),
        condition("chosen", chosen && reasoned, []),
    ]
}

/// Somebody was there.
fn visited(cx: &Read<'_>, whole: &Whole) -> Result<Condition> {
    let facts = follow_up::facts(cx, store::RECORD, SubjectId::from_bytes(*whole.application.id.as_bytes()))?;
    let done = facts.visits.iter().any(|visit| visit.done.is_some());
    let planned = facts.visits.iter().filter(|visit| visit.state == ActivityState::Planned);
    let planned = planned.map(|visit| visit.planned).min().map(|day| day.to_string()).unwrap_or_default();
    let key = if done || planned.is_empty() { "visit" } else { "visit_planned" };
    Ok(condition(key, done, [("day", planned)]))
}

/// What stands for the loan, and that another person looked at it.
fn guaranteed(cx: &Read<'_>, whole: &Whole, found: &Weighed) -> Result<Vec<Condition>> {
    let holding = brought::holding(&whole.brought, &whole.product.terms.guarantees);
    let waits = whole.brought.iter().any(|one| one.state == BroughtState::Proposed);
    let key = if holding.is_empty() && waits { "verified" } else { "guarantee" };
    let mut all = vec![condition(key, !holding.is_empty(), [])];
    let needed = guarantees::guarantors_needed(cx, whole.application.product, found.amount)?;
    if needed > 0 {
        let there = holding.iter().filter(|one| one.kind == loans::GuaranteeKind::Guarantor).count() as i64;
        let args = [("needed", needed.to_string()), ("n", there.to_string())];
        all.push(condition("guarantors", there >= needed, args));
    }
    let stands =
        |one: &&BroughtGuarantee| Stands { kind: one.kind, party: one.party, residence_months: one.residence_months };
    let stand: Vec<Stands> = holding.iter().map(stands).collect();
    let own = &whole.application;
    all.extend(guarantees::asked_of_people(cx, own.product, &stand, own.party, || whole.would_end_on(cx.today()))?);
    Ok(all)
}
