//! The tables are found anew by a remembered map.

use super::model::{ImportPreview, UseMap, WhichImport};
use super::rules::MAP_DOES_NOT_FIT;
use super::store;
use super::{lay_out, session};
use kernel::{Refusal, Result, require};
use office::{Office, SystemCall};

pub fn use_map(office: &Office, call: &mut SystemCall, input: UseMap) -> Result<ImportPreview> {
    let map = office.unlocked()?.db.read(|db| store::map(db, input.map))?;
    session::changed(office, call, WhichImport { id: input.id }, |import, work| {
        let layouts = map.find(&import.book);
        let fits = map.line.subject == import.subject && !layouts.is_empty();
        require(fits, Refusal::new(MAP_DOES_NOT_FIT).with("name", &map.line.name))?;
        map.lay(layouts, &mut work.draft);
        lay_out::in_order(import, work);
        work.map = Some(map.line.clone());
        Ok(())
    })
}
