//! ISO 20022 camt.053, the bank-to-customer statement, of any version: elements are known by their names alone.
//!
//! Booked entries become lines; pending ones are told. The side (`CdtDbtInd`) is the side also of a reversal.

use crate::{
    CURRENCY, DAMAGED, DAY_UNREADABLE, LeftOutLine, Statement, StatementFormat, StatementLine, TWO_ACCOUNTS, WhyLeftOut,
};
use kernel::arabic::tidy_line;
use kernel::{Day, Money, Refusal, Result, require};
use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};

/// Deeper than any camt.053 goes.
const DEEPEST: usize = 40;
/// References the standard has banks fill in where there is none.
const NONE: [&str; 2] = ["NOTPROVIDED", "NONREF"];

/// An element with what is needed of it.
#[derive(Default)]
struct Element {
    name: String,
    currency: String,
    text: String,
    children: Vec<Element>,
}

impl Element {
    /// The first element along a path of names.
    fn at(&self, path: &[&str]) -> Option<&Self> {
        path.iter().try_fold(self, |element, name| element.children.iter().find(|child| child.name == *name))
    }

    fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Self> {
        self.children.iter().filter(move |child| child.name == name)
    }

    /// The text along a path; empty where nothing stands there.
    fn text(&self, path: &[&str]) -> &str {
        self.at(path).map_or("", |element| element.text.trim())
    }
}

pub fn is_one(start: &str) -> bool {
    start.contains("camt.053") || start.contains("<BkToCstmrStmt")
}

pub fn read(text: &str) -> Result<Statement> {
    let document = tree(text)?;
    let message = document.at(&["Document", "BkToCstmrStmt"]).ok_or(DAMAGED)?;
    let mut statement = Statement {
        format: StatementFormat::Camt053,
        account: String::new(),
        opening: None,
        closing: None,
        lines: Vec::new(),
        left_out: Vec::new(),
    };
    let mut number = 0;
    for (place, part) in message.all("Stmt").enumerate() {
        let account = match part.text(&["Acct", "Id", "IBAN"]) {
            "" => part.text(&["Acct", "Id", "Othr", "Id"]),
            iban => iban,
        };
        require(place == 0 || statement.account == account, TWO_ACCOUNTS)?;
        statement.account = account.to_owned();
        let opening = balance(part, &["OPBD", "PRCD"])?;
        statement.opening = if place == 0 { opening } else { statement.opening };
        for entry in part.all("Ntry") {
            number += 1;
            let status = match entry.text(&["Sts", "Cd"]) {
                "" => entry.text(&["Sts"]),
                code => code,
            };
            if !matches!(status, "" | "BOOK") {
                let why = WhyLeftOut::Pending;
                statement.left_out.push(LeftOutLine { line: number, why, text: about(entry) });
            } else {
                statement.lines.push(line(number, entry)?);
            }
        }
        statement.closing = balance(part, &["CLBD"])?.or(statement.closing);
    }
    Ok(statement)
}

fn balance(statement: &Element, codes: &[&str]) -> Result<Option<Money>> {
    let of = |code: &&str| statement.all("Bal").find(|one| one.text(&["Tp", "CdOrPrtry", "Cd"]) == *code);
    codes.iter().find_map(of).map(|found| signed(found, 0)).transpose()
}

/// The amount of an entry or a balance, on its side.
fn signed(element: &Element, line: usize) -> Result<Money> {
    let amount = element.at(&["Amt"]).ok_or_else(|| Refusal::new(DAMAGED).with("line", line))?;
    require(amount.currency == "SAR", Refusal::new(CURRENCY).with("currency", amount.currency.clone()))?;
    let text = amount.text.trim();
    // Trailing zeros beyond the halala are lawful in ISO 20022.
    let text = match text.split_once('.') {
        Some((riyals, fraction)) if fraction.len() > 2 => {
            let fraction = fraction.trim_end_matches('0');
            format!("{riyals}.{fraction:0<2}")
        }
        _ => text.to_owned(),
    };
    let unreadable = || Refusal::new(crate::AMOUNT_UNREADABLE).with("line", line).with("text", amount.text.trim());
    let amount: Money = text.parse().map_err(|_| unreadable())?;
    match element.text(&["CdtDbtInd"]) {
        "CRDT" => Ok(amount),
        "DBIT" => Ok(amount.negated()),
        _ => Err(Refusal::new(DAMAGED).with("line", line).into()),
    }
}

