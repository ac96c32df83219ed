//! The refused rows as a spreadsheet, with the reason in a last column: to be mended and imported again.

use super::desk;
use super::model::WhichImport;
use super::rules::NOTHING_REFUSED;
use crate::context::Change;
use crate::office::{Door, Office};
use crate::tables::File;
use crate::trail;
use crate::words::{self, Language};
use base64::Engine;
use kernel::{Result, require};
use serde_json::{Value, json};

pub fn refused(office: &Office, door: &mut Door, input: WhichImport) -> Result<File> {
    let (who, import) = desk::in_hand(office, door, input)?;
    let work = import.work();
    let word = |key: String| words::word(&key, Language::Ar);
    let mut tables = Vec::new();
    for kind in import.subject.tables() {
        let title = word(format!("intake.table.{}", kind.name()));
        let reasons = word("importing.reason_column".to_owned());
        let why = |reason: &str| word(format!("intake.reason.{reason}"));
        let table = intake::refused_rows(&import.book, &work.draft, &work.judgement, *kind, &title, &reasons, &why)?;
        tables.extend(table.filter(|table| !table.rows.is_empty()));
    }
    require(!tables.is_empty(), NOTHING_REFUSED)?;
    let bytes = sheets::write_xlsx_book(&tables)?;
    let rows: usize = tables.iter().map(|table| table.rows.len()).sum();
    let line = Change {
        noun: "import",
        subject: import.id.to_string(),
        label: import.file.name.clone(),
        before: Value::Null,
        after: json!({ "file": import.file.name, "sha256": import.file.sha256, "rows": rows }),
    };
    let now = office.now();
    office.inside()?.db.write(|db| trail::line(db, Some(&who), now, "importing.refused", "export", &[line], "done"))?;
    let stem = import.file.name.rsplit_once('.').map_or(import.file.name.as_str(), |(stem, _)| stem);
    Ok(File {
        name: format!("{} – {stem}.xlsx", word("importing.refused_file".to_owned())),
        mime: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet".to_owned(),
        base64: base64::engine::general_purpose::STANDARD.encode(bytes),
    })
}
