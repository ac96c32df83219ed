//! What the collection screen asks.

use super::due_then;
use super::looking_back;
use super::model::{AskDue, AskLate, DueLine, DuePage, DueState, LateBand, LateCount, LateLine, LatePage};
pub use super::portfolio::portfolio;
pub use super::received::received;
pub use crate::closing::closing;
pub use crate::contact::{call_card, call_log, calls, promises};
pub use crate::reminders::reminders;
pub use crate::settings::rules;
pub use crate::standing::standing;
use database::{Row, Value, values};
use kernel::arabic::Reading;
use kernel::{Day, Money, Result};
use office::context::Read;
use office::order::{Order, Rank, in_order, order_by};
use office::page::as_meant;
use office::page::{limit_of, page_of};

/// Words of a question that are looked for; whoever types more has found it or will not.
const WORDS: usize = 4;
pub(super) type Words = [Option<String>; WORDS];

pub fn due(cx: &Read<'_>, input: AskDue) -> Result<DuePage> {
    let day = input.day.unwrap_or(cx.today());
    office::input::has_come(day, cx.today())?;
    let present = loans::is_present(cx, day)?;
    let nothing = |page: &DuePage| page.instalments == 0;
    as_meant(cx, &input.text, nothing, |reading| {
        let words = words(reading);
        if present { due_today(cx, &input, &words) } else { due_then::page(cx, &input, day, &words) }
    })
}

fn due_today(cx: &Read<'_>, input: &AskDue, words: &Words) -> Result<DuePage> {
    let mut narrowed = values![input.from, input.until, input.fund].to_vec();
    narrowed.extend(words.clone().map(Value::from));
    let mut page = narrowed.clone();
    page.extend(values![limit_of(input.limit), input.offset.max(0)]);
    let lines = cx.rows(&due_statement(input.state, input.order.as_ref()), page, due_line)?;
    let total = format!("{DUE_TOTAL} {} {DUE_FITTING}", in_state(input.state));
    let (instalments, amount, unpaid) =
        cx.one(&total, narrowed, |row| Ok((row.get("instalments")?, row.get("amount")?, row.get("unpaid")?)))?;
    Ok(DuePage { from: input.from, until: input.until, lines, instalments, amount, unpaid })
}

const DUE_TOTAL: &str = include_str!("sql/due_total.sql");
const DUE_FITTING: &str = include_str!("sql/due_fitting.sql");

/// The statement that gives a page of instalments in a state.
pub fn due_statement(state: DueState, order: Option<&Order>) -> String {
    let lines = include_str!("sql/due.sql");
    let own = "instalment.due, shelf.loan_no, instalment.no";
    let order = order_by(order, DUE_ORDERED, own, "shelf.loan_no, instalment.no");
    format!("{lines} {} {DUE_FITTING} {order} LIMIT $8 OFFSET $9", in_state(state))
}

/// What each column of the list is ordered by; `?` where it may be empty.
const DUE_ORDERED: &[(&str, &str)] = &[
    ("name", "shelf.borrower_fold"),
    ("loan", "shelf.loan_no"),
    ("due", "instalment.due"),
    ("no", "instalment.no"),
    ("amount", "instalment.principal"),
    ("unpaid", "unpaid"),
    ("overdue", "overdue"),
    ("last", "shelf.last_paid_on?"),
    ("project", "shelf.project_name"),
];

/// A line's rank in a column, of lists that are made in memory.
pub(super) fn due_rank<'l>(line: &'l DueLine, key: &str) -> Option<Rank<'l>> {
    Some(match key {
        "name" => Rank::from(&line.name),
        "loan" => (&line.loan_no).into(),
        "due" => line.due.into(),
        "no" => line.no.into(),
        "amount" => line.amount.into(),
        "unpaid" => line.unpaid.into(),
        "overdue" => line.overdue.into(),
        "last" => line.last_payment.into(),
        "project" => (&line.project).into(),
        _ => return None,
    })
}

/// Said in full for each, because only the index of unpaid instalments makes the daily list quick in a large office.
const fn in_state(state: DueState) -> &'static str {
    match state {
        DueState::Unpaid => "WHERE instalment.paid < instalment.principal",
        DueState::Paid => "WHERE instalment.paid = instalment.principal AND instalment.principal > 0",
        DueState::All => "WHERE instalment.principal > 0",
    }
}

pub(super) fn due_line(row: &Row<'_>) -> Result<DueLine> {
    Ok(DueLine {
        loan: row.get("loan")?,
        loan_no: row.get("loan_no")?,
        no: row.get("no")?,
        party: row.get("party")?,
        name: row.get("borrower")?,
        mobile: row.get("mobile")?,
        project: row.get("project_name")?,
        fund: row.get("fund")?,
        due: row.get("due")?,
        amount: row.get("principal")?,
        unpaid: row.get("unpaid")?,
        overdue: row.get("overdue")?,
        last_payment: row.get("last_paid_on")?,
    })
}

pub fn late(cx: &Read<'_>, input: AskLate) -> Result<LatePage> {
    let day = input.day.unwrap_or(cx.today());
    office::input::has_come(day, cx.today())?;
    as_meant(cx, &input.text, |page: &LatePage| page.loans == 0, |reading| late_on(cx, &input, day, &words(reading)))
}

fn late_on(cx: &Read<'_>, input: &AskLate, day: Day, words: &Words) -> Result<LatePage> {
    let found: Vec<LateLine> = looking_back::lines(cx, day, words, input.fund)?;
    let bands = LateBand::ALL.iter().map(|band| count(*band, &found)).collect::<Result<_>>()?;
    let fits = |line: &LateLine| input.band.is_none_or(|band| band == line.band) && line.dpd > input.over;
    let mut chosen: Vec<LateLine> = found.into_iter().filter(fits).collect();
    chosen.sort_by(|one, other| (other.dpd, other.overdue, &one.loan_no).cmp(&(one.dpd, one.overdue, &other.loan_no)));
    in_order(&mut chosen, input.order.as_ref(), |line, key| {
        Some(match key {
            "name" => Rank::from(&line.name),
            "loan" => (&line.loan_no).into(),
            "dpd" => line.dpd.into(),
            "since" => line.since.into(),
            "overdue" => line.overdue.into(),
            "outstanding" => line.outstanding.into(),
            "mobile" => (&line.mobile).into(),
            "last" => line.last_payment.into(),
            "project" => (&line.project).into(),
            _ => return None,
        })
    });
    let loans = chosen.len() as i64;
    let overdue = Money::sum(chosen.iter().map(|line| line.overdue))?;
    let outstanding = Money::sum(chosen.iter().map(|line| line.outstanding))?;
    let lines = page_of(chosen, input.offset, input.limit);
    Ok(LatePage { day, lines, loans, overdue, outstanding, bands })
}

fn count(band: LateBand, lines: &[LateLine]) -> Result<LateCount> {
    let own = || lines.iter().filter(|line| line.band == band);
    let overdue = Money::sum(own().map(|line| line.overdue))?;
    Ok(LateCount { band, loans: own().count() as i64, overdue })
}

/// What the folded search column must hold, each anywhere; none for words that were not typed.
pub(super) fn words(reading: Option<&Reading>) -> Words {
    let mut patterns =
        reading.into_iter().flat_map(|reading| reading.text.split(' ').map(|word| reading.pattern(word)));
    std::array::from_fn(|_| patterns.next())
}
