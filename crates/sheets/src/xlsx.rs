//! Office Open XML spreadsheets (ECMA-376): the values a sheet shows. Of a formula its last value is read; where a
//! program left none, its text.

use crate::archive::Archive;
use crate::format::Shown;
use crate::grid::{Budget, Grid};
use crate::number::{Epoch, decimal, written_day};
use crate::refusals::{DAMAGED, MACROS};
use crate::xml::{add_text, attribute, next, reader};
use crate::{Cell, Limits, Merged, Sheet, Workbook};
use kernel::{Result, require};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::HashMap;

/// What the cells of every sheet refer to.
struct Shared {
    strings: Vec<String>,
    /// By style number: how a number of this style is shown.
    styles: Vec<Shown>,
    epoch: Epoch,
}

pub fn read(archive: &mut Archive<'_>, limits: &Limits) -> Result<Workbook> {
    let types = archive.needed("[Content_Types].xml")?;
    require(!types.to_lowercase().contains("macroenabled"), MACROS)?;
    let links = archive.part("_rels/.rels")?.map(|text| relations(&text)).transpose()?.unwrap_or_default();
    let main = links.iter().find(|link| link.kind.ends_with("/officeDocument"));
    let main = main.map_or("xl/workbook.xml", |link| link.target.trim_start_matches('/')).to_owned();

    let (folder, file) = main.rsplit_once('/').unwrap_or(("", main.as_str()));
    let list = sheet_list(&archive.needed(&main)?)?;
    let links = archive.part(&format!("{folder}/_rels/{file}.rels"))?;
    let links = links.map(|text| relations(&text)).transpose()?.unwrap_or_default();
    let place =
        |kind: &str| links.iter().find(|link| link.kind.ends_with(kind)).map(|link| resolved(folder, &link.target));
    let strings = place("/sharedStrings").map(|name| archive.part(&name)).transpose()?.flatten();
    let styles = place("/styles").map(|name| archive.part(&name)).transpose()?.flatten();
    let shared = Shared {
        strings: strings.map(|text| shared_strings(&text)).transpose()?.unwrap_or_default(),
        styles: styles.map(|text| number_styles(&text)).transpose()?.unwrap_or_default(),
        epoch: list.epoch,
    };

    let mut budget = Budget::new(limits);
    let mut sheets = Vec::new();
    for entry in list.sheets {
        let Some(link) = links.iter().find(|link| link.id == entry.link) else {
            continue;
        };
        // A sheet that is a chart has no cells.
        if !link.kind.ends_with("/worksheet") {
            continue;
        }
        budget.sheet()?;
        let Some(text) = archive.part(&resolved(folder, &link.target))? else {
            return Err(DAMAGED.into());
        };
        let found = sheet(&text, entry.name, &shared, &mut budget)?;
        sheets.push(Sheet { hidden: entry.hidden, epoch: list.epoch, ..found });
    }
    Ok(Workbook { sheets })
}

struct Relation {
    id: String,
    kind: String,
    target: String,
}

fn relations(text: &str) -> Result<Vec<Relation>> {
    let mut found = Vec::new();
    each_element(text, |element| {
        if element.local_name().as_ref() == "Relationship" {
            let of = |name| attribute(element, name).unwrap_or_default();
            found.push(Relation { id: of("Id"), kind: of("Type"), target: of("Target") });
        }
    })?;
    Ok(found)
}

/// A target is counted from the folder of the part that names it, or from the root.
fn resolved(folder: &str, target: &str) -> String {
    match target.strip_prefix('/') {
        Some(from_root) => from_root.to_owned(),
        None => format!("{folder}/{}", target.trim_start_matches("./")),
    }
}

struct Entry {
    name: String,
    link: String,
    hidden: bool,
}

#[derive(Default)]
struct SheetList {
    sheets: Vec<Entry>,
    epoch: Epoch,
}

fn sheet_list(text: &str) -> Result<SheetList> {
    let mut list = SheetList::default();
    each_element(text, |element| match element.local_name().as_ref() {
        // Said once; a tag of the same name that says nothing about it takes nothing back.
        "workbookPr" if matches!(attribute(element, "date1904").as_deref(), Some("1" | "true")) => {
            list.epoch = Epoch::From1904;
        }
        "sheet" => {
            let hidden = attribute(element, "state").is_some_and(|state| state != "visible");
            let of = |name| attribute(element, name).unwrap_or_default();
            list.sheets.push(Entry { name: of("name"), link: of("id"), hidden });
        }
        _ => {}
    })?;
    Ok(list)
}

