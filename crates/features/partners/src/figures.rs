//! K17: partnerships in force, those that end soon, what was kept in time by either side; and the growth over time. The rows
//! are handed to `measures`; the lists open the same ones.

use crate::agreements::list;
use crate::inputs::PartnerPeriod;
use crate::keeping::items;
use crate::model::{
    AgreementLine, AgreementStanding, ContributionKind, ContributionSum, ObligationLine, ObligationSide,
    ObligationStanding, ObligationsKept, PartnerFigures, PartnerMonth,
};
use crate::{obligations, rules, settings};
use database::values;
use kernel::{Day, Money, Refusal, Result, require};
use measures::kpi::{self, Agreement, AgreementState, Obligation, Partnerships, Side};
use measures::{Period, Settings};
use office::context::Read;

/// Months of the growth.
const MONTHS: i32 = 12;

pub fn figures(cx: &Read<'_>, input: PartnerPeriod) -> Result<PartnerFigures> {
    require(input.from <= input.until, Refusal::new(rules::PERIOD).at("until"))?;
    let days = settings::settings(cx)?.ending_days;
    let due = obligations::list::due_in(cx, input.from, input.until)?;
    let found = partnerships(cx, &due, input, days)?;
    Ok(PartnerFigures {
        from: input.from,
        until: input.until,
        active: i64::try_from(found.active).unwrap_or(i64::MAX),
        ending: found.ending,
        ending_until: input.until.plus_days(i32::from(days))?,
        ours: found.ours,
        theirs: found.theirs,
        given: given(cx, input.from, input.until)?,
        months: months(cx, input.until)?,
    })
}

/// K17 of a period, of agreements as they stood at its end.
///
/// # Errors
/// What the database refuses.
pub fn partnerships(
    cx: &Read<'_>,
    due: &[ObligationLine],
    input: PartnerPeriod,
    ending_days: u16,
) -> Result<Partnerships> {
    let agreements: Vec<Agreement> = list::all(cx, input.until)?
        .into_iter()
        .filter_map(|found| {
            let line = found.line;
            let state =
                if agreement_in_force(&line, input.until) { AgreementState::Active } else { AgreementState::Other };
            Some(Agreement { number: line.agreement_no, starts: line.starts?, ends: line.ends, state })
        })
        .collect();
    let settings = Settings { ending_days, ..Settings::default() };
    kpi::partnerships(&agreements, &counted(due), Period::new(input.from, input.until)?, &settings)
}

/// Whether an agreement, as it stands on a day, is in force on it.
pub fn agreement_in_force(line: &AgreementLine, on: Day) -> bool {
    line.signed_on.is_some_and(|signed| signed <= on) && line.standing == AgreementStanding::Active
}

fn counted(lines: &[ObligationLine]) -> Vec<Obligation> {
    let owed = lines.iter().filter(|one| one.standing != ObligationStanding::Planned);
    owed.map(|one| Obligation {
        by: match one.side {
            ObligationSide::Ours => Side::Ours,
            ObligationSide::Theirs => Side::Theirs,
        },
        due: one.due,
        done_on: one.done_on,
        evidence: !one.evidence.is_empty(),
        waived: one.standing == ObligationStanding::Excused,
    })
    .collect()
}

/// What of these fell due in a period and was kept by its day, by either side.
///
/// # Errors
/// A period that ends before it begins.
pub fn kept(lines: &[ObligationLine], from: Day, until: Day) -> Result<ObligationsKept> {
    let found = kpi::partnerships(&[], &counted(lines), Period::new(from, until)?, &Settings::default())?;
    Ok(ObligationsKept { ours: found.ours, theirs: found.theirs })
}

/// What was given in a period, by kind.
fn given(cx: &Read<'_>, from: Day, until: Day) -> Result<Vec<ContributionSum>> {
    let sql = "SELECT kind, count(*) AS n, COALESCE(sum(amount), 0) AS amount FROM partner_contribution \
               WHERE void_on IS NULL AND day BETWEEN $1 AND $2 GROUP BY kind";
    let found: Vec<(ContributionKind, i64, i64)> =
        cx.rows(sql, values![from, until], |row| Ok((row.get("kind")?, row.get("n")?, row.get("amount")?)))?;
    let none = items::sums(&[])?;
    none.into_iter()
        .map(|empty| match found.iter().find(|(kind, ..)| *kind == empty.kind) {
            Some((kind, count, amount)) => {
                Ok(ContributionSum { kind: *kind, count: *count, amount: Money::from_halalas(*amount)? })
            }
            None => Ok(empty),
        })
        .collect()
}

/// How partners, agreements in force and contributions stood at the end of each of the last months.
fn months(cx: &Read<'_>, until: Day) -> Result<Vec<PartnerMonth>> {
    let partners: Vec<(Day, Option<Day>)> =
        cx.rows("SELECT COALESCE(since, added_on) AS since, closed_on FROM partner", values![], |row| {
            Ok((row.get("since")?, row.get("closed_on")?))
        })?;
    let agreements = list::all(cx, cx.today())?;
    let first = until.first_of_month().plus_months(1 - MONTHS)?;
    let sql = "SELECT day, amount FROM partner_contribution WHERE void_on IS NULL AND amount IS NOT NULL AND day BETWEEN $1 AND $2";
    let given: Vec<(Day, Money)> =
        cx.rows(sql, values![first, until], |row| Ok((row.get("day")?, row.get("amount")?)))?;
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    (0..MONTHS)
        .map(|number| {
            let begins = first.plus_months(number)?;
            let day = begins.last_of_month().min(until);
            let there = |(since, closed): &&(Day, Option<Day>)| *since <= day && closed.is_none_or(|on| on > day);
            let amounts = given.iter().filter(|(on, _)| (begins..=day).contains(on)).map(|(_, amount)| *amount);
            Ok(PartnerMonth {
                day,
                partners: count(partners.iter().filter(there).count()),
                agreements: count(agreements.iter().filter(|found| in_force(found, day)).count()),
                given: Money::sum(amounts)?,
            })
        })
        .collect()
}

/// Whether an agreement was in force on a day.
fn in_force(found: &list::Found, day: Day) -> bool {
    let line = &found.line;
    let over = found.ended_on.is_some_and(|on| on <= day) || found.successor.is_some_and(|starts| starts <= day);
    line.signed_on.is_some_and(|on| on <= day)
        && line.starts.is_some_and(|starts| starts <= day)
        && line.ends.is_some_and(|ends| day <= ends)
        && !over
}
