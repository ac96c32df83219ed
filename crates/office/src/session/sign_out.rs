//! A person leaves; when the last one has left, the file is closed and its key wiped.

use crate::input::Nothing;
use crate::office::{Caller, Door, Office, SessionChange};
use crate::trail;
use kernel::Result;

pub fn sign_out(office: &Office, door: &mut Door, _: Nothing) -> Result<Nothing> {
    let who = office.sessions.holder(&door.caller)?;
    let unlocked = office.unlocked()?;
    unlocked.db.write(|db| trail::line(db, Some(&who), office.now(), "session.sign_out", "sign_out", &[], "done"))?;
    drop(unlocked);
    if let Caller::Holder(token) = &door.caller
        && office.sessions.end(token)
    {
        office.shut()?;
    }
    office.forget_files();
    door.change = SessionChange::Ended;
    Ok(Nothing {})
}
