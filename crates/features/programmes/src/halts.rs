//! An initiative stands still from a sign of distress on, until what was wrong is put right and another person lets it go on.

use crate::inputs::{CorrectHalt, NoteInitiative};
use crate::model::{InitiativeHalt, InitiativeState, SavedInitiative};
use crate::moves::{saved, stands};
use crate::rules::{self, NOT_HALTED, OWN_RELEASE, REASON_MISSING};
use crate::steps::RELEASE;
use crate::store::{self, Initiative};
use approvals::{ApprovalRequest, Asked, RequestState};
use database::values;
use kernel::id::{ActivityId, InitiativeId, PersonId, ProgrammeItemId, SubjectId};
use kernel::{Result, require};
use office::context::{Read, Write};
use office::words::{self, Language};

/// The open one first, then the newest.
///
/// # Errors
/// What the database refuses.
pub fn of(db: &database::Read<'_>, id: InitiativeId) -> Result<Vec<InitiativeHalt>> {
    db.rows(include_str!("sql/halts.sql"), values![id], |row| {
        Ok(InitiativeHalt {
            id: row.get("id")?,
            visit: row.get("visit")?,
            reason: row.get("reason")?,
            opened_on: row.get("opened_on")?,
            opened_by: row.get("opened_by")?,
            opened_by_name: row.get("opened_by_name")?,
            seen_by: row.get("seen_by")?,
            seen_by_name: row.get("seen_by_name")?,
            corrected: row.get("corrected")?,
            corrected_on: row.get("corrected_on")?,
            corrected_by_name: row.get("corrected_by_name")?,
            released_on: row.get("released_on")?,
            released_by_name: row.get("released_by_name")?,
            released_note: row.get("released_note")?,
        })
    })
}

/// # Errors
/// Nothing halts it.
fn open(db: &database::Read<'_>, id: InitiativeId) -> Result<InitiativeHalt> {
    let found = of(db, id)?.into_iter().find(|one| one.released_on.is_none());
    found.ok_or_else(|| NOT_HALTED.into())
}

fn begin(
    cx: &Write<'_>,
    one: &Initiative,
    reason: &str,
    visit: Option<ActivityId>,
    seen: (Option<PersonId>, Option<PersonId>),
) -> Result<()> {
    let id = ProgrammeItemId::new(cx.now, office::random::bytes()?);
    cx.run(
        "INSERT INTO initiative_halt (id, initiative, visit, reason, opened_on, opened_by, seen_by) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        values![id, one.id, visit, reason, cx.today(), seen.1, seen.0],
    )?;
    store::lead(cx, one, InitiativeState::Halted, reason)
}

/// Somebody says that it cannot go on as it does.
pub fn halt(cx: &Write<'_>, input: NoteInitiative) -> Result<SavedInitiative> {
    let before = store::initiative(cx, input.id)?;
    stands(&before, &[InitiativeState::Running])?;
    let note = rules::said("note", &input.note, REASON_MISSING)?;
    cx.claim(store::INITIATIVE, input.id, input.version)?;
    begin(cx, &before, &note, None, (None, Some(cx.who.id)))?;
    store::told(cx, Some(&before), input.id)?;
    Ok(saved(&before))
}

/// A visit showed a sign of distress: what runs stands still from that moment on.
///
/// # Errors
/// What the database refuses.
pub fn activity_changed(cx: &Write<'_>, id: [u8; 16]) -> Result<()> {
    let visit = ActivityId::from_bytes(id);
    let sql = "SELECT subject_kind, subject, done_by, recorded_by FROM follow_up_visit \
               WHERE id = $1 AND signal = 'distress' AND done_on IS NOT NULL";
    let found = cx.row(sql, values![visit], |row| {
        let about: (String, SubjectId) = (row.get("subject_kind")?, row.get("subject")?);
        Ok((about, (row.get("done_by")?, row.get("recorded_by")?)))
    })?;
    let Some(((kind, subject), seen)) = found else { return Ok(()) };
    if kind != store::INITIATIVE {
        return Ok(());
    }
    let Some(before) = store::find_initiative(cx, InitiativeId::from_bytes(*subject.as_bytes()))? else {
        return Ok(());
    };
    let known = cx.row("SELECT 1 AS one FROM initiative_halt WHERE visit = $1", values![visit], |_| Ok(()))?.is_some();
    if known || before.state != InitiativeState::Running {
        return Ok(());
    }
    begin(cx, &before, &words::word("programmes.halt_of_visit", Language::Ar), Some(visit), seen)?;
    cx.passed(store::INITIATIVE, before.id)?;
    store::told(cx, Some(&before), before.id)
}

