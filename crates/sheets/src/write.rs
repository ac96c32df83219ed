//! Tables out: xlsx for people, csv for other programs.
//!
//! Text stays text. In xlsx it is written as a string, which no program runs; in csv, where nothing tells a text from
//! a formula, a text that begins like one gets an apostrophe before it (and [`read`](crate::read) takes it off again).

use kernel::{Day, Failure, Money, Result};
use rust_xlsxwriter::{Color, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};

/// The longest text one xlsx cell can hold, in UTF-16 units (the program's own limit).
const XLSX_TEXT: usize = 32_767;

/// The longest name of a sheet.
const SHEET_NAME: usize = 31;

/// Widths in characters: no column narrower or wider, however short or long its texts.
const WIDTHS: (usize, usize) = (8, 48);

/// Rows that are measured to find the width of a column.
const MEASURED: usize = 200;

/// What a column holds, which decides how its cells are shown and aligned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnKind {
    Text,
    /// Whole numbers.
    Whole,
    /// Riyals with two decimals.
    Money,
    Day,
}

#[derive(Debug, Clone)]
pub struct Column {
    pub title: String,
    pub kind: ColumnKind,
}

/// One value of a table. It is written as what it is, whatever the kind of its column: a cell that was refused keeps
/// the text the person typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    Empty,
    Text(String),
    Whole(i64),
    Money(Money),
    Day(Day),
}

#[derive(Debug, Clone)]
pub struct Table {
    /// Names the sheet and stands above the printed pages.
    pub title: String,
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<Value>>,
}

/// The table as an xlsx of one right-to-left sheet, its header frozen and filtered. A text longer than 32,767
/// characters, which no xlsx cell can hold, is cut and ends in «…».
///
/// # Errors
/// Broken when the table is larger than a sheet can be.
pub fn write_xlsx(table: &Table) -> Result<Vec<u8>> {
    write_xlsx_book(std::slice::from_ref(table))
}

/// As [`write_xlsx`], a sheet for each table. Their titles must differ in their first 31 characters.
///
/// # Errors
/// Broken when a table is larger than a sheet can be, or two sheets have one name.
pub fn write_xlsx_book(tables: &[Table]) -> Result<Vec<u8>> {
    workbook(tables).map_err(|error| Failure::broken(format!("xlsx: {error}")))
}

fn workbook(tables: &[Table]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    for table in tables {
        write_sheet(workbook.add_worksheet(), table)?;
    }
    workbook.save_to_buffer()
}

fn write_sheet(sheet: &mut Worksheet, table: &Table) -> Result<(), XlsxError> {
    sheet.set_name(sheet_name(&table.title))?;
    sheet.set_right_to_left(true);
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_repeat_rows(0, 0)?;
    sheet.set_header(format!("&C{}", table.title.replace('&', "&&").chars().take(200).collect::<String>()));

    let header = Format::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Center)
        .set_font_color(Color::White)
        .set_background_color(Color::RGB(0x1f_5c_4a));
    let formats = Formats {
        text: Format::new().set_num_format("@"),
        whole: Format::new().set_num_format("0"),
        money: Format::new().set_num_format("#,##0.00"),
        day: Format::new().set_num_format("yyyy/mm/dd"),
    };
    for (column, heading) in (0u16..).zip(&table.columns) {
        sheet.write_string_with_format(0, column, fitting(&heading.title), &header)?;
        sheet.set_column_width(column, width(table, usize::from(column)))?;
    }
    for (row, values) in (1u32..).zip(&table.rows) {
        for (column, value) in (0u16..).zip(values) {
            formats.write(sheet, row, column, value)?;
        }
    }
    if let (Some(last), false) = (table.columns.len().checked_sub(1), table.rows.is_empty()) {
        let last_column = u16::try_from(last).map_err(|_| XlsxError::RowColumnLimitError)?;
        let last_row = u32::try_from(table.rows.len()).map_err(|_| XlsxError::RowColumnLimitError)?;
        sheet.autofilter(0, 0, last_row, last_column)?;
    }
    Ok(())
}

struct Formats {
    text: Format,
    whole: Format,
    money: Format,
    day: Format,
}

