//! The columns of the file in hand are remembered under a name, for the next file of the same office.

use super::model::{ImportPreview, MapLine, SaveMap, WhichImport};
use super::preview;
use super::rules::MAP_NAME_MISSING;
use super::session;
use super::store::{self, RememberedMap};
use intake::ColumnMap;
use kernel::Result;
use kernel::id::ImportId;
use office::context::Write;
use office::input::required;
use office::trail;
use office::{Office, SystemCall};

pub fn save_map(office: &Office, call: &mut SystemCall, input: SaveMap) -> Result<ImportPreview> {
    let (who, import) = session::in_hand(office, call, WhichImport { id: input.id })?;
    let name = required(&input.name, "name", MAP_NAME_MISSING)?;
    let mut work = import.work();
    let sheet = |name: &str| import.book.sheets.iter().find(|sheet| sheet.name == name);
    // Sheets of one shape are remembered once.
    let mut tables: Vec<ColumnMap> = Vec::new();
    for layout in &work.draft.layouts {
        let map = sheet(&layout.sheet).map(|sheet| layout.remember(sheet));
        tables.extend(map.filter(|map| !tables.contains(map)));
    }
    let answers = work.draft.shared_answers().cloned().collect();
    let now = office.now();
    let id = ImportId::new(now, office::random::bytes()?);
    let map = RememberedMap { line: MapLine { id, name, subject: import.subject }, tables, answers };
    office.unlocked()?.db.write(|db| {
        let cx = Write::new(db, office.features(), &who, now, office.is_demo());
        store::keep_map(&cx, &map)?;
        cx.changed("import_map", id, &map.line.name, &(), &map.tables)?;
        trail::line(db, Some(&who), now, "importing.save_map", "change", &cx.take_changes(), "done")
    })?;
    work.map = Some(map.line);
    Ok(preview::preview(&import, &work))
}