/// How numbers are shown, by the number of their style. Formats and styles of the same names stand elsewhere in the
/// part, too, for what is coloured on a condition: only those in the two lists of the cells count.
fn number_styles(text: &str) -> Result<Vec<Shown>> {
    let mut codes: HashMap<u32, String> = HashMap::new();
    let mut styles = Vec::new();
    let mut inside = String::new();
    let mut reader = reader(text);
    loop {
        match next(&mut reader)? {
            Event::Start(element) => match element.local_name().as_ref() {
                "numFmt" if inside == "numFmts" => {
                    if let (Some(id), Some(code)) = (number(&element, "numFmtId"), attribute(&element, "formatCode")) {
                        codes.insert(id, code);
                    }
                }
                list @ ("numFmts" | "cellXfs" | "cellStyleXfs" | "dxfs") => list.clone_into(&mut inside),
                "xf" if inside == "cellXfs" => {
                    let id = number(&element, "numFmtId").unwrap_or(0);
                    styles.push(Shown::of(id, codes.get(&id).map(String::as_str)));
                }
                _ => {}
            },
            Event::End(element) if element.local_name().as_ref() == inside => inside.clear(),
            Event::Eof => return Ok(styles),
            _ => {}
        }
    }
}

fn number(element: &BytesStart<'_>, name: &str) -> Option<u32> {
    attribute(element, name)?.parse().ok()
}

