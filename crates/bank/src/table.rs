//! Statements as tables, as banks let customers take them home.

use crate::words::{column, label};
use crate::{
    AMOUNT_UNREADABLE, CURRENCY, DAY_UNREADABLE, LeftOutLine, NO_AMOUNT, NO_STATEMENT, Statement, StatementFormat,
    StatementLine, TWO_ACCOUNTS, TWO_SIDES, WhyLeftOut,
};
use kernel::arabic::tidy_line;
use kernel::saudi::Iban;
use kernel::{Day, Money, Refusal, Result, require};
use sheets::{Cell, Epoch, Sheet, Workbook};
use std::collections::BTreeMap;

/// Headers stand near the top.
const HEADER_WITHIN: usize = 60;

/// The name of a column → its place, counted from 0.
type Columns = BTreeMap<&'static str, usize>;

pub fn read(book: &Workbook) -> Result<Statement> {
    let mut tables = book.sheets.iter().filter(|sheet| !sheet.hidden).filter_map(|sheet| Some((sheet, header(sheet)?)));
    let (sheet, (at, columns)) = tables.next().ok_or(NO_STATEMENT)?;
    require(tables.next().is_none(), TWO_ACCOUNTS)?;

    let above = &sheet.rows[..at];
    currency(above)?;
    let mut statement = Statement {
        format: StatementFormat::Table,
        account: account(above)?,
        opening: above.iter().find_map(|row| balance_of(row, "opening")),
        closing: above.iter().find_map(|row| balance_of(row, "closing")),
        lines: Vec::new(),
        left_out: Vec::new(),
    };
    for (place, row) in sheet.rows.iter().enumerate().skip(at + 1) {
        if row.iter().all(Cell::is_blank) {
            continue;
        }
        match movement(place + 1, row, &columns, sheet.epoch)? {
            Found::Line(line) => statement.lines.push(line),
            Found::Other(why) => {
                statement.opening = statement.opening.or_else(|| balance_of(row, "opening"));
                statement.closing = balance_of(row, "closing").or(statement.closing);
                let words = row.iter().filter(|cell| !cell.is_blank()).map(|cell| tidy_line(&cell.text()));
                let text = words.collect::<Vec<_>>().join(" ");
                statement.left_out.push(LeftOutLine { line: place + 1, why, text });
            }
        }
    }
    Ok(statement)
}

/// The row that names a day and an amount, or what goes out and comes in.
fn header(sheet: &Sheet) -> Option<(usize, Columns)> {
    sheet.rows.iter().take(HEADER_WITHIN).enumerate().find_map(|(at, row)| {
        let columns = columns_of(row);
        let has = |name: &str| columns.contains_key(name);
        (has("day") && (has("amount") || (has("debit") && has("credit")))).then_some((at, columns))
    })
}

fn columns_of(row: &[Cell]) -> Columns {
    let mut columns = Columns::new();
    for (place, cell) in row.iter().enumerate() {
        if let Some(name) = column(&cell.text()) {
            columns.entry(name).or_insert(place);
        }
    }
    columns
}

enum Found {
    Line(StatementLine),
    Other(WhyLeftOut),
}

