//! OpenDocument spreadsheets (OASIS ODF 1.3, part 3, section 9): the values a sheet shows.

use crate::archive::Archive;
use crate::format::is_code_of;
use crate::grid::{Budget, Grid};
use crate::number::{Epoch, decimal, written_day};
use crate::refusals::{DAMAGED, KIND_UNKNOWN, OLD_OR_LOCKED};
use crate::xml::{add_text, attribute, next, pass_over, reader};
use crate::{Cell, Limits, Merged, Sheet, Workbook};
use kernel::{Result, require};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::HashSet;

pub fn read(archive: &mut Archive<'_>, limits: &Limits) -> Result<Workbook> {
    let kind = archive.needed("mimetype")?;
    require(kind.trim().starts_with("application/vnd.oasis.opendocument.spreadsheet"), KIND_UNKNOWN)?;
    let manifest = archive.part("META-INF/manifest.xml")?.unwrap_or_default();
    require(!manifest.contains("encryption-data"), OLD_OR_LOCKED)?;

    let text = archive.needed("content.xml")?;
    let mut budget = Budget::new(limits);
    let mut sheets = Vec::new();
    let (mut style, mut hidden, mut epoch) = (String::new(), HashSet::new(), Epoch::default());
    let mut reader = reader(&text);
    loop {
        match next(&mut reader)? {
            Event::Start(element) => match element.local_name().as_ref() {
                "style" => style = attribute(&element, "name").unwrap_or_default(),
                "table-properties" if attribute(&element, "display").as_deref() == Some("false") => {
                    hidden.insert(style.clone());
                }
                "null-date" if attribute(&element, "date-value").is_some_and(|day| day.starts_with("1904")) => {
                    epoch = Epoch::From1904;
                }
                // What was changed and what other programs are asked for holds cells of its own.
                "tracked-changes" | "dde-links" => pass_over(&mut reader, &element)?,
                "table" => {
                    budget.sheet()?;
                    let name = attribute(&element, "name").unwrap_or_default();
                    let unseen = attribute(&element, "style-name").is_some_and(|style| hidden.contains(&style));
                    if is_kept_copy(&name) {
                        pass_over(&mut reader, &element)?;
                    } else {
                        let found = sheet(&mut reader, name, &mut budget)?;
                        sheets.push(Sheet { hidden: unseen, epoch, ..found });
                    }
                }
                _ => {}
            },
            Event::Eof => return Ok(Workbook { sheets }),
            _ => {}
        }
    }
}

/// Whether a table is no sheet of this file but a copy of another file's, kept for the formulas that point there; its
/// name is the place of that file: `'file:///home/a.ods'#Sheet1`.
fn is_kept_copy(name: &str) -> bool {
    name.starts_with('\'') && name.contains("'#")
}

fn sheet(reader: &mut Reader<&[u8]>, name: String, budget: &mut Budget<'_>) -> Result<Sheet> {
    let mut grid = Grid::default();
    let mut row = 0usize;
    loop {
        match next(reader)? {
            // Shapes over the sheet hold texts, and a chart among them the table it is drawn from.
            Event::Start(element) if matches!(element.local_name().as_ref(), "shapes" | "forms") => {
                pass_over(reader, &element)?;
            }
            Event::Start(element) if element.local_name().as_ref() == "table-row" => {
                let times = repeated(&element, "number-rows-repeated");
                let cells = cells_of_row(reader, row, &mut grid, budget)?;
                // A repeated row that holds something counts as often as it stands there; blank ones cost nothing.
                if !cells.is_empty() {
                    for again in 0..times {
                        for (column, cell) in &cells {
                            grid.put(row.saturating_add(again), *column, cell.clone(), budget)?;
                        }
                    }
                }
                row = row.saturating_add(times);
            }
            Event::End(element) if element.local_name().as_ref() == "table" => {
                return grid.finish(name, budget);
            }
            Event::Eof => return Err(DAMAGED.into()),
            _ => {}
        }
    }
}

/// The cells of one row that hold something, with their columns.
fn cells_of_row(
    reader: &mut Reader<&[u8]>,
    row: usize,
    grid: &mut Grid,
    budget: &Budget<'_>,
) -> Result<Vec<(usize, Cell)>> {
    let mut cells = Vec::new();
    let mut column = 0usize;
    loop {
        match next(reader)? {
            Event::Start(element) => {
                let name = element.local_name();
                if name.as_ref() == "table-cell" || name.as_ref() == "covered-table-cell" {
                    let times = repeated(&element, "number-columns-repeated");
                    remember_merged(&element, row, column, grid);
                    let found = cell(reader, &element)?;
                    if !found.is_blank() {
                        // One column beyond what is allowed is enough to be refused.
                        let few = times.min(budget.limits.columns + 1);
                        cells.extend((0..few).map(|again| (column.saturating_add(again), found.clone())));
                    }
                    column = column.saturating_add(times);
                }
            }
            Event::End(element) if element.local_name().as_ref() == "table-row" => {
                return Ok(cells);
            }
            Event::Eof => return Err(DAMAGED.into()),
            _ => {}
        }
    }
}

