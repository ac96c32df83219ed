//! Answers of a spreadsheet: what its columns say is found by their titles, each row is read whole or refused with its place,
//! and a row that came in before is known again.

pub mod import_answers;
mod reading;

use crate::inputs::AnswersFile;
use crate::model::{AnswerChannel, AnswerFile, FileRefusal};
use crate::rules::{FILE_COLUMNS, FILE_NOTHING};
use crate::store::{self, Questionnaire};
use crate::tokens::{self, Of};
use database::values;
use kernel::{Result, require};
use office::context::Read;
use reading::{Grid, Row};
use std::collections::{BTreeMap, BTreeSet};

/// Refusals that are named; the others are counted.
const NAMED: usize = 100;

/// A file, read against a questionnaire.
struct File {
    grid: Grid,
    rows: Vec<Ready>,
    found: AnswerFile,
}

/// A row that comes in.
struct Ready {
    row: Row,
    print: [u8; 32],
}

pub fn preview_import(cx: &Read<'_>, input: AnswersFile) -> Result<AnswerFile> {
    let of = store::questionnaire(cx, input.questionnaire)?;
    store::takes(&of, cx.today(), AnswerChannel::File)?;
    Ok(read(cx, &of, &input)?.found)
}

fn read(cx: &Read<'_>, of: &Questionnaire, input: &AnswersFile) -> Result<File> {
    let workbook = sheets::read(&cx.received(&input.ticket)?, &input.name, &sheets::Limits::default())?;
    let grid = Grid::of(workbook, of, input.takes.as_deref())?;
    let departments = crate::queries::departments(cx)?;
    let sql = "SELECT print FROM questionnaire_response WHERE questionnaire = $1 AND print IS NOT NULL";
    let known: BTreeSet<[u8; 32]> = cx.rows(sql, values![of.id], |row| row.get("print"))?.into_iter().collect();
    let mut found = AnswerFile {
        columns: grid.columns.clone(),
        rows: 0,
        ready: 0,
        known: 0,
        repeated: 0,
        refused: 0,
        refusals: Vec::new(),
    };
    let mut rows = Vec::new();
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for place in grid.places() {
        let whole = grid.whole(place);
        if whole.trim().is_empty() {
            continue;
        }
        found.rows += 1;
        let nth = seen.entry(whole.clone()).or_default();
        *nth += 1;
        let print = tokens::print(&of.secret, Of::Row(&whole, *nth));
        if *nth > 1 && !input.repeated {
            found.repeated += 1;
            continue;
        }
        if known.contains(&print) {
            found.known += 1;
            continue;
        }
        match grid.read(place, of, &departments, cx.today()) {
            Ok(row) => {
                found.ready += 1;
                rows.push(Ready { row, print });
            }
            Err(wrong) => {
                found.refused += 1;
                if found.refusals.len() < NAMED {
                    let row = i64::try_from(place + 1).unwrap_or(i64::MAX);
                    let refusal = FileRefusal { row, column: wrong.column, value: wrong.value, code: wrong.code };
                    found.refusals.push(refusal);
                }
            }
        }
    }
    require(grid.asks_something(), FILE_COLUMNS)?;
    require(found.rows > 0, FILE_NOTHING)?;
    Ok(File { grid, rows, found })
}
