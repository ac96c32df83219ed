//! How far the save of this import has come; asked beside it, never waiting for it.

use super::desk;
use super::model::{ImportProgress, WhichImport};
use kernel::Result;
use office::{Door, Office};

pub fn progress(office: &Office, door: &mut Door, input: WhichImport) -> Result<ImportProgress> {
    Ok(desk::in_hand(office, door, input)?.1.pace.progress())
}
