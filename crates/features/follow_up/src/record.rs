//! A visit, a call, a session took place: what was read and found, what each side kept, and what comes of it.

use crate::inputs::{BegunActivity, FoundOnTheDay, NextActivity, RecordActivity, TypedKept};
use crate::model::{ActivityState, CommitmentState, FollowedSubject, PlannedActivity, PromiseKept, VisitSignal};
use crate::rules::{self, CLOSED_LATER, CLOSES_OTHER, Found, MET_EARLY, NEXT_EARLY, PROMISE_MISSING, PROMISE_OTHER};
use crate::store::{self, Activity, NewActivity};
use crate::{plan, readings, subjects};
use database::values;
use kernel::id::ActivityId;
use kernel::{Day, Refusal, Result, require};
use office::context::Write;

pub fn record(cx: &Write<'_>, input: RecordActivity) -> Result<PlannedActivity> {
    let before = match &input.begun {
        Some(begun) => begin(cx, &input, begun)?,
        None => store::activity(cx, input.id)?,
    };
    let of = subjects::subject(cx, &before.subject_kind, before.subject)?;
    rules::is_planned(before.state)?;
    let found = rules::found(before.kind, &input.found, cx.today())?;
    if input.begun.is_none() {
        cx.claim(store::ACTIVITY, input.id, input.version)?;
    }
    write_found(cx, &before, &input.found, &found)?;
    cx.run(
        "UPDATE activity SET state = 'done', recorded_by = $1, recorded_at = $2, done_on = $3, done_by = $4 WHERE id = $5",
        values![cx.who.id, cx.now, input.found.done_on, input.found.done_by.unwrap_or(cx.who.id), input.id],
    )?;
    store::moved(cx, &before, ActivityState::Done, "")?;
    write_around(cx, &before, &of, &input.found)?;
    for late in &input.closes {
        close(cx, *late, &before, &of, &input.found)?;
    }
    let told = store::told(cx, input.begun.is_none().then_some(&before), input.id)?;
    if let Some(next) = &input.next {
        plan_next(cx, &before, &of, next, input.found.done_on)?;
    }
    Ok(told)
}

/// One that nobody planned: it is planned for the day on which it took place.
fn begin(cx: &Write<'_>, input: &RecordActivity, begun: &BegunActivity) -> Result<Activity> {
    let of = subjects::subject(cx, &begun.subject_kind, begun.subject)?;
    rules::has_come("done_on", input.found.done_on, cx.today())?;
    let new = NewActivity {
        id: input.id,
        kind: begun.kind,
        of: &of,
        planned_on: input.found.done_on,
        researcher: input.found.done_by.unwrap_or(cx.who.id),
        purpose: "",
        comes_from: None,
        unplanned: true,
    };
    store::insert(cx, &new)
}

/// What was said of the day itself. The signal comes with the state, for a planned activity has none.
fn write_found(cx: &Write<'_>, before: &Activity, typed: &FoundOnTheDay, found: &Found) -> Result<()> {
    if let Some(person) = typed.done_by {
        plan::visits(cx, person)?;
    }
    if let Some(action) = &found.action {
        readings::somebody(cx, action.owner, "action_owner")?;
    }
    let action = found.action.as_ref();
    cx.run(
        include_str!("sql/write_found.sql"),
        values![
            found.place.as_str(),
            found.present.as_str(),
            found.findings.as_str(),
            action.map_or("", |action| action.text.as_str()),
            action.map(|action| action.owner),
            action.map(|action| action.due),
            before.id
        ],
    )?;
    Ok(())
}

/// The signal, the readings and the promises: of an activity that is done.
fn write_around(cx: &Write<'_>, before: &Activity, of: &FollowedSubject, typed: &FoundOnTheDay) -> Result<()> {
    cx.run("UPDATE activity SET signal = $1 WHERE id = $2", values![typed.signal, before.id])?;
    readings::write(cx, before.id, before.kind, &of.subject_kind, &typed.readings)?;
    for (no, kept) in (1_i64..).zip(&typed.kept) {
        keep(cx, before, of, typed.done_on, no, kept)?;
    }
    Ok(())
}

