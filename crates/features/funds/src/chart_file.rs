//! The chart of accounts as a spreadsheet, out and in by code, so that an office can compare it with the official chart
//! and bring back what it corrected. A code in the file that the chart has not is added under its group; a name that
//! differs is taken; what the chart refuses is told row by row and left out.

use super::rules::CHART_COLUMNS_MISSING;
use database::values;
use kernel::arabic::{fold, tidy_line, to_latin};
use kernel::{Code, Failure, Result};
use ledger::refusals::{ACCOUNT_IN_USE, CODE_SHAPE, CODE_TAKEN, NAME_MISSING, PARENT_UNKNOWN};
use ledger::{Account, AccountCode, account};
use office::context::Read;
use office::input::Nothing;
use office::outbox::Handed;
use office::tables::safe_file_name;
use office::words::{self, Language};
use serde::{Deserialize, Serialize};
use serde_json::json;
use sheets::{Cell, Column, ColumnKind, Sheet, Table, Value};
use std::collections::{BTreeMap, BTreeSet};
use ts_rs::TS;

/// A spreadsheet (xlsx, ods or csv) with a chart of accounts, by the ticket of what was brought in.
#[derive(Deserialize, TS)]
pub struct ChartFile {
    pub name: String,
    pub ticket: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ChartVerdict {
    Added,
    Changed,
    Same,
    Refused,
}

/// What a row of the file does to the chart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ChartChange {
    /// The number of the row in its sheet, from 1.
    pub row: usize,
    pub code: String,
    pub name: String,
    /// The name in the chart until now, where it has another one.
    pub name_before: Option<String>,
    pub postable: bool,
    pub checked: bool,
    pub verdict: ChartVerdict,
    /// The code of the refusal; its sentence is `refusal.<code>`.
    pub refusal: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ChartChanges {
    pub rows: Vec<ChartChange>,
    pub added: usize,
    pub changed: usize,
    pub refused: usize,
}

const COLUMNS: [&str; 6] = ["code", "name", "type", "parent", "postable", "checked"];

pub fn chart_file(cx: &Read<'_>, _: Nothing) -> Result<Handed> {
    let accounts = account::accounts(cx)?;
    let title = word("title");
    let columns = COLUMNS.iter().map(|name| Column { title: word(name), kind: ColumnKind::Text }).collect();
    let table = Table { title: title.clone(), columns, rows: accounts.iter().map(row).collect() };
    cx.saw("account", "chart", &title, json!({ "rows": accounts.len() }));
    let mime = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    cx.hand(safe_file_name(&title, "xlsx", "chart"), mime, sheets::write_xlsx(&table)?)
}

fn row(account: &Account) -> Vec<Value> {
    let yes_no = |yes: bool| Value::Text(word(if yes { "yes" } else { "no" }));
    let parent = account.parent.as_ref().map_or(Value::Empty, |code| Value::Text(code.to_string()));
    vec![
        Value::Text(account.code.to_string()),
        Value::Text(account.name.clone()),
        Value::Text(words::word(&format!("funds.account_type.{}", account.r#type.word()), Language::Ar)),
        parent,
        yes_no(account.postable),
        yes_no(account.checked),
    ]
}

fn word(key: &str) -> String {
    words::word(&format!("funds.chart_file.{key}"), Language::Ar)
}

/// Reads a chart and says what each row of it would do.
///
/// # Errors
/// A file that cannot be read, or in which no row names the columns of code and name.
pub(super) fn compare(cx: &Read<'_>, file: &ChartFile) -> Result<ChartChanges> {
    let bytes = cx.received(&file.ticket)?;
    let book = sheets::read(&bytes, &file.name, &sheets::Limits::default())?;
    let found = book.sheets.iter().find_map(|sheet| Some((sheet, header(sheet)?)));
    let (sheet, header) = found.ok_or(Failure::from(CHART_COLUMNS_MISSING))?;
    let known = account::accounts(cx)?.into_iter().map(|account| (account.code.clone(), account)).collect();
    let used = cx.rows("SELECT DISTINCT account FROM line", values![], |row| row.get("account"))?;
    let mut chart = Judge { known, used: used.into_iter().collect(), seen: BTreeSet::new() };
    let mut written: Vec<Written> =
        (header.row + 1..sheet.rows.len()).filter_map(|row| read_row(sheet, &header, row)).collect();
    // A group stands before what hangs under it, wherever the file has it.
    written.sort_by_key(|row| (row.code.len(), row.number));
    let rows: Vec<ChartChange> = written.into_iter().map(|row| chart.change(row)).collect();
    let count = |verdict| rows.iter().filter(|row| row.verdict == verdict).count();
    Ok(ChartChanges {
        added: count(ChartVerdict::Added),
        changed: count(ChartVerdict::Changed),
        refused: count(ChartVerdict::Refused),
        rows,
    })
}

/// Where the columns stand, counted from 0.
struct Header {
    row: usize,
    columns: BTreeMap<&'static str, usize>,
}

fn header(sheet: &Sheet) -> Option<Header> {
    (0..sheet.rows.len().min(20)).find_map(|row| {
        let cells = &sheet.rows[row];
        let place = |name: &'static str| {
            let titles = titles(name);
            cells.iter().position(|cell| titles.contains(&fold(&cell.text()))).map(|place| (name, place))
        };
        let columns: BTreeMap<_, _> = COLUMNS.into_iter().filter_map(place).collect();
        (columns.contains_key("code") && columns.contains_key("name")).then_some(Header { row, columns })
    })
}

/// What a column may be called, folded: its own title and what other programs write above it.
fn titles(name: &str) -> BTreeSet<String> {
    let own = [Language::Ar, Language::En].map(|language| words::word(&format!("funds.chart_file.{name}"), language));
    let others = words::find(&format!("funds.chart_file.also.{name}"), Language::Ar).unwrap_or_default();
    own.iter().map(String::as_str).chain(others.split('|')).map(fold).filter(|title| !title.is_empty()).collect()
}

/// A row as the file has it.
struct Written {
    number: usize,
    code: String,
    name: String,
    postable: Option<bool>,
    checked: Option<bool>,
}

fn read_row(sheet: &Sheet, header: &Header, row: usize) -> Option<Written> {
    let cell = |name: &str| header.columns.get(name).map_or(&Cell::Empty, |column| sheet.cell(row, *column));
    let text = |name: &str| tidy_line(&cell(name).text());
    let says = |name: &str| {
        let said = fold(&text(name));
        let is = |key: &str| {
            [Language::Ar, Language::En]
                .iter()
                .any(|language| fold(&words::word(&format!("funds.chart_file.{key}"), *language)) == said)
        };
        if is("yes") { Some(true) } else { is("no").then_some(false) }
    };
    let written = Written {
        number: row + 1,
        code: to_latin(&text("code")),
        name: text("name"),
        postable: says("postable"),
        checked: says("checked"),
    };
    (!written.code.is_empty() || !written.name.is_empty()).then_some(written)
}

/// The chart as it grows while the file is read.
struct Judge {
    known: BTreeMap<AccountCode, Account>,
    used: BTreeSet<AccountCode>,
    seen: BTreeSet<AccountCode>,
}

impl Judge {
    fn change(&mut self, row: Written) -> ChartChange {
        let mut change = ChartChange {
            row: row.number,
            code: row.code.clone(),
            name: row.name.clone(),
            name_before: None,
            postable: row.postable.unwrap_or(false),
            checked: row.checked.unwrap_or(false),
            verdict: ChartVerdict::Refused,
            refusal: None,
        };
        match self.verdict(&row, &mut change) {
            Ok(verdict) => change.verdict = verdict,
            Err(code) => change.refusal = Some(code.0.to_owned()),
        }
        change
    }

    fn verdict(&mut self, row: &Written, change: &mut ChartChange) -> std::result::Result<ChartVerdict, Code> {
        let code = AccountCode::new(row.code.clone()).map_err(|_| CODE_SHAPE)?;
        let refuse = |wrong: bool, why: Code| if wrong { Err(why) } else { Ok(()) };
        refuse(row.name.is_empty(), NAME_MISSING)?;
        refuse(!self.seen.insert(code.clone()), CODE_TAKEN)?;
        if let Some(account) = self.known.get(&code) {
            change.postable = row.postable.unwrap_or(account.postable);
            change.checked = row.checked.unwrap_or(account.checked);
            refuse(change.postable != account.postable && self.used.contains(&code), ACCOUNT_IN_USE)?;
            change.name_before = (account.name != row.name).then(|| account.name.clone());
            let same =
                account.name == row.name && account.postable == change.postable && account.checked == change.checked;
            return Ok(if same { ChartVerdict::Same } else { ChartVerdict::Changed });
        }
        let parent = self.known.keys().filter(|known| code.as_str().starts_with(known.as_str()));
        let parent = parent.max_by_key(|known| known.as_str().len()).cloned().ok_or(PARENT_UNKNOWN)?;
        // The levels of five and eight digits take lines; shorter codes are groups.
        change.postable = row.postable.unwrap_or(code.as_str().len() >= 5);
        change.checked = true;
        if let Some(above) = self.known.get(&parent).cloned() {
            self.known.insert(code.clone(), Account { code, name: row.name.clone(), parent: Some(parent), ..above });
        }
        Ok(ChartVerdict::Added)
    }
}
