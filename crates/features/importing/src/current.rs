//! What the session has in hand: a screen that was left and opened again goes on where it was.

use super::model::CurrentImport;
use super::preview;
use super::session::ImportSession;
use kernel::Result;
use office::input::Nothing;
use office::{Office, SystemCall};

pub fn current(office: &Office, call: &mut SystemCall, _: Nothing) -> Result<CurrentImport> {
    let Some(import) = office.sessions.in_hand::<ImportSession>(&call.caller) else {
        return Ok(CurrentImport { id: None, saving: false, preview: None });
    };
    let work = import.work_if_free();
    Ok(CurrentImport {
        id: Some(import.id),
        saving: work.is_none(),
        preview: work.map(|work| preview::preview(&import, &work)),
    })
}
