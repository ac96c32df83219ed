//! Everything a screen shows of an import except the rows.

use super::model::{
    FieldColumn, ImportPreview, LeftOutRows, OpeningsPreview, QuestionCount, SheetHead, TablePreview, UnmappedColumn,
    VerdictCounts,
};
use super::rules;
use super::session::{ImportSession, Work};
use intake::{Subject, TableKind, TableView, Verdict, letters};
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
        counts: counts(&validation.counts),
        data_rows: validation.data_rows,
        questions: views.iter().flat_map(|view| questions(work, view)).collect(),
        map: work.map.clone(),
        fund_names: fund_names(import, work),
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
    let columns = work.draft.layouts.iter().find(|layout| layout.kind == view.kind).map(|layout| &layout.columns);
    let field = |field: &str, must: bool| {
        let at = view.columns.get(field);
        FieldColumn {
            field: field.to_owned(),
            must,
            form: rules::form(view.kind, field),
            column: columns.and_then(|columns| columns.get(field)).copied(),
            letters: at.map(|at| at.column.clone()).unwrap_or_default(),
            header: at.map(|at| beginning(&at.header).0).unwrap_or_default(),
        }
    };
    TablePreview {
        kind: view.kind,
        sheet: view.sheet.to_owned(),
        header_row: view.header_row,
        columns: intake::fields(view.kind).iter().map(|known| field(known.name, known.must)).collect(),
        missing: view.missing.to_vec(),
        unmapped: unmapped(book, view),
        counts: counts(view.counts),
        left_out: left_out(view),
    }
}

/// Columns that hold something and belong to no field, with what stands in them.
fn unmapped(book: &Workbook, view: &TableView<'_>) -> Vec<UnmappedColumn> {
    let Some(sheet) = book.sheets.iter().find(|sheet| sheet.name == view.sheet) else { return Vec::new() };
    let header = view.header_row.saturating_sub(1);
    let width = sheet.rows.get(header).map_or(0, Vec::len);
    (0..width)
        .filter(|column| view.unmapped.contains(&letters(*column)))
        .map(|column| {
            let below = sheet.rows.iter().skip(header + 1).filter_map(|cells| cells.get(column));
            let said = below.filter(|cell| !cell.is_blank()).take(SAMPLE);
            UnmappedColumn {
                column,
                letters: letters(column),
                header: beginning(&sheet.cell(header, column).text()).0,
                sample: said.map(|cell| beginning(&cell.text()).0).collect(),
            }
        })
        .collect()
}

fn left_out(view: &TableView<'_>) -> Vec<LeftOutRows> {
    let mut found: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for skipped in view.skipped {
        found.entry(&skipped.reason).or_default().push(skipped.row);
    }
    let line = |(reason, rows): (&str, Vec<usize>)| LeftOutRows {
        reason: reason.to_owned(),
        count: rows.len(),
        rows: rows.into_iter().take(NAMED).collect(),
    };
    found.into_iter().map(line).collect()
}

/// The questions of a table by kind: those that wait, and those that were answered for all rows at once.
fn questions(work: &Work, view: &TableView<'_>) -> Vec<QuestionCount> {
    let mut found: BTreeMap<&str, usize> = BTreeMap::new();
    let waiting = view.rows.iter().filter(|row| row.verdict == Verdict::Ask);
    for ask in waiting.flat_map(|row| row.ask) {
        *found.entry(ask.kind()).or_default() += 1;
    }
    let for_all = |ask: &str| {
        let answers = work.draft.answers.iter();
        let mut of_all = answers.filter(|answer| answer.table == view.kind && answer.row.is_none());
        of_all.find(|answer| answer.ask == ask).map(|answer| answer.decision.clone())
    };
    let answered = work.draft.answers.iter().filter(|answer| answer.table == view.kind && answer.row.is_none());
    for answer in answered {
        found.entry(&answer.ask).or_default();
    }
    let line = |(ask, open): (&str, usize)| QuestionCount {
        table: view.kind,
        ask: ask.to_owned(),
        open,
        can_stand: intake::can_stand(ask),
        for_all: for_all(ask),
    };
    found.into_iter().map(line).collect()
}

/// The funds a row may mean: those of the office, and those the file itself brings.
fn fund_names(import: &ImportSession, work: &Work) -> Vec<String> {
    let here = work.validation.tables.funds.iter().flat_map(|table| table.ready().map(|(_, fund)| fund.name.clone()));
    let asks = |kind: &TableKind| intake::fields(*kind).iter().any(|field| field.name == "fund");
    if !import.subject.tables().iter().any(asks) {
        return Vec::new();
    }
    work.around.known.funds.iter().map(|fund| fund.name.clone()).chain(here).collect()
}

/// The beginning of a text, and whether something was cut off.
pub fn beginning(text: &str) -> (String, bool) {
    match text.char_indices().nth(SHOWN) {
        Some((end, _)) => (text[..end].to_owned(), true),
        None => (text.to_owned(), false),
    }
}
