//! What the collection screen asks.

use super::late;
use super::model::{AskDue, AskLate, DueLine, DuePage, LateBand, LateCount, LateLine, LatePage};
pub use super::portfolio::portfolio;
use crate::context::Read;
use database::{Row, Value, values};
use kernel::arabic::fold;
use kernel::{Money, Result};

const PAGE: i64 = 100;
const LARGEST_PAGE: i64 = 500;
/// Words of a question that are looked for; whoever types more has found it or will not.
const WORDS: usize = 4;
pub(super) type Words = [Option<String>; WORDS];

pub fn due(cx: &Read<'_>, input: AskDue) -> Result<DuePage> {
    let mut narrowed = values![input.from, input.until, input.fund].to_vec();
    narrowed.extend(words(&input.text).map(Value::from));
    let mut page = narrowed.clone();
    page.extend(values![input.limit.unwrap_or(PAGE).clamp(1, LARGEST_PAGE), input.offset.max(0)]);
    let lines = cx.rows(include_str!("sql/due.sql"), page, due_line)?;
    let (instalments, unpaid) =
        cx.one(include_str!("sql/due_total.sql"), narrowed, |row| Ok((row.get("instalments")?, row.get("unpaid")?)))?;
    Ok(DuePage { from: input.from, until: input.until, lines, instalments, unpaid })
}

fn due_line(row: &Row<'_>) -> Result<DueLine> {
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
    crate::dashboard::has_come(day, cx.today())?;
    let found = late::lines(cx, day, &words(&input.text), input.fund)?;
    let bands = LateBand::ALL.iter().map(|band| count(*band, &found)).collect::<Result<_>>()?;
    let fits = |line: &LateLine| input.band.is_none_or(|band| band == line.band) && line.dpd > input.over;
    let mut chosen: Vec<LateLine> = found.into_iter().filter(fits).collect();
    chosen.sort_by(|one, other| (other.dpd, other.overdue, &one.loan_no).cmp(&(one.dpd, one.overdue, &other.loan_no)));
    let loans = chosen.len() as i64;
    let overdue = Money::sum(chosen.iter().map(|line| line.overdue))?;
    let outstanding = Money::sum(chosen.iter().map(|line| line.outstanding))?;
    let lines = page_of(chosen, input.offset, input.limit);
    Ok(LatePage { day, lines, loans, overdue, outstanding, bands })
}

/// The lines of one page.
pub(super) fn page_of<T>(lines: Vec<T>, offset: i64, limit: Option<i64>) -> Vec<T> {
    let whole = |number: i64| usize::try_from(number.max(0)).unwrap_or(usize::MAX);
    let limit = limit.unwrap_or(PAGE).clamp(1, LARGEST_PAGE);
    lines.into_iter().skip(whole(offset)).take(whole(limit)).collect()
}

fn count(band: LateBand, lines: &[LateLine]) -> Result<LateCount> {
    let own = || lines.iter().filter(|line| line.band == band);
    let overdue = Money::sum(own().map(|line| line.overdue))?;
    Ok(LateCount { band, loans: own().count() as i64, overdue })
}

/// What the folded search column must hold, each anywhere; none for words that were not typed.
pub(super) fn words(text: &str) -> Words {
    let folded = fold(text);
    let mut words = folded.split(' ').filter(|word| !word.is_empty()).map(|word| format!("%{word}%"));
    std::array::from_fn(|_| words.next())
}
