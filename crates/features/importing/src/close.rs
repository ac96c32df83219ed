//! The file is laid down; what was not saved is forgotten.

use super::desk;
use super::model::WhichImport;
use kernel::Result;
use office::input::Nothing;
use office::{Door, Office};

pub fn close(office: &Office, door: &mut Door, input: WhichImport) -> Result<Nothing> {
    let (_, import) = desk::in_hand(office, door, input)?;
    import.pace.stop();
    office.sessions.take_in_hand(&door.caller, None);
    Ok(Nothing {})
}
