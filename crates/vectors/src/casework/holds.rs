//! `holds.yml`: what opens a hold, and what ends one.

use super::change;
use super::found::{Found, items, maybe, pairs, word};
use super::words::role;
use crate::reader::{self, Fields, Problem, Read, day, each, integer, money, number, text, wanted};
use casework::Role;
use casework::holds::{
    Aftermath, CauseKind, Change, Commitment, Decision, Facts, Findings, Guarantee, GuaranteeState, Hold, LoanFacts,
    Owner, ProjectState, Purchase, Reading, Release, Reschedule, Settings, Side, Signal, Tranches, Visit, improved,
    look, release,
};
use serde_norway::Value;

pub(super) fn run(fields: &mut Fields<'_>, settings: Option<Fields<'_>>) -> Read<Found> {
    let settings = read_settings(settings)?;
    let facts = Facts {
        on: fields.read_wanted("on", day)?,
        loan: fields.within("loan", loan)?.unwrap_or_default(),
        visits: fields.many("visits", visit)?,
        purchases: fields.many("purchases", purchase)?,
        commitments: fields.many("commitments", commitment)?,
        guarantees: fields.many("guarantees", guarantee)?,
        readings: fields.many("readings", reading)?,
        holds: fields.many("holds", hold)?,
    };
    let wished = fields.within("release", wished)?;
    let mut found = Found::default();
    findings(&look(&facts, &settings), &mut found);
    let better = facts.open_hold().map(|hold| improved(&facts.readings, hold.opened_on, facts.on));
    found.key("improved", maybe(better));
    let ended = wished.map(|wished| release(&facts, &wished, &settings));
    match &ended {
        Some(Err(refusals)) => found.refuse(refusals),
        Some(Ok(aftermath)) => after(Some(aftermath), &mut found),
        None => after(None, &mut found),
    }
    Ok(found)
}

fn findings(findings: &Findings, found: &mut Found) {
    let change = match findings.change {
        Change::None => "none",
        Change::Opened => "opened",
        Change::Extended => "extended",
        Change::Unchanged => "unchanged",
    };
    found.key("hold", word(change));
    let causes = findings.causes.iter().map(|cause| {
        let side = match cause.side {
            Side::Beneficiary => "beneficiary",
            Side::Association => "association",
            Side::Market => "market",
        };
        items([cause.kind.name(), &cause.reference, &cause.since.to_string(), side])
    });
    found.key("causes", Value::Sequence(causes.collect()));
    found.key("tasks", items(&findings.tasks));
    let dpd = findings.dpd_because_of_us.then(|| "dpd".to_owned());
    found.key("because_of_us", items(dpd.iter().chain(&findings.commitments_because_of_us)));
}

fn after(aftermath: Option<&Aftermath>, found: &mut Found) {
    found.key("released", word(aftermath.is_some()));
    let project = aftermath.map(|aftermath| match aftermath.project {
        ProjectState::Running => "running",
        ProjectState::Stopped => "stopped",
    });
    let tranches = aftermath.map(|aftermath| match aftermath.tranches {
        Tranches::Open => "open",
        Tranches::Locked => "locked",
        Tranches::Cancelled => "cancelled",
    });
    found.key("project", maybe(project));
    found.key("tranches", maybe(tranches));
}

fn loan(fields: &mut Fields<'_>) -> Read<LoanFacts> {
    let states =
        [("active", true), ("approved", false), ("overpaid", false), ("closed", false), ("written_off", false)];
    let active = fields.read("state", |value| reader::word(value, &states))?.unwrap_or(true);
    let dpd = fields.maybe("dpd", integer)?.unwrap_or(0);
    let dpd = i32::try_from(dpd).map_err(|_| Problem::unreadable("dpd: wanted a number of days"))?;
    Ok(LoanFacts { active, dpd, overdue_since: fields.maybe("overdue_since", day)? })
}

fn visit(fields: &mut Fields<'_>) -> Read<Visit> {
    let states = [("planned", false), ("done", false), ("reviewed", false), ("missed", false), ("cancelled", true)];
    fields.maybe("by", text)?;
    Ok(Visit {
        id: fields.read_wanted("id", text)?,
        planned: fields.maybe("planned", day)?,
        done: fields.maybe("done", day)?,
        signal: fields.maybe("signal", signal)?,
        cancelled: fields.read("state", |value| reader::word(value, &states))?.unwrap_or(false),
    })
}

fn signal(value: &Value) -> Read<Signal> {
    reader::word(value, &[("sound", Signal::Sound), ("watch", Signal::Watch), ("distress", Signal::Distress)])
}

