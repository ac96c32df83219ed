//! A file is handed over: read, laid out, and judged against what the office holds. Nothing is written.

use super::model::{FileInHand, ImportPhase, ImportPreview, OpenImport};
use super::rules::{self, STOPPED};
use super::session::{self, ImportSession, Work};
use super::{preview, store};
use intake::{Draft, Validation};
use kernel::{Result, require};
use office::{Office, SystemCall};
use sha2::{Digest, Sha256};
use sheets::{Limits, Workbook};
use std::sync::Arc;

pub fn open(office: &Office, call: &mut SystemCall, input: OpenImport) -> Result<ImportPreview> {
    let who = office.sessions.holder(&call.caller)?;
    who.needs(rules::permission(input.subject))?;
    if let Some(import) = office.sessions.in_hand::<ImportSession>(&call.caller).filter(|import| import.id == input.id)
    {
        // The first handing over may still be judging, and may be stopped meanwhile.
        let work = import.work();
        require(import.is_in_hand(office, &call.caller), STOPPED)?;
        return Ok(preview::preview(&import, &work));
    }
    let (sha256, size, book) = office.with_file(&call.caller, &input.ticket, |bytes| {
        let sha256: [u8; 32] = Sha256::digest(bytes).into();
        Ok((sha256, bytes.len(), intake::apart(sheets::read(bytes, &input.name, &Limits::default())?)))
    })?;
    let hexadecimal = sha256.iter().map(|byte| format!("{byte:02x}")).collect();
    let name = kernel::arabic::tidy_line(&input.name);
    let file = FileInHand { name, bytes: size, sha256: hexadecimal };

    let around = session::surroundings(office, input.subject)?;
    let (maps, imported_before) = office
        .unlocked()?
        .db
        .read(|db| Ok((store::maps_of(db, input.subject)?, store::run_of_file(db, input.subject, &sha256)?)))?;
    let mut draft = Draft::found(&book, input.subject);
    // What somebody decided for such a file before goes before what the words of its headers suggest.
    let map = maps.into_iter().find_map(|map| fitting(&map, &book, &mut draft));
    let validation = Validation::nothing(input.subject);
    let work =
        Work { draft, around, validation, opening_day: None, map, imported_before, saved: None, rehearsed: None };
    let import = Arc::new(ImportSession::new(input.id, file, sha256, book, work));
    judged(office, call, &import)
}

/// Judges the file in hand. It is in hand before it is judged, so that it can be stopped, and ends with its session.
fn judged(office: &Office, call: &SystemCall, import: &Arc<ImportSession>) -> Result<ImportPreview> {
    let mut work = import.work();
    import.pace.begin(ImportPhase::Judging, import.book.sheets.iter().map(|sheet| sheet.rows.len()).sum());
    office.sessions.take_in_hand(&call.caller, Some(import.clone()));
    let goes_on = || import.pace.go_on().is_ok() && import.is_in_hand(office, &call.caller);
    import.judge(&mut work, &goes_on);
    let whole = goes_on();
    import.pace.end(ImportPhase::Idle);
    if whole {
        return Ok(preview::preview(import, &work));
    }
    if import.is_in_hand(office, &call.caller) {
        office.sessions.take_in_hand(&call.caller, None);
    }
    Err(STOPPED.into())
}

/// Lays the tables out by a remembered map when every header it remembers of a kind of table stands in the file.
fn fitting(map: &store::RememberedMap, book: &Workbook, draft: &mut Draft) -> Option<super::model::MapLine> {
    let found = map.find(book);
    let all = map.tables.iter().all(|table| found.iter().any(|layout| layout.kind == table.kind));
    if found.is_empty() || !all {
        return None;
    }
    map.lay(found, draft);
    Some(map.line.clone())
}
