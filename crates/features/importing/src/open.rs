//! A file is handed over: read, laid out, and judged against what the office holds. Nothing is written.

use super::model::{FileInHand, ImportPreview, OpenImport};
use super::rules;
use super::session::{self, ImportSession, Work};
use super::{preview, store};
use intake::Draft;
use kernel::Result;
use office::{Office, SystemCall};
use sha2::{Digest, Sha256};
use sheets::{Limits, Workbook};
use std::sync::Arc;

pub fn open(office: &Office, call: &mut SystemCall, input: OpenImport) -> Result<ImportPreview> {
    let who = office.sessions.holder(&call.caller)?;
    who.needs(rules::permission(input.subject))?;
    if let Some(import) = office.sessions.in_hand::<ImportSession>(&call.caller).filter(|import| import.id == input.id)
    {
        return Ok(preview::preview(&import, &import.work()));
    }
    let (sha256, size, book) = office.with_file(&call.caller, &input.ticket, |bytes| {
        let sha256: [u8; 32] = Sha256::digest(bytes).into();
        Ok((sha256, bytes.len(), sheets::read(bytes, &input.name, &Limits::default())?))
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
    let validation = intake::validate(&book, &draft, &around.known);
    let work =
        Work { draft, around, validation, opening_day: None, map, imported_before, saved: None, rehearsed: None };
    let import = ImportSession::new(input.id, file, sha256, book, work);
    let shown = preview::preview(&import, &import.work());
    office.sessions.take_in_hand(&call.caller, Some(Arc::new(import)));
    Ok(shown)
}

/// Lays the tables out by a remembered map when every header it remembers stands in the file.
fn fitting(map: &store::RememberedMap, book: &Workbook, draft: &mut Draft) -> Option<super::model::MapLine> {
    let layouts = map.find(book);
    let whole = layouts.len() == map.tables.len()
        && layouts.iter().zip(&map.tables).all(|(layout, table)| layout.columns.len() == table.headers.len());
    if !whole {
        return None;
    }
    for layout in layouts {
        draft.layouts.retain(|found| found.kind != layout.kind);
        draft.layouts.push(layout);
    }
    Some(map.line.clone())
}
