//! Files, visits, commitments, referrals, halts.

use super::super::case::{
    Figures, Outcome, amount, count, item, mapped, outcome, pair, plain, portion, riyals, rows, said, said_or_none,
    texts,
};
use super::Asked;
use crate::reader::{Fields, Problem, Read, day, each, integer, is_none, list, text, wanted, word};
use kernel::Day;
use measures::kpi::{self, FileHistory, FileState, Lacking};
use serde_norway::Value;

const STATES: [(&str, FileState); 5] = [
    ("registered", FileState::Registered),
    ("active", FileState::Active),
    ("suspended", FileState::Suspended),
    ("graduated", FileState::Graduated),
    ("closed", FileState::Closed),
];

fn history(value: &Value) -> Read<FileHistory> {
    let entered = |value: &Value| -> Read<(Day, FileState)> {
        let (on, state) = pair(value)?;
        Ok((day(on)?, word(state, &STATES)?))
    };
    each(value, entered).map(FileHistory::new)
}

pub(super) fn active_files(asked: &Asked<'_>) -> Read<Outcome> {
    let files = rows(asked.rows, |row| {
        row.read_wanted("no", text)?;
        Ok(kpi::FileOnDay {
            history: row.read_wanted("history", history)?,
            class: row.maybe("class", text)?,
            members: row.read_wanted("members", count)?,
        })
    })?;
    let found = kpi::active_files(&files, asked.on()?);
    Ok(Outcome::Found(Figures::from([
        ("files", said(found.files)),
        ("persons", said(found.persons)),
        ("by_class", mapped(found.by_class.into_iter().map(|(class, files)| (class, said(files))))),
    ])))
}

pub(super) fn completeness(asked: &Asked<'_>) -> Read<Outcome> {
    let files = rows(asked.rows, |row| {
        Ok(kpi::Identified {
            number: row.read_wanted("no", text)?,
            name: row.maybe("name", text)?,
            identity: row.maybe("id", text)?,
            identity_expires: row.maybe("id_expires", day)?,
            identity_checked: row.maybe("id_checked", day)?,
            contacts: row.maybe("contacts", count)?.unwrap_or_default(),
            residence: row.maybe("residence", text)?,
        })
    })?;
    let found = kpi::completeness(&files, asked.on()?);
    let name = |lacking: &Lacking| match lacking {
        Lacking::Name => "name",
        Lacking::Identity => "id",
        Lacking::Contact => "contact",
        Lacking::Residence => "residence",
    };
    let lacking = found.lacking.iter().map(|(number, lacking)| (number, texts(lacking.iter().map(name))));
    let mut figures = portion_figures(found.complete);
    figures.insert("lacking", mapped(lacking));
    Ok(Outcome::Found(figures))
}

/// A portion that is the whole answer.
pub(super) fn portion_figures(portion: measures::Portion) -> Figures {
    Figures::from([("n", said(portion.n())), ("of", said(portion.of())), ("percent", said_or_none(portion.percent()))])
}

pub(super) fn graduations(asked: &Asked<'_>) -> Read<Outcome> {
    let files = rows(asked.rows, |row| {
        row.read_wanted("no", text)?;
        row.read_wanted("history", history)
    })?;
    outcome(kpi::graduations(&files, asked.period()?, &asked.settings), |found| {
        Figures::from([
            ("graduated", said(found.graduated)),
            ("exit", portion(found.exit)),
            ("sustained", portion(found.sustained)),
        ])
    })
}

/// `[before, after]`, either of which may be `none`.
fn before_and_after<T>(
    row: &mut Fields<'_>,
    key: &str,
    read: impl Fn(&Value) -> Read<T>,
) -> Read<(Option<T>, Option<T>)> {
    let both = row.maybe(key, |value| {
        let (before, after) = pair(value)?;
        Ok((item(before, &read)?, item(after, &read)?))
    })?;
    Ok(both.unwrap_or_default())
}

