//! OpenDocument spreadsheets (OASIS ODF 1.3, part 3, section 9): the values a sheet shows.

use crate::archive::Archive;
use crate::grid::{Budget, Grid};
use crate::number::decimal;
use crate::refusals::{DAMAGED, KIND_UNKNOWN, OLD_OR_LOCKED};
use crate::xml::{add_text, attribute, next, reader};
use crate::{Cell, Limits, Merged, Sheet, Workbook};
use kernel::{Result, require};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

pub fn read(archive: &mut Archive<'_>, limits: &Limits) -> Result<Workbook> {
    let kind = archive.needed("mimetype")?;
    require(kind.trim().starts_with("application/vnd.oasis.opendocument.spreadsheet"), KIND_UNKNOWN)?;
    let manifest = archive.part("META-INF/manifest.xml")?.unwrap_or_default();
    require(!manifest.contains("encryption-data"), OLD_OR_LOCKED)?;

    let text = archive.needed("content.xml")?;
    let mut budget = Budget::new(limits);
    let mut sheets = Vec::new();
    let mut reader = reader(&text);
    loop {
        match next(&mut reader)? {
            Event::Start(element) if element.local_name().as_ref() == "table" => {
                budget.sheet()?;
                let name = attribute(&element, "name").unwrap_or_default();
                sheets.push(sheet(&mut reader, name, &mut budget)?);
            }
            Event::Eof => return Ok(Workbook { sheets }),
            _ => {}
        }
    }
}

fn sheet(reader: &mut Reader<&[u8]>, name: String, budget: &mut Budget<'_>) -> Result<Sheet> {
    let mut grid = Grid::default();
    let mut row = 0usize;
    loop {
        match next(reader)? {
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
                return grid.finish(name, false, budget);
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
                    let end = name.as_ref().to_owned();
                    remember_merged(&element, row, column, grid);
                    let found = cell(reader, &element, &end)?;
                    if found != Cell::Empty {
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

fn cell(reader: &mut Reader<&[u8]>, element: &BytesStart<'_>, end: &str) -> Result<Cell> {
    let text = cell_text(reader, end)?;
    let value = |name: &str| attribute(element, name).unwrap_or_default();
    // Both `office:value-type` and `calcext:value-type` may stand there; only the latter knows errors.
    if element.attributes_raw().contains("calcext:value-type=\"error\"") {
        return Ok(Cell::Error(text.into()));
    }
    Ok(match value("value-type").as_str() {
        "float" | "currency" | "percentage" => {
            decimal(&value("value")).map_or_else(|| text_cell(text), |number| Cell::Number(number.into()))
        }
        "date" => {
            let day = value("date-value").get(..10).and_then(|day| day.parse().ok());
            day.map_or_else(|| text_cell(text), Cell::Day)
        }
        "boolean" => Cell::Bool(value("boolean-value") == "true"),
        "string" => text_cell(attribute(element, "string-value").unwrap_or(text)),
        _ => text_cell(text),
    })
}

fn text_cell(text: String) -> Cell {
    if text.is_empty() { Cell::Empty } else { Cell::Text(text.into()) }
}

/// The paragraphs of a cell, one a line. A comment pinned to the cell is not its text.
fn cell_text(reader: &mut Reader<&[u8]>, end: &str) -> Result<String> {
    let mut text = String::new();
    let (mut paragraphs, mut depth, mut in_comment) = (0usize, 0usize, false);
    loop {
        match next(reader)? {
            Event::Start(element) => match element.local_name().as_ref() {
                "annotation" => in_comment = true,
                _ if in_comment => {}
                "p" => {
                    if paragraphs > 0 {
                        text.push('\n');
                    }
                    (paragraphs, depth) = (paragraphs + 1, depth + 1);
                }
                // The limit of a cell is 256 KB; more spaces than that need not be written out to be refused.
                "s" => text.extend(std::iter::repeat_n(' ', repeated(&element, "c").min(1 << 19))),
                "tab" => text.push('\t'),
                "line-break" => text.push('\n'),
                _ => {}
            },
            Event::End(element) => match element.local_name().as_ref() {
                "annotation" => in_comment = false,
                name if name == end => return Ok(text),
                "p" if !in_comment => depth = depth.saturating_sub(1),
                _ => {}
            },
            Event::Eof => return Err(DAMAGED.into()),
            event if depth > 0 && !in_comment => add_text(&event, &mut text)?,
            _ => {}
        }
    }
}
