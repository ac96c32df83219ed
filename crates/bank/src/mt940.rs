//! SWIFT MT940, the customer statement message: one account, in one message or in several that follow on each other.
//!
//! Fields 25 (account), 60F/60M (opening), 61 (line), 86 (what it is about), 62F/62M (closing), as the standards release
//! describes them; 64, 65 and what else there is are not needed. Banks here write Arabic into field 86, which the standard
//! does not allow and which is read all the same.

use crate::{CURRENCY, DAMAGED, Statement, StatementFormat, StatementLine, TWO_ACCOUNTS};
use kernel::arabic::tidy_line;
use kernel::{Day, Money, Refusal, Result, require};

/// Lines of field 86 hold sixty-five letters at most, and some banks cut them earlier. Shorter ones are ended on purpose.
const FULL_LINE: std::ops::RangeInclusive<usize> = 50..=65;

/// A field: where it begins in the file, its tag, its lines.
struct Field<'a> {
    line: usize,
    tag: &'a str,
    lines: Vec<&'a str>,
}

pub fn is_one(start: &str) -> bool {
    start.lines().any(|line| line.starts_with(":60F:") || line.starts_with(":60M:"))
        || start.trim_start_matches('\u{feff}').starts_with("{1:")
}

pub fn read(text: &str) -> Result<Statement> {
    let mut statement = Statement {
        format: StatementFormat::Mt940,
        account: String::new(),
        opening: None,
        closing: None,
        lines: Vec::new(),
        left_out: Vec::new(),
    };
    let fields = fields(text);
    let abouts = fields.iter().filter(|field| field.tag == "86").flat_map(|field| &field.lines);
    let full = abouts.map(|line| line.chars().count()).max().filter(|longest| FULL_LINE.contains(longest));
    let mut ended = true;
    for field in fields {
        let damaged = || Refusal::new(DAMAGED).with("line", field.line);
        let first = field.lines.first().copied().unwrap_or_default();
        match field.tag {
            "25" | "25P" => {
                let account = tidy_line(first.rsplit('/').next().unwrap_or_default());
                require(statement.account.is_empty() || statement.account == account, TWO_ACCOUNTS)?;
                statement.account = account;
            }
            "60F" | "60M" => {
                let opening = balance(first)?.ok_or_else(damaged)?;
                // What follows on a message begins with the balance that one ended with.
                let follows = statement.closing.is_none_or(|before| before == opening);
                require(
                    follows,
                    Refusal::new(crate::SUMS)
                        .with("line", field.line)
                        .with("wanted", statement.closing.unwrap_or_default())
                        .with("found", opening),
                )?;
                statement.opening = statement.opening.or(Some(opening));
                ended = false;
            }
            "61" => statement.lines.push(entry(field.line, &field.lines).ok_or_else(damaged)?),
            "86" => {
                if let Some(line) = statement.lines.last_mut().filter(|line| line.text.is_empty() && !ended) {
                    line.text = about(&field.lines, full);
                }
            }
            "62F" | "62M" => {
                statement.closing = Some(balance(first)?.ok_or_else(damaged)?);
                ended = true;
            }
            _ => {}
        }
    }
    // A message that breaks off has no closing balance to prove its lines by.
    require(ended && statement.closing.is_some(), Refusal::new(DAMAGED).with("line", text.lines().count()))?;
    Ok(statement)
}

/// The fields of all messages; what stands around them, in braces, is none.
fn fields(text: &str) -> Vec<Field<'_>> {
    let mut fields: Vec<Field<'_>> = Vec::new();
    let mut inside = false;
    for (place, line) in text.lines().enumerate() {
        let line = line.trim_end_matches('\r');
        let tagged = line.strip_prefix(':').and_then(|rest| rest.split_once(':'));
        match tagged
            .filter(|(tag, _)| (2..=3).contains(&tag.len()) && tag.as_bytes()[..2].iter().all(u8::is_ascii_digit))
        {
            Some((tag, rest)) => {
                inside = true;
                fields.push(Field { line: place + 1, tag, lines: vec![rest] });
            }
            None if line.starts_with('{') || line.starts_with("-}") || line == "-" => inside = false,
            None => {
                if let Some(field) = fields.last_mut().filter(|_| inside) {
                    field.lines.push(line);
                }
            }
        }
    }
    fields
}

