//! Backups by the clock: the first of a day, of a week, of a month, while somebody is signed in.

use super::{keep, queries};
use crate::office::Office;
use crate::trail;
use database::rotation;
use kernel::Result;

/// Makes the backup that is due, if one is.
///
/// # Errors
/// What the disk says.
pub fn due(office: &Office) -> Result<()> {
    let Ok(unlocked) = office.unlocked() else { return Ok(()) };
    let made: Vec<_> = queries::files(office)?
        .iter()
        .filter_map(|file| file.label.as_ref())
        .map(|label| (label.made_at, label.kind))
        .collect();
    let Some(kind) = rotation::due(&made, office.now()) else { return Ok(()) };
    let made = keep::keep(office, &unlocked, kind)?;
    let id = queries::file_name(&made.path);
    unlocked.db.write(|db| {
        trail::line(db, None, office.now(), "backups.make", "change", &[trail::seen("backup", &id, &id)], "done")
    })
}
