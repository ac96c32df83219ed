//! Whenever the file is opened, before anything else is written: the trail must hold what the marks outside the database
//! and the newest backups say it held. An older database put back, or lines cut off, lack it. What this program restored
//! left a note, sealed with the key, and is told in the trail instead.

use super::model::{Complaint, complaint};
use super::{clock, store};
use crate::context::Change;
use crate::office::{Office, UnlockedOffice};
use crate::{session, staff, trail};
use database::audit_chain;
use database::high_water::{Found, HighWater, Mark};
use database::{backup, restore};
use kernel::Result;
use serde_json::json;
use std::collections::BTreeSet;

/// Set once a mark lies in the folder.
const KEPT: &str = "integrity.kept";
/// How often the office was restored, so that marks of before a restore are told from later ones.
const RESTORES: &str = "integrity.restores";
/// The heads of backups that a restore has left behind, as JSON.
const LEFT: &str = "integrity.left";

/// Compares, keeps what was found, and begins to note how far the trail comes.
///
/// # Errors
/// What the database refuses.
pub fn look(office: &Office, unlocked: &UnlockedOffice) -> Result<()> {
    let Some(beginning) = unlocked.db.read(audit_chain::beginning_of)? else { return Ok(()) };
    let mark = HighWater::of(&office.lock, beginning, office.marks());
    let was_restored = settle_restore(office, unlocked, &mark)?;
    clock::look(office, unlocked)?;
    if !was_restored {
        let found = compared(office, unlocked, &mark)?;
        unlocked.db.write(|db| store::keep(db, &found, office.now()))?;
    }
    let (restores, kept) = unlocked.db.read(|db| Ok((restores(db)?, db.setting(KEPT)?)))?;
    if kept.is_none() {
        unlocked.db.write(|db| db.remember(KEPT, Some("1")))?;
    }
    mark.restored(restores);
    unlocked.db.keep_mark(mark);
    Ok(())
}

/// What of the marks and the backups the trail does not hold.
///
/// # Errors
/// What the database refuses.
pub(super) fn compared(office: &Office, unlocked: &UnlockedOffice, mark: &HighWater) -> Result<Vec<Complaint>> {
    let mut found = against_marks(unlocked, mark)?;
    found.extend(against_backups(office, unlocked)?);
    Ok(found)
}

fn against_marks(unlocked: &UnlockedOffice, marks: &HighWater) -> Result<Vec<Complaint>> {
    unlocked.db.read(|db| {
        let (has, restores) = (audit_chain::head(db)?, restores(db)?);
        let (inside, outside) = (marks.inside(), marks.outside());
        let mut found = Vec::new();
        match inside {
            Found::Nothing if db.setting(KEPT)?.is_some() => found.push(complaint("mark_gone", "office.mark", [])),
            Found::Strange => found.push(complaint("mark_strange", "office.mark", [])),
            Found::Nothing | Found::Mark(_) => {}
        }
        let noted = [inside, outside].into_iter().filter_map(|one| match one {
            Found::Mark(mark) => Some(mark),
            Found::Nothing | Found::Strange => None,
        });
        let mut lacking = BTreeSet::new();
        for Mark { head, restores: then } in noted {
            // A mark of before a restore that the trail tells of: another person of this machine has not opened it since.
            if then >= restores && !audit_chain::holds(db, head)? && lacking.insert(head.printed()) {
                let lines = [("had", head.seq.to_string()), ("has", has.seq.to_string())];
                found.push(complaint("older_than_mark", head.printed(), lines));
            }
        }
        Ok(found)
    })
}

fn against_backups(office: &Office, unlocked: &UnlockedOffice) -> Result<Vec<Complaint>> {
    let mut found = Vec::new();
    for path in backup::files(&office.lock) {
        let Ok(label) = backup::label(&path) else { continue };
        let head = label.audit_head.clone();
        let lacks = unlocked.db.read(|db| {
            let held = audit_chain::seal_of(db, label.audit_seq)? == Some(head.clone()) || label.audit_seq == 0;
            Ok(!held && !left(db)?.contains(&head) && !store::is_known(db, "other_than_backup", &head)?)
        })?;
        // A label can be forged, what is inside cannot: it opens with the key of this office, or it says nothing about it.
        if lacks && backup::verify(&path, &unlocked.key).is_ok() {
            let file = crate::backups::file_name(&path);
            let made = label.made_at.micros().to_string();
            let args = [("file", file), ("made_at", made), ("had", label.audit_seq.to_string())];
            found.push(complaint("other_than_backup", head, args));
        }
    }
    Ok(found)
}

/// Tells in the trail of a restore that left its note, and lets its marks begin anew; whether there was one.
fn settle_restore(office: &Office, unlocked: &UnlockedOffice, marks: &HighWater) -> Result<bool> {
    let Some(note) = restore::note(&office.lock, &unlocked.key) else { return Ok(false) };
    let is_restored =
        unlocked.db.read(|db| Ok(audit_chain::seal_of(db, note.audit_seq)? == Some(note.audit_head.clone())))?;
    if !is_restored {
        return Ok(false);
    }
    let told = [marks.inside(), marks.outside()].into_iter().filter_map(|found| match found {
        Found::Mark(mark) => Some(mark.restores),
        Found::Nothing | Found::Strange => None,
    });
    let noted = told.max().unwrap_or(0);
    unlocked.db.write(|db| {
        let person = note.person.map(|id| staff::person(db, id)).transpose()?;
        let who = person.as_ref().map(session::who);
        let change = Change {
            after: json!({ "made_at": note.made_at, "audit_lines": note.audit_seq }),
            ..trail::seen("backup", "office", "")
        };
        db.remember(RESTORES, Some(&(restores(db)?.max(noted) + 1).to_string()))?;
        let mut heads = left(db)?;
        heads.extend(note.left.iter().cloned());
        db.remember(LEFT, Some(&json!(heads).to_string()))?;
        trail::line(db, who.as_ref(), note.at, "backups.restore", "change", &[change], "done")
    })?;
    restore::forget_note(&office.lock)?;
    Ok(true)
}

fn restores(db: &database::Read<'_>) -> Result<i64> {
    Ok(db.setting(RESTORES)?.and_then(|times| times.parse().ok()).unwrap_or(0))
}

fn left(db: &database::Read<'_>) -> Result<BTreeSet<String>> {
    Ok(db.setting(LEFT)?.and_then(|heads| serde_json::from_str(&heads).ok()).unwrap_or_default())
}
