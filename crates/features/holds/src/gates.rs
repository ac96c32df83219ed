//! No money goes out of a project that is halted, that waits for better readings, or that was stopped, and nothing is
//! ordered for it. The gate looks for itself: what a day or a change has caused counts before a hold of it is kept.

use crate::facts::{self, Looked};
use crate::inputs::{HoldsOf, WhichHold};
use crate::model::HoldChoice;
use crate::store;
use casework::holds::{Cause, Decision, Reschedule, Tranches, improved};
use database::values;
use kernel::id::{LoanId, PurchaseId, SubjectId, TrancheId};
use kernel::{Failure, Result};
use office::context::Read;
use office::feature::Subject;
use office::gate::{Condition, Gate};

pub const TRANCHES: Gate = Gate {
    before: &[
        loans::GATED_TRANCHE_REQUEST,
        loans::GATED_TRANCHE_APPROVAL,
        loans::GATED_DELIVERY,
        loans::GATED_PAYMENT,
        purchases::GATED_ORDER,
        purchases::GATED_APPROVAL,
    ],
    look,
};

/// An import goes as long as nobody did anything about a hold of its loans; what opened by itself goes with it.
pub const TAKING_BACK: Gate = Gate { before: &["importing.take_back"], look: nothing_decided };

fn nothing_decided(cx: &Read<'_>, subject: Subject) -> Result<Vec<Condition>> {
    if [follow_up::ACTIVITY_RECORD, follow_up::COMMITMENT_RECORD].contains(&subject.kind) {
        return nothing_halted(cx, subject);
    }
    if subject.kind != "loan" {
        return Ok(Vec::new());
    }
    let sql = "SELECT (SELECT count(*) FROM hold_decision d JOIN hold h ON h.id = d.hold WHERE h.loan = $1) \
               + (SELECT count(*) FROM hold_step s JOIN hold h ON h.id = s.hold WHERE h.loan = $1) \
               + (SELECT count(*) FROM hold_cause c JOIN hold h ON h.id = c.hold WHERE h.loan = $1 AND c.kind = 'told') \
               AS decided";
    let decided: i64 = cx.one(sql, values![subject.id], |row| row.get("decided"))?;
    Ok(vec![Condition::new("holds.nothing_decided", decided == 0, [])])
}

/// What a register told and a hold names stays: a hold keeps its causes.
fn nothing_halted(cx: &Read<'_>, subject: Subject) -> Result<Vec<Condition>> {
    let reference = SubjectId::from_bytes(subject.id).to_string();
    let sql = "SELECT count(*) AS named FROM hold_cause WHERE reference = $1";
    let named: i64 = cx.one(sql, values![reference], |row| row.get("named"))?;
    Ok(vec![Condition::new("holds.nothing_halted", named == 0, [])])
}

fn look(cx: &Read<'_>, subject: Subject) -> Result<Vec<Condition>> {
    let loan = match subject.kind {
        "loan" => LoanId::from_bytes(subject.id),
        "tranche" => loans::loan_of_tranche(cx, TrancheId::from_bytes(subject.id))?,
        "purchase" => purchases::loan_of(cx, PurchaseId::from_bytes(subject.id))?,
        other => return Err(Failure::broken(format!("no holds of a {other}"))),
    };
    let Some(looked) = facts::of_loan(cx, loan, cx.today())? else { return Ok(Vec::new()) };
    let mut found = vec![not_halted(cx, &looked)?];
    found.extend(after_the_last(&looked)?);
    Ok(found)
}

/// No hold stands, and nothing opens one.
fn not_halted(cx: &Read<'_>, looked: &Looked) -> Result<Condition> {
    let open = store::open_of(cx, looked.loan)?;
    let unkept = |cause: &Cause| (cause.kind, cause.since);
    let kept = open.as_ref().map(|line| (line.cause, line.opened_on));
    let Some((kind, since)) = kept.or_else(|| looked.findings.causes.first().map(unkept)) else {
        return Ok(Condition::new("holds.none", true, []));
    };
    let condition = Condition::new(&format!("holds.{}", kind.name()), false, [("since", since.to_string())]);
    let target = match open {
        Some(line) => crate::HOLD.asking(&WhichHold { hold: line.hold })?,
        None => crate::OF_LOAN.asking(&HoldsOf { loan: looked.loan })?,
    };
    Ok(condition.mended_at(target))
}

/// What the last decision left of it: closed until readings are better, or for good.
fn after_the_last(looked: &Looked) -> Result<Option<Condition>> {
    let Some(last) = &looked.last else { return Ok(None) };
    let settings = &looked.settings;
    let better = improved(&looked.facts.readings, last.opened_on, looked.facts.on);
    let decision = match last.kind {
        HoldChoice::CoachResume => Decision::CoachResume,
        HoldChoice::Reschedule => Decision::Reschedule(Reschedule::default()),
        HoldChoice::Stop => Decision::Stop { assets_listed: true },
    };
    let (key, args) = match decision.aftermath(better, settings).tranches {
        Tranches::Open => return Ok(None),
        Tranches::Locked => {
            ("holds.locked", [("found", better.to_string()), ("wanted", settings.unlock_readings.to_string())])
        }
        Tranches::Cancelled => ("holds.stopped", [("found", String::new()), ("wanted", String::new())]),
    };
    let target = crate::OF_LOAN.asking(&HoldsOf { loan: looked.loan })?;
    Ok(Some(Condition::new(key, false, args).mended_at(target)))
}
