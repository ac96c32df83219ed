//! A person leaves; when the last one has left, the file is closed and its key wiped.

use crate::input::Nothing;
use crate::office::{Caller, Office, SessionChange, SystemCall};
use crate::trail;
use kernel::Result;

/// Whoever leaves has left, even where the line that says so cannot be written any more. The office closes the file behind
/// the last one.
pub fn sign_out(office: &Office, call: &mut SystemCall, _: Nothing) -> Result<Nothing> {
    let who = office.sessions.holder(&call.caller)?;
    let told = office.unlocked().and_then(|unlocked| {
        unlocked.db.write(|db| trail::line(db, Some(&who), office.now(), "session.sign_out", "sign_out", &[], "done"))
    });
    if let Err(failure) = told {
        eprintln!("sharaka: the audit line of a sign-out could not be written: {failure}");
    }
    if let Caller::Holder(token) = &call.caller {
        office.sessions.end(token);
    }
    office.forget_files();
    call.change = SessionChange::Ended;
    Ok(Nothing {})
}
