//! Everything a screen shows of an import except the rows.

use super::model::{
    AccountName, ColleagueName, FieldColumn, FieldHead, GivenValue, ImportPreview, LeftOutRows, OpeningsPreview,
    PartPreview, SheetHead, TablePreview, UnmappedColumn, VerdictCounts,
};
use super::session::{ImportSession, Work};
use super::{questions, rules};
use intake::{Layout, Subject, TableKind, TablePart, TableView, Verdict, letters};
use sheets::{Sheet, Workbook};
use std::collections::BTreeMap;

/// Values shown of a column nobody has named yet.
const SAMPLE: usize = 5;
/// Rows that are no data are named up to this many.
const NAMED: usize = 20;
/// The longest text of a cell on a screen, in characters; the whole is kept.
pub const SHOWN: usize = 1_000;

pub fn preview(import: &ImportSession, work: &Work) -> ImportPreview {
    let validation = &work.validation;
    let views: Vec<TableView<'_>> =
        import.subject.tables().iter().filter_map(|kind| validation.tables.view(*kind)).collect();
    let why_not = import.why_not(work);
    ImportPreview {
        id: import.id,
        file: import.file.clone(),
        subject: import.subject,
        sheets: import.book.sheets.iter().map(head).collect(),
        tables: views.iter().map(|view| table(&import.book, work, view)).collect(),
        not_found: validation.not_found.clone(),
        left_out: validation.left_out.clone(),
        counts: counts(&validation.counts),
        data_rows: validation.data_rows,
        questions: views.iter().flat_map(|view| questions::of(import, work, view)).collect(),
        map: work.map.clone(),
        fund_names: fund_names(import, work),
        accounts: accounts(work),
        people: people(work),
        halting: validation.halting.len(),
        other_class: validation.other_class.len(),
        openings: (import.subject == Subject::Openings)
            .then(|| OpeningsPreview { day: work.opening_day(), funds: validation.funds.clone() }),
        imported_before: work.imported_before.clone(),
        can_save: why_not.is_empty() && work.saved.is_none(),
        why_not,
        saved: work.saved.clone(),
        rehearsed: work.rehearsed.clone(),
    }
}

fn head(sheet: &Sheet) -> SheetHead {
    SheetHead {
        name: sheet.name.clone(),
        hidden: sheet.hidden,
        rows: sheet.rows.len(),
        columns: sheet.rows.iter().map(Vec::len).max().unwrap_or_default(),
    }
}

pub fn counts(counts: &BTreeMap<Verdict, usize>) -> VerdictCounts {
    let of = |verdict| counts.get(&verdict).copied().unwrap_or_default();
    VerdictCounts {
        clean: of(Verdict::Clean),
        normalised: of(Verdict::Normalised),
        ask: of(Verdict::Ask),
        refused: of(Verdict::Refused),
        skipped: of(Verdict::Skipped),
    }
}

fn table(book: &Workbook, work: &Work, view: &TableView<'_>) -> TablePreview {
    let known = |field: &str| {
        let found = |part: &TablePart| part.columns.contains_key(field) || part.given.contains_key(field);
        let across = |layout: &Layout| layout.stands_across(field);
        view.parts.iter().any(found) || work.draft.parts(view.kind).any(across)
    };
    let head = |field: &'static intake::Field| FieldHead {
        field: field.name.to_owned(),
        must: field.must,
        form: rules::form(field.name),
        known: known(field.name),
    };
    TablePreview {
        kind: view.kind,
        parts: view.parts.iter().filter_map(|part| self::part(book, work, view.kind, part)).collect(),
        fields: intake::fields(view.kind).iter().map(head).collect(),
        missing: view.missing.to_vec(),
        counts: counts(view.counts),
        left_out: left_out(view),
    }
}

