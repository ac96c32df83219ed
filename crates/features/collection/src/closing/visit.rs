//! A loan was closed: the visit that looks at its impact is planned. One that is owed again after all needs none.

use crate::closing::{phase, visit};
use crate::settings;
use database::values;
use follow_up::ActivityKind;
use follow_up::inputs::{CancelActivity, PlanActivity};
use follow_up::{ACTIVITY_RECORD, ActivityState, FOLLOW_UP_KEEP};
use kernel::Result;
use kernel::id::{ActivityId, LoanId, PersonId, SubjectId};
use loans::LoanPhase;
use office::context::Write;
use office::words::{self, Language};

/// # Errors
/// What the database refuses.
pub fn loan_changed(cx: &Write<'_>, id: [u8; 16]) -> Result<()> {
    let loan = LoanId::from_bytes(id);
    let closed = phase(cx, loan)? == LoanPhase::Closed;
    match (closed, visit(cx, loan)?) {
        (true, None) => plan(cx, loan),
        (false, Some(planned)) if planned.state == ActivityState::Planned && planned.planned_on > cx.today() => {
            let version = cx.version(ACTIVITY_RECORD, planned.activity)?.number;
            let reason = words::word("collection.impact.reopened", Language::Ar);
            cx.run("DELETE FROM impact_visit WHERE loan = $1", values![loan])?;
            follow_up::cancel_activity(cx, CancelActivity { id: planned.activity, version, reason }).map(drop)
        }
        _ => Ok(()),
    }
}

fn plan(cx: &Write<'_>, loan: LoanId) -> Result<()> {
    // Where nobody of the office visits any more, the page of the loan says that none is planned.
    let Some(researcher) = visitor(cx, loan)? else { return Ok(()) };
    let activity = ActivityId::new(cx.now, office::random::bytes()?);
    let planned = PlanActivity {
        id: activity,
        kind: ActivityKind::Visit,
        subject_kind: "loan".to_owned(),
        subject: SubjectId::from_bytes(*loan.as_bytes()),
        planned_on: cx.today().plus_months(settings::closing(cx)?.impact_months)?,
        researcher,
        purpose: words::word("collection.impact.purpose", Language::Ar),
    };
    follow_up::plan_activity(cx, planned)?;
    cx.run("INSERT INTO impact_visit (loan, activity) VALUES ($1, $2)", values![loan, activity])?;
    Ok(())
}

/// Who visited the loan or its project last, else who asked for the loan, else anybody who visits.
fn visitor(cx: &Write<'_>, loan: LoanId) -> Result<Option<PersonId>> {
    let people = office::staff::people(cx)?;
    let visits =
        |person: PersonId| people.iter().any(|one| one.id == person && one.active && one.role.may(FOLLOW_UP_KEEP));
    let sql = "SELECT v.done_by AS person FROM follow_up_visit v JOIN loan_guarantee l ON l.loan = $1 \
               WHERE v.done_by IS NOT NULL AND (v.subject_kind = 'loan' AND v.subject = l.loan \
                   OR v.subject_kind = 'project' AND v.subject = l.project) \
               ORDER BY v.done_on DESC LIMIT 1";
    let last: Option<PersonId> = cx.row(sql, values![loan], |row| row.get("person"))?;
    let sql = "SELECT asked_by FROM loan_guarantee WHERE loan = $1";
    let asked: Option<PersonId> = cx.row(sql, values![loan], |row| row.get("asked_by"))?;
    let first = people.iter().find(|one| visits(one.id)).map(|one| one.id);
    Ok(last.into_iter().chain(asked).find(|one| visits(*one)).or(first))
}