fn line(number: usize, entry: &Element) -> Result<StatementLine> {
    let value_day = day(entry, "ValDt");
    let unreadable = || Refusal::new(DAY_UNREADABLE).with("line", number).with("text", entry.text(&["BookgDt", "Dt"]));
    let day = day(entry, "BookgDt").or(value_day).ok_or_else(unreadable)?;
    let details = entry.at(&["NtryDtls", "TxDtls", "Refs"]);
    let named = |name: &str| {
        let text = details.map_or("", |refs| refs.text(&[name]));
        if NONE.contains(&text) { "" } else { text }
    };
    let reference = match named("EndToEndId") {
        "" => named("TxId"),
        own => own,
    };
    let servicer = match entry.text(&["AcctSvcrRef"]) {
        "" => named("AcctSvcrRef"),
        servicer => servicer,
    };
    Ok(StatementLine {
        line: number,
        day,
        value_day,
        amount: signed(entry, number)?,
        balance: None,
        reference: tidy_line(reference),
        bank_reference: tidy_line(servicer),
        text: about(entry),
    })
}

/// A day, or the day of a time.
fn day(entry: &Element, name: &str) -> Option<Day> {
    let text = match entry.text(&[name, "Dt"]) {
        "" => entry.text(&[name, "DtTm"]),
        day => day,
    };
    text.get(..10)?.parse().ok()
}

/// What an entry is about: what the payer wrote, else what the bank adds, and who the other is.
fn about(entry: &Element) -> String {
    let mut words: Vec<&str> = Vec::new();
    for details in entry.all("NtryDtls").flat_map(|details| details.all("TxDtls")) {
        let other = match entry.text(&["CdtDbtInd"]) {
            "CRDT" => "Dbtr",
            _ => "Cdtr",
        };
        let name = match details.text(&["RltdPties", other, "Pty", "Nm"]) {
            "" => details.text(&["RltdPties", other, "Nm"]),
            name => name,
        };
        words.extend(
            details.at(&["RmtInf"]).into_iter().flat_map(|about| about.all("Ustrd")).map(|one| one.text.trim()),
        );
        words.push(name);
    }
    if words.iter().all(|word| word.is_empty()) {
        words.push(entry.text(&["AddtlNtryInf"]));
    }
    tidy_line(&words.join(" "))
}

/// The document as a tree. What is not well-formed, goes too deep, or names entities of its own is refused.
fn tree(text: &str) -> Result<Element> {
    let damaged = |reader: &Reader<&[u8]>| {
        let read = usize::try_from(reader.buffer_position()).unwrap_or(text.len()).min(text.len());
        Refusal::new(DAMAGED).with("line", text.as_bytes()[..read].iter().filter(|byte| **byte == b'\n').count() + 1)
    };
    let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
    reader.config_mut().expand_empty_elements = true;
    let mut open = vec![Element::default()];
    loop {
        match reader.read_event().map_err(|_| damaged(&reader))? {
            Event::Start(start) => {
                require(open.len() < DEEPEST, damaged(&reader))?;
                open.push(begun(&start));
            }
            Event::End(_) => {
                let closed = open.pop().filter(|_| !open.is_empty()).ok_or_else(|| damaged(&reader))?;
                if let Some(parent) = open.last_mut() {
                    parent.children.push(closed);
                }
            }
            Event::Text(text) => add(&mut open, &text.xml10_content()),
            Event::CData(text) => add(&mut open, &text.xml10_content()),
            Event::GeneralRef(reference) => {
                let letter = reference.resolve_char_ref().map_err(|_| damaged(&reader))?;
                match letter {
                    Some(letter) => add(&mut open, letter.encode_utf8(&mut [0; 4])),
                    None => {
                        let known = resolve_predefined_entity(&reference.xml10_content()).map(str::to_owned);
                        add(&mut open, &known.ok_or_else(|| damaged(&reader))?);
                    }
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    require(open.len() == 1, damaged(&reader))?;
    open.pop().ok_or_else(|| damaged(&reader).into())
}

fn begun(start: &BytesStart<'_>) -> Element {
    let currency = start.attributes().with_checks(false).flatten().find(|one| one.key.local_name().as_ref() == "Ccy");
    Element {
        name: start.local_name().as_ref().to_owned(),
        currency: currency.map(|one| one.value.to_string()).unwrap_or_default(),
        ..Element::default()
    }
}

fn add(open: &mut [Element], text: &str) {
    if let Some(element) = open.last_mut() {
        element.text.push_str(text);
    }
}
