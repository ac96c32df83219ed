//! The screen is locked: the person stays signed in, and nothing can be read or done until the password is given.

use crate::input::Nothing;
use crate::office::{Caller, Office, SystemCall};
use kernel::Result;

pub fn lock(office: &Office, call: &mut SystemCall, _: Nothing) -> Result<Nothing> {
    if let Caller::Holder(token) = &call.caller {
        office.sessions.lock(token);
    }
    Ok(Nothing {})
}
