//! What the session has in hand: a screen that was left and opened again goes on where it was.

use super::model::CurrentImport;
use super::preview;
use crate::input::Nothing;
use crate::office::{Door, Office};
use kernel::Result;

pub fn current(office: &Office, door: &mut Door, _: Nothing) -> Result<CurrentImport> {
    let Some(import) = office.sessions.in_hand(&door.caller) else {
        return Ok(CurrentImport { id: None, saving: false, preview: None });
    };
    let work = import.work_if_free();
    Ok(CurrentImport {
        id: Some(import.id),
        saving: work.is_none(),
        preview: work.map(|work| preview::preview(&import, &work)),
    })
}
