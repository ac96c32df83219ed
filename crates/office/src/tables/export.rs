//! Asks a list its own question again, page by page in one snapshot, and writes what it shows: text as text, never as a
//! formula.

use super::list::{Filter, List, Pages, Said, at, named};
use super::write::{Writer, compare, text};
use super::{ExportTable, TOO_LARGE, TableFormat, UNKNOWN, safe_file_name};
use crate::command::Verb;
use crate::context::Read;
use crate::outbox::Handed;
use crate::words::{Language, word};
use kernel::{Refusal, Result, require};
use serde_json::{Value, json};
use sheets::{Column, Table, Value as Cell};
use std::collections::HashSet;

/// Rows; a sheet holds about a million.
const MOST_ROWS: usize = 500_000;
/// Rows that are asked for at once: the most a list gives.
const PAGE: usize = 500;
const SHEET: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

pub fn export(cx: &Read<'_>, input: ExportTable) -> Result<Handed> {
    let list = cx.features().list(&input.list).ok_or_else(|| Refusal::new(UNKNOWN).with("what", &input.list))?;
    let columns = input
        .columns
        .iter()
        .map(|key| list.columns.iter().find(|column| column.key == key))
        .collect::<Option<Vec<_>>>()
        .ok_or_else(|| Refusal::new(UNKNOWN).with("what", input.columns.join(" ")))?;
    let writer = Writer::new(cx, input.language);
    let mut found = rows(cx, list, &input.question)?;
    let fitting = found.len();
    if let Some(only) = &input.only {
        let only: HashSet<&str> = only.iter().map(String::as_str).collect();
        let mut place = 0..;
        found.retain(|row| only.contains(key_of(list, row, place.next().unwrap_or_default()).as_str()));
    }
    if let Some((order, column)) = input.order.as_ref().and_then(|order| {
        let column = list.columns.iter().find(|column| column.key == order.by)?;
        Some((order, column))
    }) {
        let mut ranked =
            found.into_iter().map(|row| Ok((writer.cell(&row, column)?, row))).collect::<Result<Vec<_>>>()?;
        ranked.sort_by(|(one, _), (other, _)| compare(one, other, order.down));
        found = ranked.into_iter().map(|(_, row)| row).collect();
    }
    let table = Table {
        title: kernel::arabic::tidy_line(&input.title),
        columns: columns
            .iter()
            .map(|column| Column { title: word(column.title, input.language), kind: column.written.kind() })
            .collect(),
        rows: found
            .iter()
            .map(|row| columns.iter().map(|column| writer.cell(row, column)).collect::<Result<Vec<Cell>>>())
            .collect::<Result<Vec<_>>>()?,
    };
    let (bytes, ending, mime) = match input.format {
        TableFormat::Xlsx => (sheets::write_xlsx(&table)?, "xlsx", SHEET),
        TableFormat::Csv => (sheets::write_csv(&table), "csv", "text/csv"),
    };
    // The trail is read in the language of the office, whatever the screen's.
    let told = json!({
        "list": word(list.title, Language::Ar),
        "filters": in_words(cx, list, &input.question)?,
        "columns": columns.iter().map(|column| word(column.title, Language::Ar)).collect::<Vec<_>>().join("، "),
        "rows": table.rows.len(),
        "of": fitting,
        "format": ending,
    });
    cx.saw("table", list.command, &table.title, told);
    cx.hand(safe_file_name(&table.title, ending, list.command), mime, bytes)
}

/// Every row the list gives to its question, asked as the person who asks.
fn rows(cx: &Read<'_>, list: &List, question: &Value) -> Result<Vec<Value>> {
    let command = cx.features().find(list.command).ok_or_else(|| Refusal::new(UNKNOWN).with("what", list.command))?;
    let Verb::Read(verb) = command.verb else { return Err(Refusal::new(UNKNOWN).with("what", list.command).into()) };
    if let crate::command::Need::Permission(permission) = command.need {
        cx.who.needs(permission)?;
    }
    // Anything else would be taken for a question without filters, and more would leave than the screen shows.
    require(question.is_object(), Refusal::new(UNKNOWN).with("what", list.command))?;
    let mut question = question.clone();
    let mut found: Vec<Value> = Vec::new();
    loop {
        if list.pages == Pages::Offset {
            put(&mut question, "offset", json!(found.len()));
        }
        if list.pages != Pages::Whole {
            put(&mut question, "limit", json!(PAGE));
        }
        let mut answer = verb(cx, question.clone())?;
        let next = answer.get("next").cloned().unwrap_or(Value::Null);
        let page = match list.rows.split('.').try_fold(&mut answer, |place, step| place.get_mut(step)) {
            Some(Value::Array(rows)) => std::mem::take(rows),
            _ => Vec::new(),
        };
        let full = page.len() == PAGE;
        found.extend(page);
        require(found.len() <= MOST_ROWS, Refusal::new(TOO_LARGE).with("most", MOST_ROWS))?;
        match list.pages {
            Pages::Offset if full => {}
            Pages::Newest { before } if !next.is_null() => put(&mut question, before, next),
            _ => return Ok(found),
        }
    }
}

fn put(question: &mut Value, path: &str, value: Value) {
    let mut place = question;
    for step in path.split('.') {
        if !place.is_object() {
            *place = json!({});
        }
        place = &mut place[step];
    }
    *place = value;
}

fn key_of(list: &List, row: &Value, place: usize) -> String {
    if list.key.is_empty() {
        return place.to_string();
    }
    list.key.iter().map(|field| text(at(row, field))).collect::<Vec<_>>().join(".")
}

/// The filters that narrow the list, as a person would say them; empty where none does.
fn in_words(cx: &Read<'_>, list: &List, question: &Value) -> Result<String> {
    let told = list.filters.iter().map(|filter| said(cx, filter, at(question, filter.field)));
    let told = told.collect::<Result<Vec<_>>>()?;
    Ok(told.into_iter().flatten().collect::<Vec<_>>().join(" · "))
}

fn said(cx: &Read<'_>, filter: &Filter, value: &Value) -> Result<Option<String>> {
    let title = word(filter.title, Language::Ar);
    let values: Vec<&Value> = match value {
        Value::Null | Value::Bool(false) => return Ok(None),
        Value::Array(many) => many.iter().collect(),
        one => vec![one],
    };
    let told = match &filter.said {
        Said::Flag => return Ok(Some(title)),
        Said::Plain => values.iter().map(|value| text(value)).collect::<Vec<_>>(),
        Said::Word(prefix) => values.iter().map(|value| named(prefix, value, Language::Ar)).collect(),
        Said::Named(name) => values.iter().map(|value| name(cx, &text(value))).collect::<Result<_>>()?,
    };
    let told = told.into_iter().filter(|one| !one.trim().is_empty()).collect::<Vec<_>>().join("، ");
    Ok((!told.is_empty()).then(|| format!("{title}: {told}")))
}
