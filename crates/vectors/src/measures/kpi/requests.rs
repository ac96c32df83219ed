//! Requests, decisions, grievances, complaints.

use super::super::case::{
    Figures, Outcome, count, item, mapped, outcome, pair, portion, rows, said, said_or_none, texts,
};
use super::Asked;
use super::beneficiaries::{days, days_or_none, portion_figures};
use crate::reader::{Fields, Read, day, each, text, word};
use kernel::Day;
use measures::kpi::{self, ComplaintState, Durations};
use serde_norway::Value;

fn pauses(value: &Value) -> Read<Vec<(Day, Option<Day>)>> {
    each(value, |pause| {
        let (from, to) = pair(pause)?;
        Ok((day(from)?, item(to, day)?))
    })
}

pub(super) fn durations(asked: &Asked<'_>) -> Read<Outcome> {
    let requests = rows(asked.rows, |row| {
        Ok(kpi::DecidedRequest {
            service: row.maybe("service", text)?,
            received: row.read_wanted("received", day)?,
            decided: row.maybe("decided", day)?,
            paused: row.maybe("paused", pauses)?.unwrap_or_default(),
        })
    })?;
    let found = kpi::request_durations(&requests, asked.period()?, &asked.holidays, &asked.settings);
    let durations = |found: Durations| {
        let figures = [("n", said(found.n)), ("median", said_or_none(found.median)), ("p90", said_or_none(found.p90))];
        mapped(figures)
    };
    let by_service = found.by_service.into_iter().map(|(service, found)| (service, durations(found)));
    Ok(Outcome::Found(Figures::from([("all", durations(found.all)), ("by_service", mapped(by_service))])))
}

pub(super) fn kept_terms(asked: &Asked<'_>) -> Read<Outcome> {
    let requests = rows(asked.rows, |row| {
        Ok(kpi::ClosedRequest {
            stopped: row.maybe("stopped", day)?,
            due: row.maybe("due", day)?,
            closed: row.maybe("closed", day)?,
            withdrawn: row.flag("withdrawn")?,
        })
    })?;
    Ok(Outcome::Found(portion_figures(kpi::kept_terms(&requests, asked.period()?))))
}

pub(super) fn open_requests(asked: &Asked<'_>) -> Read<Outcome> {
    let requests = rows(asked.rows, |row| {
        Ok(kpi::OpenRequest { received: row.read_wanted("received", day)?, closed: row.maybe("closed", day)? })
    })?;
    let found = kpi::open_requests(&requests, asked.on()?);
    Ok(Outcome::Found(Figures::from([("open", said(found.open)), ("by_age", texts(found.by_age))])))
}

pub(super) fn fairness(asked: &Asked<'_>) -> Read<Outcome> {
    let outcomes = [("approved", Some(true)), ("rejected", Some(false)), ("waitlisted", None), ("referred", None)];
    let decisions = rows(asked.rows, |row| {
        Ok(kpi::CriteriaDecision {
            version: row.read_wanted("version", count)?,
            group: row.read_wanted("group", text)?,
            approved: row.read_wanted("outcome", |value| word(value, &outcomes))?,
            count: row.maybe("count", count)?.unwrap_or(1),
        })
    })?;
    outcome(kpi::fairness(&decisions, &asked.settings), |found| {
        let groups = found
            .groups
            .into_iter()
            .map(|(group, rate)| (group, Value::Sequence(vec![said_or_none(rate.percent), said(rate.decisions)])));
        Figures::from([
            ("all", portion(found.all)),
            ("groups", mapped(groups)),
            ("gap", said_or_none(found.gap)),
            ("flagged", said(found.flagged)),
        ])
    })
}

pub(super) fn evidence(asked: &Asked<'_>) -> Read<Outcome> {
    let requests = rows(asked.rows, |row| {
        Ok(kpi::VerifiedRequest {
            decided: row.maybe("decided", day)?,
            documents: row.read_wanted("docs", days_or_none)?,
        })
    })?;
    Ok(Outcome::Found(portion_figures(kpi::evidence_verified(&requests, asked.period()?))))
}

pub(super) fn grievances(asked: &Asked<'_>) -> Read<Outcome> {
    let outcomes = [("upheld", true), ("partly", true), ("rejected", false)];
    let grievance = |row: &mut Fields<'_>| {
        Ok(kpi::Grievance {
            received: row.read_wanted("received", day)?,
            decided: row.maybe("decided", day)?,
            overturned: row.maybe("outcome", |value| word(value, &outcomes))?.unwrap_or_default(),
            due: row.maybe("due", day)?,
        })
    };
    let mut given = Fields::of("rows", asked.rows)?;
    let decisions = given.read("decisions", days)?.unwrap_or_default();
    let grievances = given.many("grievances", grievance)?;
    given.finish()?;
    let found = kpi::grievances(&grievances, &decisions, asked.period()?);
    Ok(Outcome::Found(Figures::from([
        ("received", said(found.received)),
        ("per_100", said_or_none(found.per_100)),
        ("overturned", portion(found.overturned)),
        ("on_time", portion(found.on_time)),
    ])))
}

pub(super) fn complaints(asked: &Asked<'_>) -> Read<Outcome> {
    // Any state of a request, as far as it concerns the answer.
    let state = |value: &Value| {
        Ok(match text(value)?.as_str() {
            "withdrawn" => ComplaintState::Withdrawn,
            "not_relevant" => ComplaintState::NotRelevant,
            _ => word(value, &STANDING)?,
        })
    };
    let complaints = rows(asked.rows, |row| {
        row.maybe("received", day)?;
        Ok(kpi::Complaint {
            due: row.maybe("due", day)?,
            answered: row.maybe("answered", day)?,
            state: row.maybe("state", state)?.unwrap_or_default(),
        })
    })?;
    Ok(Outcome::Found(portion_figures(kpi::answered_complaints(&complaints, asked.period()?))))
}

const STANDING: [(&str, ComplaintState); 8] = [
    ("new", ComplaintState::Standing),
    ("awaiting_applicant", ComplaintState::Standing),
    ("assessment", ComplaintState::Standing),
    ("for_decision", ComplaintState::Standing),
    ("decided", ComplaintState::Standing),
    ("executing", ComplaintState::Standing),
    ("closed", ComplaintState::Standing),
    ("on_hold", ComplaintState::Standing),
];
