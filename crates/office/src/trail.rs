//! What the office writes into the audit trail: one line for each command that leaves one.

use crate::command::{Command, Kind};
use crate::context::{Change, Who};
use crate::feature::Features;
use crate::integrity;
use crate::repeats::Repeated;
use database::audit_chain::{self, Line};
use kernel::saudi::masked;
use kernel::{Failure, Moment, Result};
use serde_json::{Value, json};

/// How a command ended that was carried out.
pub const DONE: &str = "done";

/// What kind of action a line tells of; the vocabulary of the audit screen.
pub const fn action(kind: Kind) -> &'static str {
    match kind {
        Kind::Read | Kind::View => "view",
        Kind::Print => "print",
        Kind::Export => "export",
        Kind::Write => "change",
        Kind::System => "door",
    }
}

/// The line of a command that was carried out.
///
/// # Errors
/// What the database refuses.
pub fn done(db: &database::Write<'_>, who: &Who, now: Moment, command: &Command, changes: &[Change]) -> Result<()> {
    line(db, Some(who), now, command.name, action(command.kind), changes, DONE)
}

/// The lines of a command that changed many records, `in_a_line` of them in each; one line where it told of none. Each
/// says how the records it is about stand now.
///
/// # Errors
/// What the database refuses.
pub fn many_done(
    db: &database::Write<'_>,
    features: Features,
    who: &Who,
    now: Moment,
    command: &Command,
    changes: &[Change],
    in_a_line: usize,
) -> Result<()> {
    if changes.is_empty() {
        return done(db, who, now, command, changes);
    }
    changes.chunks(in_a_line.max(1)).try_for_each(|changes| {
        let told = integrity::told_of(db, features, changes)?;
        line_telling(db, Some(who), now, command.name, action(command.kind), changes, DONE, told.as_deref())
    })
}

/// How a command that failed ended, as its line says it.
pub fn outcome(failure: &Failure) -> String {
    match failure {
        Failure::Refused(refusal) | Failure::Conflict(refusal) => format!("refused:{}", refusal.code),
        Failure::NotFound { .. } => "refused:not_found".to_owned(),
        Failure::Forbidden { .. } => "forbidden".to_owned(),
        Failure::Broken { detail } => format!("broken:{}", Failure::reference(detail)),
    }
}

/// The line of a command that was refused, or broke. A fault keeps its whole detail here, inside the encrypted file.
///
/// # Errors
/// What the database refuses.
pub fn failed(db: &database::Write<'_>, who: &Who, now: Moment, command: &Command, failure: &Failure) -> Result<()> {
    let detail = match failure {
        Failure::Refused(refusal) | Failure::Conflict(refusal) => json!({ "args": refusal.args }),
        Failure::NotFound { noun } => json!({ "noun": noun }),
        Failure::Forbidden { permission } => json!({ "permission": permission }),
        Failure::Broken { detail } => json!({ "detail": detail }),
    };
    line(db, Some(who), now, command.name, action(command.kind), &[telling("", "", detail)], &outcome(failure))
}

/// The line of what came again and again after its own line: how often, and when for the last time.
///
/// # Errors
/// What the database refuses.
pub(crate) fn came_again(db: &database::Write<'_>, who: &Who, now: Moment, repeated: &Repeated) -> Result<()> {
    let count = json!({ "times": repeated.times, "first_at": repeated.first, "last_at": repeated.last });
    let change = if repeated.about.is_empty() { telling("", "", count) } else { looked_for(&repeated.about, count) };
    line(db, Some(who), now, repeated.command, repeated.action, &[change], &repeated.outcome)
}

/// The line of a search by an identity number.
///
/// # Errors
/// What the database refuses.
pub(crate) fn searched(
    db: &database::Write<'_>,
    who: &Who,
    now: Moment,
    command: &Command,
    number: &str,
) -> Result<()> {
    line(db, Some(who), now, command.name, action(command.kind), &[looked_for(number, Value::Null)], DONE)
}

/// That somebody looked for an identity number; the line has it covered.
fn looked_for(number: &str, what: Value) -> Change {
    telling("identity", &masked(number), what)
}

/// What a line says that is about no record of the office.
fn telling(noun: &'static str, label: &str, what: Value) -> Change {
    Change { noun, subject: String::new(), label: label.to_owned(), before: Value::Null, after: what }
}

/// One line. Several changes of one command stand together in it, the first one giving it its subject.
///
/// # Errors
/// What the database refuses.
pub fn line(
    db: &database::Write<'_>,
    who: Option<&Who>,
    now: Moment,
    command: &str,
    action: &str,
    changes: &[Change],
    outcome: &str,
) -> Result<()> {
    line_telling(db, who, now, command, action, changes, outcome, None)
}

/// One line that says, too, how the records stand after it that verification compares.
///
/// # Errors
/// What the database refuses.
#[expect(clippy::too_many_arguments, reason = "a line has as many parts")]
pub fn line_telling(
    db: &database::Write<'_>,
    who: Option<&Who>,
    now: Moment,
    command: &str,
    action: &str,
    changes: &[Change],
    outcome: &str,
    told: Option<&str>,
) -> Result<()> {
    let side = |pick: fn(&Change) -> &Value| match changes {
        [] => Value::Null,
        [one] => pick(one).clone(),
        many => many.iter().map(|change| json!({ change.noun: pick(change), "id": change.subject })).collect(),
    };
    let text = |value: Value| if value.is_null() { None } else { Some(value.to_string()) };
    let first = changes.first();
    let (before, after) = (text(side(|change| &change.before)), text(side(|change| &change.after)));
    audit_chain::append(
        db,
        &Line {
            at: now,
            person: who.map(|who| who.id),
            command,
            action,
            subject_kind: first.map(|change| change.noun),
            subject: first.map(|change| change.subject.as_str()),
            summary: first.map_or("", |change| &change.label),
            before: before.as_deref(),
            after: after.as_deref(),
            outcome,
            told,
        },
    )?;
    Ok(())
}

/// A record that was looked at, without what stood in it.
pub fn seen(noun: &'static str, subject: &str, label: &str) -> Change {
    Change { noun, subject: subject.to_owned(), label: label.to_owned(), before: Value::Null, after: Value::Null }
}