/// `C261001SAR284350,75`; `None` where it is none.
fn balance(text: &str) -> Result<Option<Money>> {
    let parts = (text.get(..1), text.get(1..7), text.get(7..10), text.get(10..));
    let (Some(mark), Some(_day), Some(currency), Some(amount)) = parts else { return Ok(None) };
    require(currency == "SAR", Refusal::new(CURRENCY).with("currency", currency))?;
    Ok(match (mark, decimal(amount)) {
        ("C", Some(amount)) => Some(amount),
        ("D", Some(amount)) => Some(amount.negated()),
        _ => None,
    })
}

/// Field 61: value day, entry day, mark, perhaps a letter of the currency, amount, kind, references, and in a second line
/// what the bank adds.
fn entry(number: usize, lines: &[&str]) -> Option<StatementLine> {
    let first = lines.first()?;
    let value_day = short_day(first.get(..6)?)?;
    let rest = first.get(6..)?;
    let (booked, rest) = match rest.get(..4).filter(|four| four.bytes().all(|byte| byte.is_ascii_digit())) {
        Some(four) => (Some(four), rest.get(4..)?),
        None => (None, rest),
    };
    let (into, rest) = match rest {
        _ if rest.starts_with("RC") || rest.starts_with("ED") => (false, &rest[2..]),
        _ if rest.starts_with("RD") || rest.starts_with("EC") => (true, &rest[2..]),
        _ if rest.starts_with('C') => (true, &rest[1..]),
        _ if rest.starts_with('D') => (false, &rest[1..]),
        _ => return None,
    };
    let rest = rest.strip_prefix(|letter: char| letter.is_ascii_alphabetic()).unwrap_or(rest);
    let end = rest.find(|letter: char| !letter.is_ascii_digit() && letter != ',')?;
    let amount = decimal(&rest[..end])?;
    let references = rest[end..].get(4..)?;
    let (reference, bank_reference) = references.split_once("//").unwrap_or((references, ""));
    let reference = tidy_line(reference);
    Some(StatementLine {
        line: number,
        day: match booked {
            Some(booked) => nearest(booked, value_day)?,
            None => value_day,
        },
        value_day: Some(value_day),
        amount: if into { amount } else { amount.negated() },
        balance: None,
        reference: if reference == "NONREF" { String::new() } else { reference },
        bank_reference: tidy_line(bank_reference),
        text: String::new(),
    })
}

/// `350,00`, `57,5`, `100,`.
fn decimal(text: &str) -> Option<Money> {
    let (riyals, halalas) = text.split_once(',')?;
    let whole = halalas.len() <= 2 && !riyals.is_empty();
    let digits = riyals.bytes().chain(halalas.bytes()).all(|byte| byte.is_ascii_digit());
    (whole && digits).then(|| format!("{riyals}.{halalas:0<2}").parse().ok()).flatten()
}

/// `261001`: of this century.
fn short_day(text: &str) -> Option<Day> {
    if text.len() != 6 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let [year, month, day] = [&text[..2], &text[2..4], &text[4..]].map(|two| two.parse::<u32>().ok());
    Day::from_ymd(2000 + i32::try_from(year?).ok()?, month?, day?).ok()
}

/// `0102` in the year that brings it nearest to the day from which it counts.
fn nearest(month_and_day: &str, value_day: Day) -> Option<Day> {
    let (month, day) = (month_and_day[..2].parse().ok()?, month_and_day[2..].parse().ok()?);
    let near = [-1, 0, 1].into_iter().filter_map(|years| Day::from_ymd(value_day.year() + years, month, day).ok());
    near.min_by_key(|day| value_day.days_since(*day).abs())
}

/// Field 86: its lines as one text; a `full` line is cut anywhere, and goes on without a space. A structured one (`166?00…?20…?32…`) gives the purpose and the name.
fn about(lines: &[&str], full: Option<usize>) -> String {
    let mut text = String::new();
    for (place, line) in lines.iter().enumerate() {
        if place > 0 && Some(lines[place - 1].chars().count()) != full {
            text.push(' ');
        }
        text.push_str(line);
    }
    match text.split_once('?') {
        Some((code, rest)) if code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_digit()) => structured(rest),
        _ => tidy_line(&text),
    }
}

fn structured(text: &str) -> String {
    let part = |wanted: &dyn Fn(u8) -> bool| -> String {
        let fields = text.split('?').filter_map(|field| Some((field.get(..2)?.parse::<u8>().ok()?, field.get(2..)?)));
        fields.filter(|(number, _)| wanted(*number)).map(|(_, text)| text).collect()
    };
    let purpose = part(&|number| matches!(number, 20..=29 | 60..=63));
    tidy_line(&format!("{purpose} {}", part(&|number| matches!(number, 32 | 33))))
}
