//! Everything that is kept of a person, as a spreadsheet for them: a sheet for each kind of thing.

use crate::inputs::WhichPerson;
use kernel::Result;
use office::context::Read;
use office::outbox::Handed;
use office::tables::safe_file_name;
use office::words::{self, Language};
use serde_json::json;
use sheets::{Column, ColumnKind, Table, write_xlsx_book};

const MIME: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

pub fn person(cx: &Read<'_>, input: WhichPerson) -> Result<Handed> {
    let party = parties::party(cx, input.party)?;
    let file = beneficiaries::file_of(cx, input.party)?;
    let word = |key: &str| words::word(key, Language::Ar);
    let mut tables = Vec::new();
    for feature in cx.features().all() {
        let Some(personal) = feature.personal else { continue };
        for told in (personal.tells)(cx, input.party)? {
            let columns = told.columns.iter().map(|key| Column { title: word(key), kind: ColumnKind::Text }).collect();
            tables.push(Table { title: word(told.title), columns, rows: told.rows });
        }
    }
    let rows: usize = tables.iter().map(|table| table.rows.len()).sum();
    cx.saw("file", party.id, &party.facts.name, json!({ "sheets": tables.len(), "rows": rows }));
    let title = format!("{} {}", word("privacy.of_person"), file.file_no);
    cx.hand(safe_file_name(&title, "xlsx", "person"), MIME, write_xlsx_book(&tables)?)
}