fn repeated(element: &BytesStart<'_>, name: &str) -> usize {
    attribute(element, name).and_then(|text| text.parse::<u32>().ok()).map_or(1, |times| times.max(1) as usize)
}

fn remember_merged(element: &BytesStart<'_>, row: usize, column: usize, grid: &mut Grid) {
    let rows = repeated(element, "number-rows-spanned");
    let columns = repeated(element, "number-columns-spanned");
    grid.merge(Merged {
        first_row: row,
        last_row: row.saturating_add(rows - 1),
        first_column: column,
        last_column: column.saturating_add(columns - 1),
    });
}

fn cell(reader: &mut Reader<&[u8]>, element: &BytesStart<'_>) -> Result<Cell> {
    let text = cell_text(reader)?;
    let value = |name: &str| attribute(element, name).unwrap_or_default();
    let formula = attribute(element, "formula");
    // Both `office:value-type` and `calcext:value-type` may stand there; only the latter knows errors. A program that
    // does not write it writes a number, and shows the error.
    let failed = element.attributes_raw().contains("calcext:value-type=\"error\"");
    if failed || (formula.is_some() && shows_an_error(&text)) {
        return Ok(Cell::Error(text.into()));
    }
    Ok(match value("value-type").as_str() {
        "float" | "currency" | "percentage" => match decimal(&value("value")) {
            Some(number) if !is_code_of(&text, &number) => Cell::Number(number.into()),
            _ => text_cell(text),
        },
        "date" if value("date-value").is_empty() => text_cell(text),
        "date" => written_day(&value("date-value")),
        "boolean" => Cell::Bool(value("boolean-value") == "true"),
        "string" => text_cell(attribute(element, "string-value").unwrap_or(text)),
        "" if text.is_empty() => uncalculated(formula),
        _ => text_cell(text),
    })
}

fn text_cell(text: String) -> Cell {
    if text.is_empty() { Cell::Empty } else { Cell::Text(text.into()) }
}

/// A formula beside which no value stands was never calculated.
fn uncalculated(formula: Option<String>) -> Cell {
    formula.map_or(Cell::Empty, |formula| {
        let bare = formula.split_once(":=").map_or(formula.trim_start_matches('='), |(_, bare)| bare);
        Cell::Text(format!("={bare}").into())
    })
}

fn shows_an_error(text: &str) -> bool {
    text.starts_with("Err:") || (text.starts_with('#') && (text.ends_with(['!', '?']) || text == "#N/A"))
}

/// The paragraphs of a cell, one a line. Whatever else lies in or over the cell, a comment, a picture, a shape with
/// words in it, is not its text.
fn cell_text(reader: &mut Reader<&[u8]>) -> Result<String> {
    let (mut text, mut prefix) = (String::new(), String::new());
    let (mut paragraphs, mut depth) = (0usize, 0usize);
    loop {
        match next(reader)? {
            Event::Start(element) => {
                let name = element.name();
                let (own, local) = name.as_ref().split_once(':').unwrap_or(("", name.as_ref()));
                let begins = depth == 0 && matches!(local, "p" | "h");
                let belongs = depth > 0 && own == prefix && !matches!(local, "note" | "ruby-text");
                if !begins && !belongs {
                    pass_over(reader, &element)?;
                    continue;
                }
                match local {
                    _ if begins => {
                        text.push_str(if paragraphs > 0 { "\n" } else { "" });
                        own.clone_into(&mut prefix);
                        paragraphs += 1;
                    }
                    // The limit of a cell is 256 KB; more spaces than that need not be written out to be refused.
                    "s" => text.extend(std::iter::repeat_n(' ', repeated(&element, "c").min(1 << 19))),
                    "tab" => text.push('\t'),
                    "line-break" => text.push('\n'),
                    _ => {}
                }
                depth += 1;
            }
            Event::End(_) => match depth.checked_sub(1) {
                Some(outer) => depth = outer,
                None => return Ok(text),
            },
            Event::Eof => return Err(DAMAGED.into()),
            event if depth > 0 => add_text(&event, &mut text)?,
            _ => {}
        }
    }
}
