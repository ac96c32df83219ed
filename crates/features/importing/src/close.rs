//! The file is laid down; what was not saved is forgotten.

use super::model::WhichImport;
use super::session;
use kernel::Result;
use office::input::Nothing;
use office::{Office, SystemCall};

pub fn close(office: &Office, call: &mut SystemCall, input: WhichImport) -> Result<Nothing> {
    let (_, import) = session::in_hand(office, call, input)?;
    import.pace.stop();
    office.sessions.take_in_hand(&call.caller, None);
    Ok(Nothing {})
}
