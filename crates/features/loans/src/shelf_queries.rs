//! The list of loans: search, filters, counts, pages. One narrow table answers all of it.

use super::inputs::{FindLoans, ListLoans, SortBy};
use super::model::LoanPhase;
use super::sheet::{FoundLoans, LoanCounts, LoanFundCount, LoanLine, LoanPage, LoanPhaseCount};
use database::{Row, Value, values};
use kernel::arabic::fold;
use kernel::id::{FundId, ProjectId};
use kernel::{Day, Money, Result};
use office::context::Read;
use std::collections::BTreeMap;

const PAGE: i64 = 100;
const LARGEST_PAGE: i64 = 500;
const FOUND: i64 = 8;
/// Words of a question that are looked for; whoever types more has found it or will not.
const WORDS: usize = 5;

const LINES: &str = include_str!("sql/list.sql");
/// Where a page and its lines are put in their order.
const IN_ORDER: &str = "-- in order";
const ORDERED: &[(SortBy, bool, &str)] = &[
    (SortBy::Borrower, false, "ORDER BY s.borrower_fold, s.loan"),
    (SortBy::Borrower, true, "ORDER BY s.borrower_fold DESC, s.loan DESC"),
    (SortBy::Number, false, "ORDER BY s.loan_no, s.loan"),
    (SortBy::Number, true, "ORDER BY s.loan_no DESC, s.loan DESC"),
    (SortBy::NextDue, false, "ORDER BY s.next_due IS NULL, s.next_due, s.loan"),
    (SortBy::NextDue, true, "ORDER BY s.next_due DESC, s.loan DESC"),
    (SortBy::Outstanding, false, "ORDER BY s.outstanding, s.loan"),
    (SortBy::Outstanding, true, "ORDER BY s.outstanding DESC, s.loan DESC"),
];

pub fn list(cx: &Read<'_>, input: ListLoans) -> Result<LoanPage> {
    let lines = lines(cx, &input, input.limit.unwrap_or(PAGE).clamp(1, LARGEST_PAGE))?;
    let groups = groups(cx, &input)?;
    let fits = groups.iter().filter(|group| group.fits(&input).all());
    let (mut total, mut outstanding) = (0, Money::ZERO);
    for group in fits {
        total += group.loans;
        outstanding = outstanding.plus(group.outstanding)?;
    }
    let counts = input.counts.then(|| counts(cx, &input, &groups)).transpose()?;
    Ok(LoanPage { lines, total, outstanding, counts })
}

/// For the search over everything: the best few by number, borrower, identity number or project.
pub fn find(cx: &Read<'_>, input: FindLoans) -> Result<FoundLoans> {
    if fold(&input.text).is_empty() {
        return Ok(FoundLoans { loans: Vec::new() });
    }
    let wanted = ListLoans { text: input.text, ..ListLoans::default() };
    Ok(FoundLoans { loans: lines(cx, &wanted, input.limit.unwrap_or(FOUND).clamp(1, 50))? })
}

/// Every loan of a project, the newest number first.
///
/// # Errors
/// What the database refuses.
pub fn of_project(cx: &Read<'_>, project: ProjectId) -> Result<Vec<LoanLine>> {
    let wanted = ListLoans { project: Some(project), sort: SortBy::Number, down: true, ..ListLoans::default() };
    lines(cx, &wanted, LARGEST_PAGE)
}

fn lines(cx: &Read<'_>, input: &ListLoans, limit: i64) -> Result<Vec<LoanLine>> {
    let today = cx.today();
    let order = ORDERED.iter().find(|(by, down, _)| (*by, *down) == (input.sort, input.down)).map_or("", |one| one.2);
    let phase = |wanted: LoanPhase| input.phase.is_empty() || input.phase.contains(&wanted);
    let mut values = values![today].to_vec();
    values.extend(LoanPhase::ALL.iter().map(|one| Value::from(phase(*one).then(|| one.name()))));
    values.extend(values![input.late, input.fund, input.party, input.project]);
    values.extend(words(&input.text));
    values.extend(values![input.restructured, limit, input.offset.max(0)]);
    cx.rows(&LINES.replace(IN_ORDER, order), values, |row| line(row, today))
}

