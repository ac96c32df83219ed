//! The save under way is stopped; its transaction is undone, and the file stays in hand.

use super::model::WhichImport;
use super::session;
use kernel::Result;
use office::input::Nothing;
use office::{Office, SystemCall};

pub fn stop(office: &Office, call: &mut SystemCall, input: WhichImport) -> Result<Nothing> {
    session::in_hand(office, call, input)?.1.pace.stop();
    Ok(Nothing {})
}
