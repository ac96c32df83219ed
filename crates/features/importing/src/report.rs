//! The whole report of an import as the command line prints it: every row of every table, without the preview's cells.

use super::model::{FullReport, ReportImport, WhichImport};
use super::{session, taken_out};
use kernel::{Failure, Result};
use office::words::Language;
use office::{Office, SystemCall};

pub fn report(office: &Office, call: &mut SystemCall, input: ReportImport) -> Result<FullReport> {
    let (_, import) = session::in_hand(office, call, WhichImport { id: input.id })?;
    let work = import.work();
    let mut validation = serde_json::to_value(work.validation.clone().without_cells()).map_err(Failure::broken)?;
    taken_out::put_into_words(&mut validation, input.language.unwrap_or(Language::Ar));
    let why_not = import.why_not(&work);
    Ok(FullReport {
        file: import.file.clone(),
        can_save: why_not.is_empty() && work.saved.is_none(),
        why_not,
        saved: work.saved.clone(),
        rehearsed: work.rehearsed.clone(),
        validation,
    })
}