/// What was wrong was put right, with what shows it; another person is asked to let it go on.
pub fn correct_halt(cx: &Write<'_>, input: CorrectHalt) -> Result<SavedInitiative> {
    let before = store::initiative(cx, input.id)?;
    store::running(cx, before.programme)?;
    let halt = open(cx, before.id)?;
    let corrected = rules::said("corrected", &input.corrected, REASON_MISSING)?;
    rules::happened("day", input.day, cx.today())?;
    cx.claim(store::INITIATIVE, input.id, input.version)?;
    let asked = Asked { subject: *halt.id.as_bytes(), reason: &corrected, ..Asked::default() };
    approvals::ask(cx, &RELEASE, &asked)?;
    let sql = "UPDATE initiative_halt SET corrected = $1, corrected_on = $2, corrected_by = $3 WHERE id = $4";
    cx.run(sql, values![corrected.as_str(), input.day, cx.who.id, halt.id])?;
    store::told(cx, Some(&before), input.id)?;
    Ok(saved(&before))
}

fn may_release(cx: &Read<'_>, halt: &InitiativeHalt, request: &ApprovalRequest) -> Result<()> {
    approvals::may_answer(cx, &RELEASE, request)?;
    let hand = [halt.opened_by, halt.seen_by].contains(&Some(cx.who.id));
    require(!hand, OWN_RELEASE)
}

/// Why whoever asks may not release it: the name of a refusal, or of a permission; and whether somebody asked.
///
/// # Errors
/// What the database refuses.
pub fn cannot_release(cx: &Read<'_>, halts: &[InitiativeHalt]) -> Result<(Option<String>, bool)> {
    let Some(halt) = halts.iter().find(|one| one.released_on.is_none()) else { return Ok((None, false)) };
    let Some(request) = approvals::waiting(cx, &RELEASE, *halt.id.as_bytes())? else { return Ok((None, false)) };
    Ok((crate::moves::why(may_release(cx, halt, &request))?, true))
}

/// Another person than who halted it, saw the sign or put it right lets it go on.
pub fn release_halt(cx: &Write<'_>, input: NoteInitiative) -> Result<SavedInitiative> {
    let before = store::initiative(cx, input.id)?;
    store::running(cx, before.programme)?;
    let halt = open(cx, before.id)?;
    let request = approvals::require_waiting(cx, &RELEASE, *halt.id.as_bytes())?;
    may_release(cx, &halt, &request)?;
    let note = rules::said("note", &input.note, REASON_MISSING)?;
    cx.claim(store::INITIATIVE, input.id, input.version)?;
    let request = approvals::answer(cx, &RELEASE, &request)?;
    if request.state == RequestState::Approved {
        let sql = "UPDATE initiative_halt SET released_on = $1, released_by = $2, released_note = $3 WHERE id = $4";
        cx.run(sql, values![cx.today(), cx.who.id, note.as_str(), halt.id])?;
        store::lead(cx, &before, InitiativeState::Running, &note)?;
    }
    store::told(cx, Some(&before), input.id)?;
    Ok(saved(&before))
}

/// What was put right is not enough: it goes back to who said so.
pub fn return_release(cx: &Write<'_>, input: NoteInitiative) -> Result<SavedInitiative> {
    let before = store::initiative(cx, input.id)?;
    let halt = open(cx, before.id)?;
    let request = approvals::require_waiting(cx, &RELEASE, *halt.id.as_bytes())?;
    let note = rules::said("note", &input.note, REASON_MISSING)?;
    cx.claim(store::INITIATIVE, input.id, input.version)?;
    if request.asked_by == cx.who.id {
        approvals::withdraw(cx, &RELEASE, &request, &note)?;
    } else {
        approvals::send_back(cx, &RELEASE, &request, &note)?;
    }
    let sql = "UPDATE initiative_halt SET corrected = '', corrected_on = NULL, corrected_by = NULL WHERE id = $1";
    cx.run(sql, values![halt.id])?;
    store::told(cx, Some(&before), input.id)?;
    Ok(saved(&before))
}

/// An initiative that ends needs no release any more.
///
/// # Errors
/// What the database refuses.
pub fn lapse(cx: &Write<'_>, id: InitiativeId) -> Result<()> {
    match of(cx, id)?.into_iter().find(|one| one.released_on.is_none()) {
        Some(halt) => approvals::lapse(cx, &RELEASE, *halt.id.as_bytes(), ""),
        None => Ok(()),
    }
}

/// The initiative a halt is of.
///
/// # Errors
/// What the database refuses.
pub fn initiative_of(db: &database::Read<'_>, halt: ProgrammeItemId) -> Result<Option<InitiativeId>> {
    db.row("SELECT initiative FROM initiative_halt WHERE id = $1", values![halt], |row| row.get("initiative"))
}
