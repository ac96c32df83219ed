//! Visits, calls and the like: one row, one that took place, perhaps with the day of the next.

use crate::followed::{self, Followed, FollowedRecord, SameDay};
use crate::known::Known;
use crate::loans::past_day;
use crate::reading::Reading;
use crate::table::Table;
use crate::text::says_nothing;
use crate::validated::Ask;
use crate::vocabulary::meaning;
use kernel::arabic::tidy_line;
use kernel::{Day, Money};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashSet};

/// Days ahead that a next visit can be planned for.
const FARTHEST: i32 = 800;

/// What was read of a project on a visit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VisitReading {
    /// Halalas of an amount, or a whole number.
    Value(i64),
    /// Not read, and why, as the register says it: never a zero.
    NotRead(String),
}

/// A visit as the row gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visit {
    pub about: FollowedRecord,
    pub date: Day,
    /// `visit`, `interview`, `call`, `session`, `inspection`, `mentoring`, `committee_check`.
    pub kind: String,
    /// Who went: the caller's key; empty while it is asked.
    pub by: String,
    pub findings: Option<String>,
    /// `sound`, `watch`, `distress`.
    pub signal: Option<String>,
    /// Whether a sign of distress halts the project; otherwise it is told as what was seen then.
    #[serde(default)]
    pub halts: bool,
    pub action: Option<String>,
    /// By the name of the reading: `production`, `sales`, `stock`, `customers`, `income`.
    pub readings: BTreeMap<String, VisitReading>,
    /// When the next one is planned, where that day has not come.
    pub next_date: Option<Day>,
}

pub(crate) fn read(row: &mut Reading<'_>, followed: &Followed<'_>) -> Option<Visit> {
    let about = followed::about(row, followed);
    let date = past_day(row, "date");
    let waits = row.asks();
    let kind = match row.word("kind", "activity_kind") {
        Some(kind) => Some(kind),
        // Nothing said is a visit; a word nobody knows is asked about.
        None => (row.asks() == waits).then_some("visit"),
    };
    let by = followed::colleague(row, "by", followed, false);
    let signal = row.word("signal", "visit_signal");
    let said = row.covered("findings");
    let notes = row.covered("notes");
    let findings = [said, notes].into_iter().flatten().reduce(|said, more| format!("{said}\n{more}"));
    let action = row.covered("action");
    let distress = signal == Some("distress");
    if distress && findings.is_none() {
        row.refuse("findings", "findings_missing");
    }
    let may_halt = about.as_ref().is_some_and(|about| followed.may_halt(about));
    let halts = distress && may_halt && followed::halts(row, Ask::OldDistress);
    let readings = readings(row);
    let next_date = next(row, date);
    Some(Visit {
        about: about?,
        date: date?,
        kind: kind.unwrap_or("visit").to_owned(),
        by,
        findings,
        signal: signal.map(str::to_owned),
        halts,
        action,
        readings,
        next_date,
    })
}

/// What was read. Nothing written is nothing read; «لم تُقرأ» is a reason; a zero only where one stands.
fn readings(row: &mut Reading<'_>) -> BTreeMap<String, VisitReading> {
    let mut read = BTreeMap::new();
    for name in ["production", "sales", "stock", "customers", "income"] {
        let raw = row.raw(name);
        if says_nothing(&raw) {
            continue;
        }
        if meaning("not_read", &raw).is_some() {
            let reason = tidy_line(&raw);
            row.tell(name, &raw, &reason);
            read.insert(name.to_owned(), VisitReading::NotRead(reason));
            continue;
        }
        let value = match name {
            "production" | "customers" => row.whole(name, "counted", "reading_invalid"),
            _ => row.amount(name, "amount").map(Money::halalas),
        };
        let Some(value) = value else { continue };
        // What a project earns may be a loss; nothing else is less than nothing.
        if value < 0 && name != "income" {
            row.refuse(name, "reading_negative");
        }
        read.insert(name.to_owned(), VisitReading::Value(value));
    }
    read
}

/// The day of the next visit, where it lies ahead.
fn next(row: &mut Reading<'_>, date: Option<Day>) -> Option<Day> {
    let next = row.day("next_date")?;
    if date.is_some_and(|date| next <= date) {
        row.refuse("next_date", "next_before_visit");
        return None;
    }
    if next.days_since(row.today) > FARTHEST {
        row.refuse("next_date", "next_too_far");
        return None;
    }
    if next <= row.today {
        row.warn("next_date_passed");
        return None;
    }
    Some(next)
}

/// The same kind of activity of one record on one day twice, or one the office holds already, is refused.
pub(crate) fn refuse_repeated(table: &mut Table<Visit>, known: &Known) {
    let held: HashSet<SameDay> =
        known.follow_up.visits.iter().map(|one| (one.about.clone(), one.date, one.kind.clone())).collect();
    let mut seen = HashSet::new();
    for row in &mut table.rows {
        let Some(values) = &row.values else { continue };
        let key: SameDay = (values.about.clone(), values.date, values.kind.clone());
        if held.contains(&key) {
            row.refuse("date", "visit_exists");
        } else if seen.contains(&key) {
            row.refuse("date", "duplicate_visit");
        } else if !row.is_refused() {
            seen.insert(key);
        }
    }
}
