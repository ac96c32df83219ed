//! A person leaves; when the last one has left, the file is closed and its key wiped.

use crate::input::Nothing;
use crate::office::{Caller, Office, SessionChange, SystemCall};
use crate::trail;
use kernel::Result;

pub fn sign_out(office: &Office, call: &mut SystemCall, _: Nothing) -> Result<Nothing> {
    let who = office.sessions.holder(&call.caller)?;
    let unlocked = office.unlocked()?;
    unlocked.db.write(|db| trail::line(db, Some(&who), office.now(), "session.sign_out", "sign_out", &[], "done"))?;
    drop(unlocked);
    if let Caller::Holder(token) = &call.caller
        && office.sessions.end(token)
    {
        office.shut()?;
    }
    office.forget_files();
    call.change = SessionChange::Ended;
    Ok(Nothing {})
}
