//! The whole report of an import as the command line prints it: every row of every table, without the preview's cells.

use super::desk;
use super::model::{FullReport, WhichImport};
use kernel::{Failure, Result};
use office::{Door, Office};

pub fn report(office: &Office, door: &mut Door, input: WhichImport) -> Result<FullReport> {
    let (_, import) = desk::in_hand(office, door, input)?;
    let work = import.work();
    let judgement = serde_json::to_value(work.judgement.clone().without_cells()).map_err(Failure::broken)?;
    let why_not = import.why_not(&work);
    Ok(FullReport {
        file: import.file.clone(),
        can_save: why_not.is_empty() && work.saved.is_none(),
        why_not,
        saved: work.saved.clone(),
        judgement,
    })
}
