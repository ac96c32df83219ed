//! The save under way is stopped; its transaction is undone, and the file stays in hand.

use super::desk;
use super::model::WhichImport;
use kernel::Result;
use office::input::Nothing;
use office::{Door, Office};

pub fn stop(office: &Office, door: &mut Door, input: WhichImport) -> Result<Nothing> {
    desk::in_hand(office, door, input)?.1.pace.stop();
    Ok(Nothing {})
}