fn part(book: &Workbook, work: &Work, kind: TableKind, part: &TablePart) -> Option<PartPreview> {
    let layout = work.draft.parts(kind).find(|layout| layout.sheet == part.sheet)?;
    let sheet = book.sheets.iter().find(|sheet| sheet.name == part.sheet)?;
    let column = |(field, columns): (&String, &Vec<usize>)| FieldColumn {
        field: field.clone(),
        columns: columns.clone(),
        letters: columns.iter().map(|column| letters(*column)).collect(),
        header: part.columns.get(field).map(|at| beginning(&at.header).0).unwrap_or_default(),
        found: layout.found.get(field).copied(),
    };
    let given = |(field, given): (&String, &intake::Given)| GivenValue {
        field: field.clone(),
        value: given.value.clone(),
        said: given.said.clone(),
    };
    Some(PartPreview {
        sheet: part.sheet.clone(),
        header_row: part.header_row,
        rows: part.rows,
        columns: layout.columns.iter().map(column).collect(),
        given: layout.given.iter().map(given).collect(),
        across: part.across.clone(),
        missing: part.missing.clone(),
        left_out: left_out_columns(sheet, layout, part),
    })
}

/// Columns that hold something and belong to no field, with what stands in them.
fn left_out_columns(sheet: &Sheet, layout: &Layout, part: &TablePart) -> Vec<UnmappedColumn> {
    let columns = layout.unmapped(sheet).into_iter().zip(&part.left_out);
    columns
        .map(|(column, told)| UnmappedColumn {
            column,
            letters: told.column.clone(),
            header: beginning(&told.header).0,
            sample: examples(sheet, layout, column),
        })
        .collect()
}

/// The first few different values of a column.
pub fn examples(sheet: &Sheet, layout: &Layout, column: usize) -> Vec<String> {
    let below = sheet.rows.iter().skip(layout.header_row).filter_map(|cells| cells.get(column));
    let mut said: Vec<String> = Vec::new();
    for cell in below.filter(|cell| !cell.is_blank()) {
        let text = beginning(&cell.text()).0;
        if !said.contains(&text) {
            said.push(text);
        }
        if said.len() == SAMPLE {
            break;
        }
    }
    said
}

fn left_out(view: &TableView<'_>) -> Vec<LeftOutRows> {
    let mut found: BTreeMap<(usize, &str), (&str, Vec<usize>)> = BTreeMap::new();
    let place = |sheet: &str| view.parts.iter().position(|part| part.sheet == sheet).unwrap_or_default();
    for skipped in view.skipped {
        let key = (place(&skipped.sheet), skipped.reason.as_str());
        found.entry(key).or_insert_with(|| (&skipped.sheet, Vec::new())).1.push(skipped.row);
    }
    let line = |((_, reason), (sheet, rows)): ((usize, &str), (&str, Vec<usize>))| LeftOutRows {
        sheet: sheet.to_owned(),
        reason: reason.to_owned(),
        count: rows.len(),
        rows: rows.into_iter().take(NAMED).collect(),
    };
    found.into_iter().map(line).collect()
}

/// The funds a row may mean: those of the office, and those the file itself brings.
pub fn fund_names(import: &ImportSession, work: &Work) -> Vec<String> {
    let here = work.validation.tables.funds.iter().flat_map(|table| table.ready().map(|(_, fund)| fund.name.clone()));
    let asks = |kind: &TableKind| intake::fields(*kind).iter().any(|field| field.name == "fund");
    if !import.subject.tables().iter().any(asks) {
        return Vec::new();
    }
    work.around.known.funds.iter().map(|fund| fund.name.clone()).chain(here).collect()
}

/// The accounts that may hold lines, where an opening asks which one is meant.
fn accounts(work: &Work) -> Vec<AccountName> {
    let view = work.validation.tables.view(TableKind::Openings);
    let asks = |ask: &intake::Ask| ask.kind() == "unknown_account";
    if !view.iter().flat_map(|view| &view.rows).any(|row| row.ask.iter().any(asks))
        && !answered(work, "unknown_account")
    {
        return Vec::new();
    }
    let accounts = work.around.known.accounts.iter().filter(|account| account.postable);
    accounts.map(|account| AccountName { code: account.code.clone(), name: account.name.clone() }).collect()
}

/// Who may be meant, where a row asks for somebody of the office.
fn people(work: &Work) -> Vec<ColleagueName> {
    let staff = work.around.known.follow_up.staff.iter();
    staff.map(|one| ColleagueName { id: one.key.clone(), name: one.name.clone(), active: one.active }).collect()
}

fn answered(work: &Work, ask: &str) -> bool {
    work.draft.answers.iter().any(|answer| answer.ask == ask)
}

/// The beginning of a text, and whether something was cut off.
pub fn beginning(text: &str) -> (String, bool) {
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => (text[..end].to_owned(), true),
        None => (text.to_owned(), false),
    }
}