pub(super) fn improvement(asked: &Asked<'_>) -> Read<Outcome> {
    let points = |value: &Value| i32::try_from(integer(value)?).map_err(|_| wanted("points", value));
    let households = rows(asked.rows, |row| {
        row.read("no", text)?;
        Ok(kpi::Measured {
            score: before_and_after(row, "score", points)?,
            income: before_and_after(row, "income", riyals)?,
        })
    })?;
    outcome(kpi::improvement(&households, &asked.settings), |found| {
        let median = found.median_income_change.map_or_else(|| said("none"), amount);
        Figures::from([("improved", portion(found.improved)), ("median_income_change", median)])
    })
}

pub(super) fn visits(asked: &Asked<'_>) -> Read<Outcome> {
    let visits = rows(asked.rows, |row| {
        Ok(kpi::PlannedVisit {
            by: row.maybe("by", text)?,
            planned: row.read_wanted("planned", day)?,
            done: row.maybe("done", day)?,
        })
    })?;
    outcome(kpi::visits(&visits, asked.period()?, &asked.settings), |found| {
        let workers = found.by_worker.into_iter().map(|(worker, portion)| {
            let counts = Value::Sequence(vec![said(portion.n()), said(portion.of()), said_or_none(portion.percent())]);
            (worker, counts)
        });
        let mut figures = portion_figures(found.all);
        figures.insert("by_worker", mapped(workers));
        figures
    })
}

/// 1 kept, 0 not.
fn kept_or_not(value: &Value) -> Read<bool> {
    match plain(value)?.as_str() {
        "1" => Ok(true),
        "0" => Ok(false),
        other => Err(Problem::unreadable(format!("wanted 1, 0 or none, found {other}"))),
    }
}

pub(super) fn kept(asked: &Asked<'_>) -> Read<Outcome> {
    let found = rows(asked.rows, |row| {
        Ok(kpi::Kept {
            beneficiary: row.maybe("beneficiary", kept_or_not)?,
            association: row.maybe("association", kept_or_not)?,
        })
    })?;
    let found = kpi::kept_commitments(&found);
    Ok(Outcome::Found(Figures::from([
        ("beneficiary", portion(found.beneficiary)),
        ("association", portion(found.association)),
    ])))
}

pub(super) fn referrals(asked: &Asked<'_>) -> Read<Outcome> {
    let referrals = rows(asked.rows, |row| {
        Ok(kpi::Referral {
            sent: row.read_wanted("sent", day)?,
            contacted: row.maybe("contacted", day)?,
            arrived: row.maybe("arrived", day)?,
            served: row.maybe("served", day)?,
            lost: row.maybe("lost", day)?,
        })
    })?;
    let found = kpi::referrals(&referrals, asked.period()?, &asked.settings);
    Ok(Outcome::Found(Figures::from([
        ("reached", portion(found.reached)),
        ("lost", said(found.lost)),
        ("funnel", texts(found.funnel)),
    ])))
}

pub(super) fn halts(asked: &Asked<'_>) -> Read<Outcome> {
    let holds = rows(asked.rows, |row| {
        Ok(kpi::HaltedProject {
            opened: row.read_wanted("opened", day)?,
            corrective: row.maybe("corrective", day)?,
            released: row.maybe("released", day)?,
        })
    })?;
    let found = kpi::halts(&holds, asked.period()?);
    Ok(Outcome::Found(Figures::from([
        ("open", said(found.open)),
        ("released", said(found.released)),
        ("to_corrective", said_or_none(found.to_corrective)),
        ("to_release", said_or_none(found.to_release)),
    ])))
}

/// A list of days.
pub(super) fn days(value: &Value) -> Read<Vec<Day>> {
    list(value)?.iter().map(day).collect()
}

/// A list of days, each of which may be `none`.
pub(super) fn days_or_none(value: &Value) -> Read<Vec<Option<Day>>> {
    if is_none(value) { Ok(Vec::new()) } else { list(value)?.iter().map(|value| item(value, day)).collect() }
}
