//! The list of loans: search, filters, counts, pages. One narrow table answers all of it.

use crate::inputs::{FindLoans, ListLoans};
use crate::model::LoanPhase;
use crate::sheet::{FoundLoans, LoanCounts, LoanFundCount, LoanLine, LoanPage, LoanPhaseCount};
use database::{Row, Value, values};
use kernel::arabic::{Reading, fold, fold_joined};
use kernel::id::{FundId, ProjectId};
use kernel::{Day, Money, Result};
use office::context::Read;
use office::order::{Order, order_by};
use office::page::as_meant;
use std::collections::BTreeMap;

const PAGE: i64 = 100;
const LARGEST_PAGE: i64 = 500;
const FOUND: i64 = 8;
/// As many are looked at to find the best of them.
const RANKED: i64 = 50;
/// Words of a question that are looked for; whoever types more has found it or will not.
const WORDS: usize = 5;

const LINES: &str = include_str!("../sql/list.sql");
/// Where a page is cut, and where its lines are put in their order.
const IN_ORDER_PAGE: &str = "-- in order, one page";
const IN_ORDER: &str = "-- in order";
/// What each column of the list is ordered by; `?` where it may be empty.
const ORDERED: &[(&str, &str)] = &[
    ("borrower", "s.borrower_fold"),
    ("number", "s.loan_no"),
    ("project", "s.project_name"),
    ("fund", "s.fund"),
    ("amount", "s.amount"),
    ("outstanding", "s.outstanding"),
    ("next", "s.next_due?"),
    ("next_amount", "s.next_amount"),
    ("last", "s.last_paid_on?"),
    ("paid_out", "s.paid_out"),
    ("repaid", "s.repaid"),
    ("restructured", "s.restructured"),
    ("standing", "s.phase"),
];
const BY_BORROWER: &str = "s.borrower_fold, s.loan";
/// What was typed whole comes first, then what begins with it.
const BEST_FIRST: &str = "ORDER BY CASE WHEN s.loan_no = $20 OR s.borrower_fold = $21 THEN 0 \
                          WHEN s.borrower_fold LIKE $22 THEN 1 ELSE 2 END, s.borrower_fold, s.loan";

pub fn list(cx: &Read<'_>, input: ListLoans) -> Result<LoanPage> {
    as_meant(cx, &input.text, |page: &LoanPage| page.total == 0, |reading| page(cx, &input, reading))
}

fn page(cx: &Read<'_>, input: &ListLoans, reading: Option<&Reading>) -> Result<LoanPage> {
    let lines = lines(cx, input, reading, input.limit.unwrap_or(PAGE).clamp(1, LARGEST_PAGE))?;
    let groups = groups(cx, input, reading)?;
    let fits = groups.iter().filter(|group| group.fits(input).all());
    let (mut total, mut outstanding) = (0, Money::ZERO);
    for group in fits {
        total += group.loans;
        outstanding = outstanding.plus(group.outstanding)?;
    }
    let counts = input.counts.then(|| counts(cx, input, &groups)).transpose()?;
    Ok(LoanPage { lines, total, outstanding, counts })
}

/// For the search over everything: the best few by number, borrower, identity number or project; the exact number and
/// name first.
pub fn find(cx: &Read<'_>, input: FindLoans) -> Result<FoundLoans> {
    let most = input.limit.unwrap_or(FOUND).clamp(1, RANKED) as usize;
    let found = |reading: Option<&Reading>| {
        let Some(reading) = reading else { return Ok(Vec::new()) };
        let mut loans = lines(cx, &ListLoans::default(), Some(reading), RANKED)?;
        loans.sort_by_key(|loan| rank(loan, &reading.text));
        loans.truncate(most);
        Ok(loans)
    };
    Ok(FoundLoans { loans: as_meant(cx, &input.text, Vec::is_empty, found)? })
}

/// How far a loan is from what was typed: its number, its borrower's name, a name that begins so, anything else.
fn rank(loan: &LoanLine, typed: &str) -> u8 {
    let name = fold(&loan.borrower);
    if fold_joined(&loan.loan_no) == fold_joined(typed) {
        0
    } else if name == typed {
        1
    } else if name.starts_with(typed) {
        2
    } else {
        3
    }
}

/// Every loan of a project, the newest number first.
///
/// # Errors
/// What the database refuses.
pub fn of_project(cx: &Read<'_>, project: ProjectId) -> Result<Vec<LoanLine>> {
    let order = Some(Order { by: "number".to_owned(), down: true });
    let wanted = ListLoans { project: Some(project), order, ..ListLoans::default() };
    lines(cx, &wanted, None, LARGEST_PAGE)
}

fn lines(cx: &Read<'_>, input: &ListLoans, reading: Option<&Reading>, limit: i64) -> Result<Vec<LoanLine>> {
    let today = cx.today();
    let phase = |wanted: LoanPhase| input.phase.is_empty() || input.phase.contains(&wanted);
    let mut values = values![today].to_vec();
    values.extend(LoanPhase::ALL.iter().map(|one| Value::from(phase(*one).then(|| one.name()))));
    values.extend(values![input.late, input.fund, input.party, input.project]);
    values.extend(words(reading));
    values.extend(values![input.restructured]);
    let best = reading.filter(|reading| input.order.is_none() && !reading.text.is_empty());
    let (order, page) = match best {
        Some(reading) => {
            let typed = reading.text.as_str();
            values.extend(values![typed.replace(' ', "-").to_uppercase(), typed, format!("{typed}%")]);
            (BEST_FIRST.to_owned(), "LIMIT $23 OFFSET $24")
        }
        None => (order_by(input.order.as_ref(), ORDERED, BY_BORROWER, "s.loan"), "LIMIT $20 OFFSET $21"),
    };
    values.extend(values![limit, input.offset.max(0)]);
    let statement = LINES.replace(IN_ORDER_PAGE, &format!("{order} {page}")).replace(IN_ORDER, &order);
    cx.rows(&statement, values, |row| line(row, today))
}

/// The words of a question as the summary has them, one value for each place.
fn words(reading: Option<&Reading>) -> Vec<Value> {
    let mut words = reading.into_iter().flat_map(|read| read.text.split(' ').map(|word| read.pattern(word)));
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

fn groups(cx: &Read<'_>, input: &ListLoans, reading: Option<&Reading>) -> Result<Vec<Group>> {
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
    if input.party.is_none() && input.project.is_none() && reading.is_none() {
        return cx.rows(include_str!("../sql/list_groups.sql"), values![], group);
    }
    let mut values = values![input.party, input.project].to_vec();
    values.extend(words(reading));
    cx.rows(include_str!("../sql/list_groups_found.sql"), values, group)
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
