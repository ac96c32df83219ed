//! What became of what one brought in: whoever imported is told that it was approved. That it was refused is told by
//! `approvals`.

use super::model::WhichImport;
use super::step::MOVEMENTS;
use approvals::RequestState;
use database::values;
use kernel::id::ImportId;
use kernel::{Moment, Result};
use office::context::Read;
use office::tasks::{NAMED, Severity, Task};

/// Days for which the importer is told.
const TOLD_DAYS: i64 = 14;
const MICROS_PER_DAY: i64 = 86_400_000_000;

/// # Errors
/// What the database refuses.
pub fn outcomes(cx: &Read<'_>) -> Result<Vec<Task>> {
    let sql = "SELECT id, file_name FROM import_run WHERE saved_by = $1 AND asked > 0 \
               ORDER BY saved_at DESC, id LIMIT $2";
    let runs = cx.rows(sql, values![cx.who.id, NAMED], |row| {
        Ok((row.get::<ImportId>("id")?, row.get::<String>("file_name")?))
    })?;
    let since = Moment::from_micros(cx.now.micros() - TOLD_DAYS * MICROS_PER_DAY);
    let mut tasks = Vec::new();
    for (id, file) in runs {
        let request = approvals::of(cx, &MOVEMENTS, *id.as_bytes())?;
        let Some(request) = request.filter(|request| request.state == RequestState::Approved) else { continue };
        let Some(last) = request.approvals.last().filter(|approval| approval.at > since) else { continue };
        let target = crate::WAITING.asking(&WhichImport { id })?;
        let mut task = Task::new("import_approved", target, Severity::Calm);
        task.args.insert("file".to_owned(), file);
        task.args.insert("by".to_owned(), last.name.clone());
        tasks.push(task);
    }
    Ok(tasks)
}
