//! How far the save of this import has come; asked beside it, never waiting for it.

use super::model::{ImportProgress, WhichImport};
use super::session;
use kernel::Result;
use office::{Office, SystemCall};

pub fn progress(office: &Office, call: &mut SystemCall, input: WhichImport) -> Result<ImportProgress> {
    Ok(session::in_hand(office, call, input)?.1.pace.progress())
}