fn movement(number: usize, row: &[Cell], columns: &Columns, epoch: Epoch) -> Result<Found> {
    let cell = |name: &str| columns.get(name).and_then(|place| row.get(*place)).unwrap_or(&Cell::Empty);
    let text = |name: &str| tidy_line(&cell(name).text());
    let told = row.iter().find_map(|one| label(&one.text()));
    if columns_of(row).len() >= 3 {
        return Ok(Found::Other(WhyLeftOut::Header));
    }
    let day = match day_of(cell("day"), epoch) {
        Some(day) => day,
        None => {
            let no_money = ["debit", "credit", "amount"].iter().all(|name| cell(name).is_blank());
            return match told {
                Some("total") => Ok(Found::Other(WhyLeftOut::Total)),
                Some("opening" | "closing") => Ok(Found::Other(WhyLeftOut::Balance)),
                _ if no_money => Ok(Found::Other(WhyLeftOut::NoMovement)),
                _ => Err(unreadable(DAY_UNREADABLE, number, &text("day"))),
            };
        }
    };
    let money = |name: &str| match money(cell(name)) {
        Ok(amount) => Ok(amount.filter(|amount| *amount != Money::ZERO)),
        Err(()) => Err(unreadable(AMOUNT_UNREADABLE, number, &text(name))),
    };
    let (out, into, signed) = (money("debit")?, money("credit")?, money("amount")?);
    let at = |code: kernel::Code| Refusal::new(code).with("line", number);
    let amount = match (out, into, signed) {
        (Some(_), Some(_), _) => return Err(at(TWO_SIDES).into()),
        (Some(out), None, _) => {
            if out.is_positive() {
                out.negated()
            } else {
                out
            }
        }
        (None, Some(into), _) => {
            if into.is_negative() {
                into.negated()
            } else {
                into
            }
        }
        (None, None, Some(signed)) => signed,
        // The bank writes the balance of before as a line of its own day.
        (None, None, None) if matches!(told, Some("opening" | "closing")) => {
            return Ok(Found::Other(WhyLeftOut::Balance));
        }
        (None, None, None) => return Err(at(NO_AMOUNT).into()),
    };
    Ok(Found::Line(StatementLine {
        line: number,
        day,
        value_day: day_of(cell("value_day"), epoch),
        amount,
        balance: crate::table::money(cell("balance"))
            .map_err(|()| unreadable(AMOUNT_UNREADABLE, number, &text("balance")))?,
        reference: String::new(),
        bank_reference: text("bank_reference"),
        text: text("text"),
    }))
}

fn unreadable(code: kernel::Code, line: usize, text: &str) -> kernel::Failure {
    Refusal::new(code).with("line", line).with("text", text).into()
}

fn day_of(cell: &Cell, epoch: Epoch) -> Option<Day> {
    intake::day(cell, epoch).ok().map(|read| read.day)
}

/// An amount with its sign; nothing where nothing stands.
fn money(cell: &Cell) -> std::result::Result<Option<Money>, ()> {
    if cell.is_blank() {
        return Ok(None);
    }
    let plain = match cell {
        Cell::Text(text) => Cell::Text(text.trim().trim_start_matches('+').into()),
        other => other.clone(),
    };
    intake::amount(&plain).map(Some).map_err(|_| ())
}

/// The balance of a row that is labelled so: the last amount behind the label.
fn balance_of(row: &[Cell], meaning: &str) -> Option<Money> {
    let labelled = row.iter().position(|cell| label(&cell.text()) == Some(meaning))?;
    row[labelled + 1..].iter().rev().find_map(|cell| money(cell).ok().flatten())
}

/// The account the lines above the header name.
fn account(above: &[Vec<Cell>]) -> Result<String> {
    let texts = above.iter().flatten().flat_map(|cell| {
        let text = cell.text().into_owned();
        let after = text.rsplit(':').next().unwrap_or_default().to_owned();
        [text, after]
    });
    let mut found: Vec<String> =
        texts.filter_map(|text| Iban::parse(&text).ok()).map(|iban| iban.to_string()).collect();
    found.dedup();
    require(found.len() <= 1, TWO_ACCOUNTS)?;
    Ok(found.pop().unwrap_or_default())
}

/// An account in another currency says so above its header.
fn currency(above: &[Vec<Cell>]) -> Result<()> {
    for row in above {
        let says = |meaning: &str| row.iter().any(|cell| label(&cell.text()) == Some(meaning));
        if says("currency") && !says("riyals") {
            let other = row.iter().rev().find(|cell| !cell.is_blank()).map(|cell| tidy_line(&cell.text()));
            return Err(Refusal::new(CURRENCY).with("currency", other.unwrap_or_default()).into());
        }
    }
    Ok(())
}