/// The words of a question as the shelf has them, one value for each place.
fn words(text: &str) -> Vec<Value> {
    let folded = fold(text);
    let mut words = folded.split(' ').filter(|word| !word.is_empty()).map(|word| format!("%{word}%"));
    (0..WORDS).map(|_| Value::from(words.next())).collect()
}

fn line(row: &Row<'_>, today: Day) -> Result<LoanLine> {
    let next_due: Option<Day> = row.get("next_due")?;
    Ok(LoanLine {
        loan: row.get("loan")?,
        loan_no: row.get("loan_no")?,
        party: row.get("party")?,
        borrower: row.get("borrower")?,
        mobile: row.get("mobile")?,
        project: row.get("project")?,
        project_name: row.get("project_name")?,
        fund: row.get("fund")?,
        fund_name: row.get("fund_name")?,
        phase: row.get("phase")?,
        amount: row.get("amount")?,
        paid_out: row.get("paid_out")?,
        repaid: row.get("repaid")?,
        outstanding: row.get("outstanding")?,
        credit: row.get("credit")?,
        overdue: row.get("overdue")?,
        days_late: next_due.map_or(0, |due| today.days_since(due).max(0)),
        next_due,
        next_amount: row.get("next_amount")?,
        last_paid_on: row.get("last_paid_on")?,
        last_paid: row.get("last_paid")?,
        restructured: row.get("restructured")?,
        imported: row.get("imported")?,
    })
}

/// Loans of one phase, fund and next due day, among those that fit the words.
struct Group {
    phase: LoanPhase,
    fund: FundId,
    late: bool,
    restructured: bool,
    loans: i64,
    outstanding: Money,
}

/// Which filters a group fits.
struct Fits {
    phase: bool,
    fund: bool,
    late: bool,
    restructured: bool,
}

impl Fits {
    const fn all(&self) -> bool {
        self.phase && self.fund && self.late && self.restructured
    }
}

impl Group {
    fn fits(&self, input: &ListLoans) -> Fits {
        Fits {
            phase: input.phase.is_empty() || input.phase.contains(&self.phase),
            fund: input.fund.is_none_or(|fund| fund == self.fund),
            late: input.late.is_none_or(|late| late == self.late),
            restructured: input.restructured.is_none_or(|restructured| restructured == self.restructured),
        }
    }
}

fn groups(cx: &Read<'_>, input: &ListLoans) -> Result<Vec<Group>> {
    let today = cx.today();
    let group = |row: &Row<'_>| {
        let next_due: Option<Day> = row.get("next_due")?;
        Ok(Group {
            phase: row.get("phase")?,
            fund: row.get("fund")?,
            late: next_due.is_some_and(|due| due < today),
            restructured: row.get("restructured")?,
            loans: row.get("loans")?,
            outstanding: row.get("outstanding")?,
        })
    };
    if input.party.is_none() && input.project.is_none() && fold(&input.text).is_empty() {
        return cx.rows(include_str!("sql/list_groups.sql"), values![], group);
    }
    let mut values = values![input.party, input.project].to_vec();
    values.extend(words(&input.text));
    cx.rows(include_str!("sql/list_groups_found.sql"), values, group)
}

fn counts(cx: &Read<'_>, input: &ListLoans, groups: &[Group]) -> Result<LoanCounts> {
    let mut by_phase: BTreeMap<LoanPhase, i64> = BTreeMap::new();
    let mut by_fund: BTreeMap<FundId, i64> = BTreeMap::new();
    let (mut late, mut restructured) = (0, 0);
    for group in groups {
        let fits = group.fits(input);
        let others = fits.late && fits.restructured;
        if fits.fund && others {
            *by_phase.entry(group.phase).or_default() += group.loans;
        }
        if fits.phase && others {
            *by_fund.entry(group.fund).or_default() += group.loans;
        }
        if fits.phase && fits.fund && fits.restructured && group.late {
            late += group.loans;
        }
        if fits.phase && fits.fund && fits.late && group.restructured {
            restructured += group.loans;
        }
    }
    let named = |fund: ledger::Fund| {
        let count = by_fund.get(&fund.id).copied()?;
        Some(LoanFundCount { fund: fund.id, name: fund.name, count })
    };
    Ok(LoanCounts {
        phase: by_phase.into_iter().map(|(phase, count)| LoanPhaseCount { phase, count }).collect(),
        fund: ledger::fund::funds(cx)?.into_iter().filter_map(named).collect(),
        late,
        restructured,
    })
}
