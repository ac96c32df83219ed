//! From dependency to production: K23 and K24 of a period, and the families behind each figure.

use crate::ASSESSMENTS_FACTS;
use crate::inputs::AskOutcomes;
use crate::model::{CareOutcomes, OutcomeLine, OutcomeRows};
use database::values;
use kernel::id::PartyId;
use kernel::{Day, Money, Result};
use measures::kpi::{self, FileHistory, FileState, Measured};
use measures::{Period, Settings};
use office::context::Read;
use office::page::page_of;

/// A family with both its ends, as far as they are measured by the end of the period.
pub(crate) struct Family {
    pub party: PartyId,
    pub name: String,
    pub file_no: String,
    pub history: FileHistory,
    pub graduated_on: Option<Day>,
    pub measured: Measured,
    pub scores: (Option<i64>, Option<i64>),
    pub measured_on: Option<Day>,
}

pub fn outcomes(cx: &Read<'_>, input: AskOutcomes) -> Result<CareOutcomes> {
    let (period, settings) = (Period::new(input.from, input.until)?, Settings::default());
    let families = families(cx, input.until)?;
    let histories: Vec<FileHistory> = families.iter().map(|one| one.history.clone()).collect();
    let measured: Vec<Measured> = families.iter().map(|one| one.measured).collect();
    let graduations = kpi::graduations(&histories, period, &settings)?;
    let improvement = kpi::improvement(&measured, &settings)?;
    let sees_facts = cx.who.role.may(ASSESSMENTS_FACTS);
    let mut lines = Vec::new();
    for one in &families {
        if let Some(counts) = counted(one, input.rows, period, &settings)? {
            lines.push(row(one, counts, input.rows, sees_facts));
        }
    }
    Ok(CareOutcomes {
        graduations,
        improvement: if sees_facts {
            improvement
        } else {
            kpi::Improvement { median_income_change: None, ..improvement }
        },
        active_months: settings.active_months.into(),
        improve_points: settings.improve_points.into(),
        total: lines.len() as i64,
        lines: page_of(lines, input.offset, input.limit),
    })
}

/// Whether a family is counted in a figure, and whether it counts towards it: by the measure itself, of this one alone.
fn counted(one: &Family, rows: OutcomeRows, period: Period, settings: &Settings) -> Result<Option<bool>> {
    let graduations = || kpi::graduations(std::slice::from_ref(&one.history), period, settings);
    let improvement = || kpi::improvement(&[one.measured], settings);
    let of = |portion: measures::Portion| (portion.of() > 0).then(|| portion.n() > 0);
    Ok(match rows {
        OutcomeRows::Graduated => (graduations()?.graduated > 0).then_some(true),
        OutcomeRows::Exit => of(graduations()?.exit),
        OutcomeRows::Sustained => of(graduations()?.sustained),
        OutcomeRows::Measured => of(improvement()?.improved),
        OutcomeRows::Improved => of(improvement()?.improved).filter(|counts| *counts),
    })
}

fn row(one: &Family, counts: bool, rows: OutcomeRows, sees_facts: bool) -> OutcomeLine {
    let income = |amount: Option<Money>| amount.filter(|_| sees_facts);
    let left = matches!(rows, OutcomeRows::Graduated | OutcomeRows::Exit | OutcomeRows::Sustained);
    OutcomeLine {
        party: one.party,
        name: one.name.clone(),
        file_no: one.file_no.clone(),
        counts,
        score_before: one.scores.0,
        score_now: one.scores.1,
        income_before: income(one.measured.income.0),
        income_now: income(one.measured.income.1),
        day: if left { one.graduated_on } else { one.measured_on },
    }
}

/// # Errors
/// What the database refuses.
pub(crate) fn families(cx: &Read<'_>, until: Day) -> Result<Vec<Family>> {
    let mut entered = beneficiaries::histories(cx, until)?;
    cx.rows(include_str!("sql/families.sql"), values![until], |row| {
        let party: PartyId = row.get("party")?;
        let history = entered.remove(&party).unwrap_or_default();
        let graduated = history.last(FileState::Graduated);
        let (before, now): (Option<i64>, Option<i64>) = (row.get("score_before")?, row.get("score_now")?);
        let small = |score: Option<i64>| score.and_then(|score| i32::try_from(score).ok());
        Ok(Family {
            party,
            name: row.get("name")?,
            file_no: row.get("file_no")?,
            history,
            graduated_on: graduated,
            measured: Measured {
                score: (small(before), small(now)),
                income: (row.get("income_before")?, row.get("income_now")?),
            },
            scores: (before, now),
            measured_on: row.get("measured_on")?,
        })
    })
}