fn purchase(fields: &mut Fields<'_>) -> Read<Purchase> {
    Ok(Purchase {
        id: fields.read_wanted("id", text)?,
        paid_on: fields.maybe("paid_on", day)?,
        verified_on: fields.maybe("verified_on", day)?,
    })
}

fn commitment(fields: &mut Fields<'_>) -> Read<Commitment> {
    let owners = [("beneficiary", Owner::Beneficiary), ("association", Owner::Association)];
    Ok(Commitment {
        id: fields.read_wanted("id", text)?,
        owner: fields.read_wanted("owner", |value| reader::word(value, &owners))?,
        due: fields.read_wanted("due", day)?,
        met_on: fields.maybe("met_on", day)?,
        excused: fields.flag("excused")?,
        depends_on: fields.maybe("depends_on", text)?,
    })
}

fn guarantee(fields: &mut Fields<'_>) -> Read<Guarantee> {
    let states = [
        ("proposed", GuaranteeState::Proposed),
        ("verified", GuaranteeState::Verified),
        ("expired", GuaranteeState::Expired),
        ("released", GuaranteeState::Released),
    ];
    Ok(Guarantee {
        id: fields.read_wanted("id", text)?,
        state: fields.read_wanted("state", |value| reader::word(value, &states))?,
        expires: fields.maybe("expires", day)?,
    })
}

fn reading(fields: &mut Fields<'_>) -> Read<Reading> {
    Ok(Reading {
        on: fields.read_wanted("on", day)?,
        sales: fields.maybe("sales", money)?,
        net: fields.maybe("net", money)?,
    })
}

fn hold(fields: &mut Fields<'_>) -> Read<Hold> {
    let cause = |pair: &[Value]| match pair {
        [kind, reference] => Ok((cause_kind(kind)?, text(reference)?)),
        _ => Err(Problem::unreadable("causes: wanted a cause and its reference")),
    };
    Ok(Hold {
        id: fields.read_wanted("id", text)?,
        open: fields.read_wanted("state", |value| reader::word(value, &[("open", true), ("released", false)]))?,
        opened_on: fields.read_wanted("opened_on", day)?,
        opened_by: fields.maybe("opened_by", text)?,
        causes: fields.read("causes", |value| pairs(value, cause))?.unwrap_or_default(),
    })
}

fn cause_kind(value: &Value) -> Read<CauseKind> {
    let name = text(value)?;
    CauseKind::ALL.into_iter().find(|kind| kind.name() == name).ok_or_else(|| wanted("a cause", value))
}

/// Who is not known to hold a role may not decide, as staff may not.
fn wished(fields: &mut Fields<'_>) -> Read<Release> {
    let plan = Reschedule {
        new_instalment: fields.maybe("new_instalment", money)?,
        outstanding: fields.maybe("outstanding", money)?,
        new_total: fields.maybe("new_total", money)?,
    };
    let assets_listed = fields.flag("assets_listed")?;
    let decisions = [
        ("coach_resume", Decision::CoachResume),
        ("reschedule", Decision::Reschedule(plan)),
        ("stop", Decision::Stop { assets_listed }),
    ];
    Ok(Release {
        decision: fields.read_wanted("decision", |value| reader::word(value, &decisions))?,
        proposed_by: fields.read_wanted("proposed_by", text)?,
        approved_by: fields.read_wanted("approved_by", text)?,
        role: fields.maybe("role", role)?.unwrap_or(Role::Staff),
        declared: fields.flag("declared")?,
        reason: fields.maybe("reason", text)?,
    })
}

fn read_settings(changed: Option<Fields<'_>>) -> Read<Settings> {
    let mut settings = Settings::default();
    change(changed, |fields| {
        let own = &mut settings;
        fields.set("hold_dpd", &mut own.hold_dpd, number)?;
        fields.set("visit_late_days", &mut own.visit_late_days, number)?;
        fields.set("hold_signals", &mut own.hold_signals, |value| each(value, signal))?;
        fields.set("purchase_unverified_days", &mut own.purchase_unverified_days, number)?;
        fields.set("commitment_late_days", &mut own.commitment_late_days, number)?;
        fields.set("sales_falls", &mut own.sales_falls, number)?;
        fields.set("sales_fall_percent", &mut own.sales_fall_percent, number)?;
        fields.set("resume_readings", &mut own.resume_readings, number)?;
        fields.set("unlock_readings", &mut own.unlock_readings, number)?;
        fields.set("reading_recent_days", &mut own.reading_recent_days, number)?;
        fields.set("reschedule_income_percent", &mut own.reschedule_income_percent, number)
    })?;
    Ok(settings)
}