fn each_element(text: &str, mut with: impl FnMut(&BytesStart<'_>)) -> Result<()> {
    let mut reader = reader(text);
    loop {
        match next(&mut reader)? {
            Event::Start(element) => with(&element),
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

fn shared_strings(text: &str) -> Result<Vec<String>> {
    let mut strings = Vec::new();
    let mut reader = reader(text);
    loop {
        match next(&mut reader)? {
            Event::Start(element) if element.local_name().as_ref() == "si" => {
                strings.push(rich_text(&mut reader, "si")?);
            }
            Event::Eof => return Ok(strings),
            _ => {}
        }
    }
}

/// The text of all runs up to the end of `element`; readings of characters (`rPh`) are not part of it.
fn rich_text(reader: &mut Reader<&[u8]>, element: &str) -> Result<String> {
    let (mut text, mut in_text, mut in_reading) = (String::new(), false, false);
    loop {
        match next(reader)? {
            Event::Start(start) => match start.local_name().as_ref() {
                "t" => in_text = true,
                "rPh" => in_reading = true,
                _ => {}
            },
            Event::End(end) => match end.local_name().as_ref() {
                "t" => in_text = false,
                "rPh" => in_reading = false,
                name if name == element => return Ok(unescaped(&text)),
                _ => {}
            },
            Event::Eof => return Err(DAMAGED.into()),
            event if in_text && !in_reading => add_text(&event, &mut text)?,
            _ => {}
        }
    }
}

/// `_x000D_` stands for a character XML cannot hold (ECMA-376, ST_Xstring).
fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let code = rest.get(at + 2..at + 7).filter(|code| code.ends_with('_'));
        let letter = code.and_then(|code| u32::from_str_radix(&code[..4], 16).ok()).and_then(char::from_u32);
        let (kept, skip) = if letter.is_some() { (at, 7) } else { (at + 2, 2) };
        plain.push_str(&rest[..kept]);
        plain.extend(letter);
        rest = &rest[at + skip..];
    }
    plain.push_str(rest);
    plain
}

fn sheet(text: &str, name: String, shared: &Shared, budget: &mut Budget<'_>) -> Result<Sheet> {
    let mut grid = Grid::default();
    let mut reader = reader(text);
    let (mut row, mut column) = (0usize, 0usize);
    loop {
        match next(&mut reader)? {
            Event::Start(element) => match element.local_name().as_ref() {
                "row" => {
                    column = 0;
                    if let Some(number) = number(&element, "r") {
                        row = (number as usize).checked_sub(1).ok_or(DAMAGED)?;
                    }
                }
                "c" => {
                    if let Some(reference) = attribute(&element, "r") {
                        (row, column) = position(&reference)?;
                    }
                    let found = cell(&mut reader, &element, shared)?;
                    grid.put(row, column, found, budget)?;
                    column += 1;
                }
                "mergeCell" => {
                    if let Some(range) = attribute(&element, "ref").and_then(|text| merged(&text)) {
                        grid.merge(range);
                    }
                }
                _ => {}
            },
            Event::End(element) if element.local_name().as_ref() == "row" => row = row.saturating_add(1),
            Event::Eof => return grid.finish(name, budget),
            _ => {}
        }
    }
}

/// `C5` is row 4 and column 2, counted from 0.
fn position(reference: &str) -> Result<(usize, usize)> {
    let digits = reference.find(|letter: char| letter.is_ascii_digit()).ok_or(DAMAGED)?;
    let (letters, digits) = reference.split_at(digits);
    // Columns end at XFD: three letters.
    require((1..=3).contains(&letters.len()) && letters.bytes().all(|letter| letter.is_ascii_alphabetic()), DAMAGED)?;
    let column = letters.bytes().fold(0, |sum, letter| sum * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1);
    let row: usize = digits.parse::<u32>().map_err(|_| DAMAGED)? as usize;
    Ok((row.checked_sub(1).ok_or(DAMAGED)?, column - 1))
}

fn merged(range: &str) -> Option<Merged> {
    let (first, last) = range.split_once(':')?;
    let ((first_row, first_column), (last_row, last_column)) = (position(first).ok()?, position(last).ok()?);
    (first_row <= last_row && first_column <= last_column).then_some(Merged {
        first_row,
        last_row,
        first_column,
        last_column,
    })
}

fn cell(reader: &mut Reader<&[u8]>, element: &BytesStart<'_>, shared: &Shared) -> Result<Cell> {
    let kind = attribute(element, "t");
    let style = shared.styles.get(number(element, "s").unwrap_or(0) as usize).unwrap_or(&Shown::Plain);
    let (mut value, mut formula) = (String::new(), None::<String>);
    let mut inside = "";
    loop {
        match next(reader)? {
            Event::Start(start) => match start.local_name().as_ref() {
                "v" => inside = "v",
                "f" => (inside, formula) = ("f", Some(String::new())),
                "is" => return inline(reader),
                _ => {}
            },
            Event::End(end) => match end.local_name().as_ref() {
                "c" => break,
                _ => inside = "",
            },
            Event::Eof => return Err(DAMAGED.into()),
            event if inside == "v" => add_text(&event, &mut value)?,
            event if inside == "f" => add_text(&event, formula.get_or_insert_default())?,
            _ => {}
        }
    }
    match formula {
        _ if !value.is_empty() => meaning(value, kind.as_deref(), style, shared),
        // A formula whose last value was a text without letters shows nothing; one without a value was never calculated.
        Some(formula) if kind.as_deref() != Some("str") => Ok(uncalculated(&formula)),
        _ => Ok(Cell::Empty),
    }
}

/// A formula no program has calculated, as text. One that follows another's (`t="shared"`) has no text of its own.
fn uncalculated(formula: &str) -> Cell {
    Cell::Text(format!("={}", if formula.is_empty() { "…" } else { formula }).into())
}

/// The text of an inline cell, up to the end of the cell.
fn inline(reader: &mut Reader<&[u8]>) -> Result<Cell> {
    let text = rich_text(reader, "is")?;
    loop {
        match next(reader)? {
            Event::End(end) if end.local_name().as_ref() == "c" => return Ok(text_cell(text)),
            Event::Eof => return Err(DAMAGED.into()),
            _ => {}
        }
    }
}

fn text_cell(text: String) -> Cell {
    if text.is_empty() { Cell::Empty } else { Cell::Text(text.into()) }
}

fn meaning(value: String, kind: Option<&str>, style: &Shown, shared: &Shared) -> Result<Cell> {
    Ok(match kind {
        Some("s") => {
            let place: usize = value.trim().parse().map_err(|_| DAMAGED)?;
            text_cell(shared.strings.get(place).ok_or(DAMAGED)?.clone())
        }
        Some("str" | "inlineStr") => text_cell(unescaped(&value)),
        Some("b") => Cell::Bool(matches!(value.trim(), "1" | "true")),
        Some("e") => Cell::Error(value.into()),
        Some("d") => written_day(&value),
        _ => match decimal(&value) {
            Some(number) => shown(number, style, shared.epoch),
            None => text_cell(value),
        },
    })
}

fn shown(number: String, style: &Shown, epoch: Epoch) -> Cell {
    let whole = number.split('.').next().unwrap_or_default();
    let day = (*style == Shown::Day).then(|| whole.parse().ok().and_then(|serial| epoch.day(serial))).flatten();
    match (day, style.code(&number)) {
        (Some(day), _) => Cell::Day(day),
        (None, Some(code)) => Cell::Text(code.into()),
        (None, None) => Cell::Number(number.into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_counted_from_zero() {
        assert_eq!(position("A1"), Ok((0, 0)));
        assert_eq!(position("XFD1048576"), Ok((1_048_575, 16_383)));
        assert_eq!(position("ab12"), Ok((11, 27)));
        for reference in ["", "A", "1", "A0", "AAAA1", "A99999999999", "é1", "A1B"] {
            assert!(position(reference).is_err(), "{reference}");
        }
    }

    #[test]
    fn escaped_characters_come_back_and_lookalikes_stay() {
        assert_eq!(unescaped("a_x000D_b_x005F_x0041_"), "a\rb_x0041_");
        assert_eq!(unescaped("_x"), "_x");
        assert_eq!(unescaped("_xم0041_ _xZZZZ_ _x_x0041_"), "_xم0041_ _xZZZZ_ _xA");
        assert_eq!(unescaped("_xD800_"), "_xD800_", "half a pair is no character");
    }
}
