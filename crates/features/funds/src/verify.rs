//! The whole of the books is gone through; they take nothing more while they are not as they were written.

use database::Read;
use kernel::Result;
use ledger::Findings;
use office::context::Write;
use office::input::Nothing;
use office::integrity::{Complaint, complaint};

pub fn verify(cx: &Write<'_>, _: Nothing) -> Result<Findings> {
    let found = ledger::verify_and_guard(cx.db())?;
    cx.changed("ledger", "ledger", &found.head, &(), &found)?;
    Ok(found)
}

/// Whether the books are as they were written, and hold what the trail told of them when they were last verified: books
/// that somebody wrote anew from the beginning fit themselves, but not that line.
///
/// # Errors
/// What the database refuses.
pub fn sound(db: &Read<'_>) -> Result<Vec<Complaint>> {
    let found = ledger::verify(db)?;
    let mut complaints = Vec::new();
    if !found.is_intact() {
        complaints.push(complaint("books_broken", &found.head, []));
    }
    let told = office::audit::of_subject(db, "ledger", 1)?.into_iter().next();
    if let Some(line) = told {
        let entries = line.after["entries"].as_i64().unwrap_or_default();
        let head = line.after["head"].as_str().unwrap_or_default();
        if entries > 0 && ledger::journal::seal_of(db, entries)?.as_deref() != Some(head) {
            let args =
                [("by", line.person_name), ("told_at", line.at.micros().to_string()), ("line", line.seq.to_string())];
            complaints.push(complaint("books_other_than_told", head, args));
        }
    }
    Ok(complaints)
}
