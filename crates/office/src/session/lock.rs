//! The screen is locked: the person stays signed in, and nothing can be read or done until the password is given.

use crate::input::Nothing;
use crate::office::{Caller, Door, Office};
use kernel::Result;

pub fn lock(office: &Office, door: &mut Door, _: Nothing) -> Result<Nothing> {
    if let Caller::Holder(token) = &door.caller {
        office.sessions.lock(token);
    }
    Ok(Nothing {})
}