/// What was recorded is written anew: for a correction.
///
/// # Errors
/// As recording.
pub fn write_again(cx: &Write<'_>, before: &Activity, typed: &FoundOnTheDay) -> Result<()> {
    let of = subjects::subject(cx, &before.subject_kind, before.subject)?;
    let found = rules::found(before.kind, typed, cx.today())?;
    for sql in ["DELETE FROM activity_reading WHERE activity = $1", "DELETE FROM activity_kept WHERE activity = $1"] {
        cx.run(sql, values![before.id])?;
    }
    // Distress is taken off first: what it needs may change with it.
    cx.run("UPDATE activity SET signal = $1 WHERE id = $2", values![None::<VisitSignal>, before.id])?;
    write_found(cx, before, typed, &found)?;
    // Whoever writes it anew has written it down, and does not review it. What it closed took place with it.
    let later = "SELECT count(*) AS n FROM activity WHERE closed_with = $1 AND planned_on > $2";
    let later: i64 = cx.one(later, values![before.id, typed.done_on], |row| row.get("n"))?;
    require(later == 0, Refusal::new(CLOSED_LATER).at("done_on"))?;
    cx.run(
        "UPDATE activity SET done_on = $1, done_by = $2, recorded_by = $3 WHERE id = $4 OR closed_with = $4",
        values![typed.done_on, typed.done_by.or(before.done_by), cx.who.id, before.id],
    )?;
    write_around(cx, before, &of, typed)
}

/// What one side kept. A promise of the list that was kept is met on the day of the visit, which shows it.
fn keep(cx: &Write<'_>, activity: &Activity, of: &FollowedSubject, on: Day, no: i64, typed: &TypedKept) -> Result<()> {
    let text = match typed.commitment {
        Some(id) => {
            let promise = store::commitment(cx, id)?;
            let here = promise.subject_kind == of.subject_kind && promise.subject == of.subject;
            require(here && promise.side == typed.side, PROMISE_OTHER)?;
            if typed.kept == PromiseKept::Kept && promise.state == CommitmentState::Open {
                require(on >= promise.made_on, Refusal::new(MET_EARLY).with("day", promise.made_on).at("done_on"))?;
                cx.passed(store::COMMITMENT, id)?;
                store::meet(cx, &promise, on, &activity.activity_no)?;
                store::told_of_promise(cx, Some(&promise), id)?;
            }
            promise.text
        }
        None => rules::said("kept", &typed.text, PROMISE_MISSING)?,
    };
    cx.run(
        "INSERT INTO activity_kept (activity, no, side, text, commitment, kept) VALUES ($1, $2, $3, $4, $5, $6)",
        values![activity.id, no, typed.side, text, typed.commitment, typed.kept],
    )?;
    Ok(())
}

/// A late one at the same place is made good by this one, which tells of both.
fn close(cx: &Write<'_>, late: ActivityId, with: &Activity, of: &FollowedSubject, typed: &FoundOnTheDay) -> Result<()> {
    let before = store::activity(cx, late)?;
    let on = typed.done_on;
    let same_record = before.subject_kind == with.subject_kind && before.subject == with.subject;
    let same_place = same_record || (of.party.is_some() && readings::lives_as(cx, before.party)? == of.party);
    // Nobody was at a place by a call.
    let went = with.kind.is_on_the_spot() || !before.kind.is_on_the_spot();
    let may =
        late != with.id && same_place && went && before.state == ActivityState::Planned && before.planned_on <= on;
    require(may, Refusal::new(CLOSES_OTHER).with("no", before.activity_no.as_str()))?;
    cx.passed(store::ACTIVITY, late)?;
    cx.run(
        include_str!("sql/close.sql"),
        values![with.id, on, typed.done_by.unwrap_or(cx.who.id), cx.who.id, cx.now, late],
    )?;
    store::moved(cx, &before, ActivityState::Done, &with.activity_no)?;
    store::told(cx, Some(&before), late).map(drop)
}

fn plan_next(
    cx: &Write<'_>,
    of_this: &Activity,
    of: &FollowedSubject,
    next: &NextActivity,
    done_on: Day,
) -> Result<()> {
    rules::plannable("next_on", next.planned_on, done_on.plus_days(1)?, cx.today(), NEXT_EARLY)?;
    rules::plannable("next_on", next.planned_on, cx.today(), cx.today(), NEXT_EARLY)?;
    plan::visits(cx, next.researcher)?;
    let new = NewActivity {
        id: next.id,
        kind: next.kind,
        of,
        planned_on: next.planned_on,
        researcher: next.researcher,
        purpose: "",
        comes_from: Some(of_this.id),
        unplanned: false,
    };
    store::insert(cx, &new)?;
    store::told(cx, None, next.id).map(drop)
}
