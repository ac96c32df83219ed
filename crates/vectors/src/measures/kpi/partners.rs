//! Agreements, capacity, training, volunteers, the feeding of the fund.

use super::super::case::{
    Figures, Outcome, amount, count, decimal, mapped, outcome, portion, riyals, rows, said, said_or_none, texts,
};
use super::Asked;
use crate::reader::{Fields, Problem, Read, day, is_none, text, truth, word};
use measures::Decimal;
use measures::kpi::{self, AgreementState, Side};
use serde_norway::Value;
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn partnerships(asked: &Asked<'_>) -> Read<Outcome> {
    let mut given = Fields::of("rows", asked.rows)?;
    let agreements = given.many("agreements", agreement)?;
    let obligations = given.many("obligations", obligation)?;
    given.finish()?;
    outcome(kpi::partnerships(&agreements, &obligations, asked.period()?, &asked.settings), |found| {
        Figures::from([
            ("active", said(found.active)),
            ("ending", texts(found.ending)),
            ("ours", portion(found.ours)),
            ("theirs", portion(found.theirs)),
        ])
    })
}

fn agreement(row: &mut Fields<'_>) -> Read<kpi::Agreement> {
    const OTHER: AgreementState = AgreementState::Other;
    const STATES: [(&str, AgreementState); 8] = [
        ("active", AgreementState::Active),
        ("proposed", OTHER),
        ("negotiating", OTHER),
        ("approved", OTHER),
        ("signed", OTHER),
        ("expired", OTHER),
        ("renewed", OTHER),
        ("terminated", OTHER),
    ];
    Ok(kpi::Agreement {
        number: row.read_wanted("no", text)?,
        starts: row.read_wanted("starts", day)?,
        ends: row.maybe("ends", day)?,
        state: row.read_wanted("state", |value| word(value, &STATES))?,
    })
}

fn obligation(row: &mut Fields<'_>) -> Read<kpi::Obligation> {
    let waived = [("waived", true), ("due", false), ("done", false), ("late", false)];
    Ok(kpi::Obligation {
        by: row.read_wanted("by", |value| word(value, &[("ours", Side::Ours), ("theirs", Side::Theirs)]))?,
        due: row.read_wanted("due", day)?,
        done_on: row.maybe("done_on", day)?,
        evidence: row.flag("evidence")?,
        waived: row.maybe("state", |value| word(value, &waived))?.unwrap_or_default(),
    })
}

fn scores(value: &Value) -> Read<BTreeMap<String, Decimal>> {
    let scores = Fields::of("scores", value)?.rest().into_iter();
    let known = scores.filter(|(_, value)| !is_none(value));
    known.map(|(domain, value)| Ok((domain, decimal(value)?))).collect()
}

pub(super) fn capacity(asked: &Asked<'_>) -> Read<Outcome> {
    let ngos = rows(asked.rows, |row| {
        let baseline = row.maybe("baseline", scores)?.unwrap_or_default();
        let endline = row.maybe("endline", scores)?.unwrap_or_default();
        Ok((row.read_wanted("ngo", text)?, kpi::Capacity { baseline, endline }))
    })?;
    if ngos.iter().map(|(name, _)| name).collect::<BTreeSet<_>>().len() < ngos.len() {
        return Err(Problem::unreadable("one ngo stands twice"));
    }
    let found = ngos.into_iter().map(|(name, ngo)| {
        let change = kpi::capacity(&ngo);
        let three = change.map(|change| texts([change.baseline, change.endline, change.difference]));
        (name, three.unwrap_or_else(|| said("none")))
    });
    Ok(Outcome::Found(Figures::from([("ngos", mapped(found))])))
}

pub(super) fn training(asked: &Asked<'_>) -> Read<Outcome> {
    let enrolled = rows(asked.rows, |row| {
        Ok(kpi::Attendance {
            sessions: row.read_wanted("sessions", count)?,
            attended: row.read_wanted("attended", count)?,
            active_after: row.maybe("active_6m", truth)?,
        })
    })?;
    let found = kpi::training(&enrolled, &asked.settings);
    Ok(Outcome::Found(Figures::from([
        ("funnel", texts(found.funnel)),
        ("completed", portion(found.completed)),
        ("active", portion(found.active)),
    ])))
}

pub(super) fn volunteering(asked: &Asked<'_>) -> Read<Outcome> {
    let hours = rows(asked.rows, |row| {
        Ok(kpi::VolunteerHours {
            party: row.read_wanted("party", text)?,
            on: row.read_wanted("on", day)?,
            hours: row.read_wanted("hours", decimal)?,
            approved: row.flag("approved")?,
        })
    })?;
    outcome(kpi::volunteering(&hours, asked.period()?, &asked.settings), |found| {
        Figures::from([
            ("volunteers", said(found.volunteers)),
            ("hours", said(found.hours)),
            ("value", amount(found.value)),
        ])
    })
}

pub(super) fn feeding(asked: &Asked<'_>) -> Read<Outcome> {
    let returns = rows(asked.rows, |row| {
        Ok(kpi::Feeding {
            net: row.read_wanted("net", riyals)?,
            transferred: row.read_wanted("transferred", riyals)?,
            share_percent: row.read_wanted("share_percent", decimal)?,
        })
    })?;
    outcome(kpi::fund_feeding(&returns), |found| {
        Figures::from([
            ("net", amount(found.net)),
            ("transferred", amount(found.transferred)),
            ("percent", said_or_none(found.percent)),
            ("due", amount(found.due)),
            ("gap", amount(found.gap)),
        ])
    })
}
