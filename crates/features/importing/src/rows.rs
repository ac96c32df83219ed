//! A page of rows: what stands in each cell, what it becomes, and why not. Nothing is judged for it.

use super::model::{CellPreview, LookAtRows, RowPreview, RowsPage, WhichImport};
use super::preview;
use super::session::{self, Work};
use intake::{CellView, RowView, TableKind};
use kernel::Result;
use kernel::arabic::fold;
use office::{Office, SystemCall};

/// Rows of one answer.
const MOST: usize = 500;

pub fn rows(office: &Office, call: &mut SystemCall, input: LookAtRows) -> Result<RowsPage> {
    let (_, import) = session::in_hand(office, call, WhichImport { id: input.id })?;
    let work = import.work();
    let Some(view) = work.validation.tables.view(input.table) else {
        return Ok(RowsPage { total: 0, rows: Vec::new() });
    };
    let text = fold(&input.text);
    let wanted = |row: &&RowView<'_>| {
        (input.verdicts.is_empty() || input.verdicts.contains(&row.verdict))
            && (text.is_empty() || row.cells.values().any(|cell| fold(&cell.raw).contains(&text)))
    };
    let fitting: Vec<&RowView<'_>> = view.rows.iter().filter(wanted).collect();
    let page = fitting.iter().skip(input.offset).take(input.limit.min(MOST));
    Ok(RowsPage { total: fitting.len(), rows: page.map(|row| shown(&work, input.table, row)).collect() })
}

fn shown(work: &Work, table: TableKind, row: &RowView<'_>) -> RowPreview {
    let own =
        work.draft.answers.iter().filter(|answer| answer.table == table && answer.row.as_ref() == Some(&row.place));
    let mut reasons = row.reasons.to_vec();
    let mut changed = row.changed.to_vec();
    for text in reasons.iter_mut().map(|reason| &mut reason.raw) {
        *text = preview::beginning(text).0;
    }
    for text in changed.iter_mut().flat_map(|changed| [&mut changed.from, &mut changed.to]) {
        *text = preview::beginning(text).0;
    }
    RowPreview {
        sheet: row.place.sheet.to_string(),
        row: row.place.row,
        column: row.place.column.clone(),
        verdict: row.verdict,
        cells: row.cells.iter().map(|(field, cell)| (field.clone(), cell_shown(cell))).collect(),
        reasons,
        changed,
        ask: row.ask.to_vec(),
        warnings: row.warnings.to_vec(),
        answers: own.map(|answer| (answer.ask.clone(), answer.decision.clone())).collect(),
        mended: work.draft.corrected(table, &row.place).map(str::to_owned).collect(),
    }
}

fn cell_shown(cell: &CellView) -> CellPreview {
    let (raw, cut) = preview::beginning(&cell.raw);
    let (value, _) = preview::beginning(&cell.value);
    CellPreview { raw, value, state: cell.state, cut }
}
