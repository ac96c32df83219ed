//! What the session has in hand: a screen that was left and opened again goes on where it was.

use super::desk::Import;
use super::model::CurrentImport;
use super::preview;
use kernel::Result;
use office::input::Nothing;
use office::{Door, Office};

pub fn current(office: &Office, door: &mut Door, _: Nothing) -> Result<CurrentImport> {
    let Some(import) = office.sessions.in_hand::<Import>(&door.caller) else {
        return Ok(CurrentImport { id: None, saving: false, preview: None });
    };
    let work = import.work_if_free();
    Ok(CurrentImport {
        id: Some(import.id),
        saving: work.is_none(),
        preview: work.map(|work| preview::preview(&import, &work)),
    })
}
