//! The whole report of an import as the command line prints it: every row of every table, without the preview's cells.

use super::model::{FullReport, WhichImport};
use super::session;
use kernel::{Failure, Result};
use office::{Office, SystemCall};

pub fn report(office: &Office, call: &mut SystemCall, input: WhichImport) -> Result<FullReport> {
    let (_, import) = session::in_hand(office, call, input)?;
    let work = import.work();
    let validation = serde_json::to_value(work.validation.clone().without_cells()).map_err(Failure::broken)?;
    let why_not = import.why_not(&work);
    Ok(FullReport {
        file: import.file.clone(),
        can_save: why_not.is_empty() && work.saved.is_none(),
        why_not,
        saved: work.saved.clone(),
        validation,
    })
}
