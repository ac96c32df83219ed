//! Commitments of both sides: one row, one promise by a day.

use crate::cases::{has_come, unsaid};
use crate::followed::{self, Followed, FollowedRecord, SameDay};
use crate::known::Known;
use crate::reading::Reading;
use crate::table::Table;
use crate::validated::Ask;
use kernel::Day;
use kernel::arabic::fold;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;

/// A promise as the row gives it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Commitment {
    pub about: FollowedRecord,
    /// `beneficiary` or `association`.
    pub side: String,
    pub promise: String,
    pub made_on: Day,
    pub due: Day,
    /// The day on which it was met; of one that was met on a day nobody wrote down, its due day.
    pub met_on: Option<Day>,
    /// Why it need not be met.
    pub excuse: Option<String>,
    /// Who sees to a promise of the association: the caller's key; empty while it is asked, and of the beneficiary's.
    pub keeper: String,
    pub notes: Option<String>,
    /// Whether one the beneficiary is late with halts the project; otherwise it is told as what was promised then.
    #[serde(default)]
    pub halts: bool,
}

pub(crate) fn read(row: &mut Reading<'_>, followed: &Followed<'_>) -> Option<Commitment> {
    let about = followed::about(row, followed);
    let side = row.word("side", "promise_side").or_else(|| unsaid(row, "side", "promise_side"));
    let promise = row.covered("promise");
    row.need("promise", &promise, "promise_missing");
    let due = row.day("due");
    row.need("due", &due, "date_missing");
    let made_on = has_come(row, "made_on");
    let state = row.word("met", "promise_state");
    let typed_met = has_come(row, "met_on");
    let excuse = row.covered("excuse");
    let notes = row.covered("notes");

    let met = state == Some("met") || typed_met.is_some();
    let excused = state == Some("excused") || excuse.is_some();
    if met && excused || state == Some("open") && (typed_met.is_some() || excuse.is_some()) {
        row.refuse("met", "met_contradicts");
    }
    if state == Some("excused") && excuse.is_none() && !met {
        row.refuse("excuse", "excuse_missing");
    }
    let met_on = match (met, typed_met, due) {
        (true, None, Some(due)) => {
            row.warn("met_day_assumed");
            Some(due.min(row.today))
        }
        (true, day, _) => day,
        (false, ..) => None,
    };
    let open = !met && !excused;
    let keeper = match side {
        Some("association") => followed::colleague(row, "keeper", followed, open),
        _ => String::new(),
    };
    let late = open && side == Some("beneficiary") && due.is_some_and(|due| due < row.today);
    let may_halt = late && about.as_ref().is_some_and(|about| followed.may_halt(about));
    let halts = may_halt && followed::halts(row, Ask::OldPromise);
    let due = due?;
    Some(Commitment {
        about: about?,
        side: side?.to_owned(),
        promise: promise?,
        made_on: made_on.unwrap_or(due).min(due).min(row.today).min(met_on.unwrap_or(due)),
        due,
        met_on,
        excuse,
        keeper,
        notes,
        halts,
    })
}

/// The same promise of one record by one day twice, or one the office holds already, is refused.
pub(crate) fn refuse_repeated(table: &mut Table<Commitment>, known: &Known) {
    let said = |side: &str, promise: &str| format!("{side} {}", fold(promise));
    let held: HashSet<SameDay> = known
        .follow_up
        .commitments
        .iter()
        .map(|one| (one.about.clone(), one.due, said(&one.side, &one.promise)))
        .collect();
    let mut seen = HashSet::new();
    for row in &mut table.rows {
        let Some(values) = &row.values else { continue };
        let key: SameDay = (values.about.clone(), values.due, said(&values.side, &values.promise));
        if held.contains(&key) {
            row.refuse("promise", "promise_exists");
        } else if seen.contains(&key) {
            row.refuse("promise", "duplicate_promise");
        } else if !row.is_refused() {
            seen.insert(key);
        }
    }
}
