//! The rows that stay out as a spreadsheet, with the reason or the unanswered question in a last column: to be mended and
//! imported again.

use super::model::{ReportImport, WhichImport};
use super::rules::NOTHING_REFUSED;
use super::{session, taken_out};
use intake::{Ask, Known, Other, Reason, Wording};
use kernel::{Result, require};
use office::context::Change;
use office::outbox::{Handed, Outgoing};
use office::tables::safe_file_name;
use office::trail;
use office::words::{self, Language};
use office::{Office, SystemCall};
use serde_json::{Value, json};
use std::collections::BTreeMap;

const SHEET: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

pub fn refused(office: &Office, call: &mut SystemCall, input: ReportImport) -> Result<Handed> {
    let (who, import) = session::in_hand(office, call, WhichImport { id: input.id })?;
    let language = input.language.unwrap_or(Language::Ar);
    let work = import.work();
    let word = |key: String| words::word(&key, language);
    let mut tables = Vec::new();
    for kind in import.subject.tables() {
        let title = word(format!("intake.table.{}", kind.name()));
        let reasons = word("importing.reason_column".to_owned());
        let words = Wording {
            reason: &|reason| reason_words(reason, language),
            question: &|ask| question_words(ask, &work.around.known, language),
        };
        let refused =
            intake::refused_rows(&import.book, &work.draft, &work.validation, *kind, &title, &reasons, &words)?;
        tables.extend(refused);
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
    office
        .unlocked()?
        .db
        .write(|db| trail::line(db, Some(&who), now, "importing.refused", "export", &[line], "done"))?;
    let stem = import.file.name.rsplit_once('.').map_or(import.file.name.as_str(), |(stem, _)| stem);
    let name = safe_file_name(&format!("{} – {stem}", word("importing.refused_file".to_owned())), "xlsx", "refused");
    Ok(office.hand(&call.caller, Outgoing::new(name, SHEET, bytes)?))
}

/// Why a row is refused, with what stands behind it: words of a list, or what the office calls the other file.
fn reason_words(reason: &Reason, language: Language) -> String {
    let sentence = words::word(&format!("intake.reason.{}", reason.reason), language);
    match reason.detail.as_deref() {
        None => sentence,
        Some(known) if intake::DETAILS.contains(&known) => {
            format!("{sentence} ({})", words::word(&format!("intake.detail.{known}"), language))
        }
        Some(other) => format!("{sentence} ({})", taken_out::in_words(other, language)),
    }
}

/// The question of a row, with the row or file it speaks of.
fn question_words(ask: &Ask, known: &Known, language: Language) -> String {
    let one =
        |key: &str, name: &'static str, value: String| words::fill(key, language, &BTreeMap::from([(name, value)]));
    let key = format!("intake.question.{}", ask.kind());
    match ask {
        Ask::SuspectedDuplicate { of: Other::Row { row, .. }, .. } => one("importing.like_row", "row", row.to_string()),
        Ask::SuspectedDuplicate { of: Other::Known { known: key }, .. } => {
            let person = known.people.iter().find(|person| person.key == *key);
            let file = person.map(|person| format!("{} {}", person.file_no, person.name)).unwrap_or_default();
            one("importing.like_file", "file", file)
        }
        Ask::AlikeUndecided { of: Other::Row { row, .. } } => one(&key, "row", row.to_string()),
        Ask::AlikeUndecided { of: Other::Known { .. } } => one(&key, "row", String::new()),
        Ask::ReversalAmountDiffers { target } | Ask::ReversalTargetUndecided { target } => {
            one(&key, "target", target.clone())
        }
        Ask::LoanUndecided { loan_no } => one(&key, "loan_no", loan_no.clone()),
        Ask::UnknownWord { .. }
        | Ask::SheetValue { .. }
        | Ask::ColumnMeaning { .. }
        | Ask::MoneyUnit { .. }
        | Ask::ShortYear { .. }
        | Ask::UnknownPerson { .. }
        | Ask::NobodyNamed { .. }
        | Ask::UnknownAccount { .. } => {
            let (field, value) = ask.about();
            let mut args = BTreeMap::from([
                ("field", words::word(&format!("intake.field.{field}"), language)),
                ("value", value.to_owned()),
                ("header", value.to_owned()),
            ]);
            if let Ask::SheetValue { said, .. } = ask {
                args.insert("said", said.clone());
            }
            words::fill(&key, language, &args)
        }
        Ask::UnknownFund { .. }
        | Ask::ReceiptNumberReused { .. }
        | Ask::NegativeWithoutReference
        | Ask::MonthDay
        | Ask::OldDistress
        | Ask::OldPromise => words::word(&key, language),
    }
}