impl Formats {
    fn write(&self, sheet: &mut Worksheet, row: u32, column: u16, value: &Value) -> Result<(), XlsxError> {
        match value {
            Value::Empty => {}
            Value::Text(text) if text.is_empty() => {}
            Value::Text(text) => drop(sheet.write_string_with_format(row, column, fitting(text), &self.text)?),
            Value::Whole(number) => self.number(sheet, row, column, number.to_string(), &self.whole)?,
            Value::Money(amount) => self.number(sheet, row, column, plain(*amount), &self.money)?,
            Value::Day(day) => {
                let known = u16::try_from(day.year()).ok().filter(|year| *year >= 1900);
                let (month, number) = (u8::try_from(day.month()), u8::try_from(day.day_of_month()));
                match (known, month, number) {
                    (Some(year), Ok(month), Ok(number)) => {
                        let date = ExcelDateTime::from_ymd(year, month, number)?;
                        sheet.write_datetime_with_format(row, column, date, &self.day)?;
                    }
                    // A sheet counts its days from 1900; an earlier one is written as text.
                    _ => drop(sheet.write_string_with_format(row, column, day.to_string(), &self.text)?),
                }
            }
        }
        Ok(())
    }

    /// The double nearest to the decimal text, which a spreadsheet shows as that text up to fifteen digits.
    fn number(
        &self,
        sheet: &mut Worksheet,
        row: u32,
        column: u16,
        decimal: String,
        format: &Format,
    ) -> Result<(), XlsxError> {
        match decimal.parse::<f64>() {
            Ok(number) if decimal.bytes().filter(u8::is_ascii_digit).count() <= 15 => {
                sheet.write_number_with_format(row, column, number, format)?;
            }
            _ => drop(sheet.write_string_with_format(row, column, decimal, &self.text)?),
        }
        Ok(())
    }
}

/// `-1234.50`: riyals without groups.
fn plain(amount: Money) -> String {
    let (riyals, halalas) = amount.riyals_and_halalas();
    format!("{}{riyals}.{halalas:02}", if amount.is_negative() { "-" } else { "" })
}

fn fitting(text: &str) -> String {
    if text.encode_utf16().count() <= XLSX_TEXT {
        return text.to_owned();
    }
    let mut left = XLSX_TEXT - 1;
    let kept = text.chars().take_while(|letter| {
        let enough = letter.len_utf16() <= left;
        left = left.saturating_sub(letter.len_utf16());
        enough
    });
    kept.chain(['…']).collect()
}

/// What a sheet's name may not hold becomes a space; an empty name gets a dash.
fn sheet_name(title: &str) -> String {
    let bad = |letter: char| matches!(letter, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\'') || letter.is_control();
    let name: String = title.chars().map(|letter| if bad(letter) { ' ' } else { letter }).take(SHEET_NAME).collect();
    let name = name.trim();
    if name.is_empty() || name.eq_ignore_ascii_case("history") { "-".to_owned() } else { name.to_owned() }
}

fn width(table: &Table, column: usize) -> f64 {
    let texts = table.rows.iter().take(MEASURED).filter_map(|row| row.get(column)).map(shown);
    let title = table.columns.get(column).map_or(0, |heading| heading.title.chars().count() + 2);
    let longest = texts.map(|text| text.chars().count() + 2).max().unwrap_or(0).max(title);
    let width = u32::try_from(longest.clamp(WIDTHS.0, WIDTHS.1)).unwrap_or(48);
    f64::from(width)
}

fn shown(value: &Value) -> String {
    match value {
        Value::Empty => String::new(),
        Value::Text(text) => text.clone(),
        Value::Whole(number) => number.to_string(),
        Value::Money(amount) => plain(*amount),
        Value::Day(day) => day.to_string(),
    }
}

/// The table as csv: UTF-8 with its mark (so that Excel reads Arabic), CRLF, commas; amounts as `1234.50`, days as
/// `2026-10-31`.
pub fn write_csv(table: &Table) -> Vec<u8> {
    let mut text = String::from('\u{feff}');
    let header: Vec<String> = table.columns.iter().map(|column| protected(&column.title)).collect();
    for record in std::iter::once(header).chain(table.rows.iter().map(|row| row.iter().map(field).collect())) {
        push_record(&mut text, &record);
    }
    text.into_bytes()
}

fn push_record(text: &mut String, record: &[String]) {
    for (place, field) in record.iter().enumerate() {
        if place > 0 {
            text.push(',');
        }
        if field.contains([',', '"', '\r', '\n', ';', '\t', '|']) || field.starts_with("sep=") {
            text.push('"');
            text.push_str(&field.replace('"', "\"\""));
            text.push('"');
        } else {
            text.push_str(field);
        }
    }
    text.push_str("\r\n");
}

fn field(value: &Value) -> String {
    match value {
        Value::Text(text) => protected(text),
        other => shown(other),
    }
}

fn protected(text: &str) -> String {
    if would_be_run(text) { format!("'{text}") } else { text.to_owned() }
}

/// Whether a spreadsheet that opens a csv would take this text for a formula, or for one protected already.
pub(crate) fn would_be_run(text: &str) -> bool {
    let start = text.trim_start_matches([' ', '\u{a0}', '\n', '\'']);
    start.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'])
}
