//! Funds and their opening balances.

use crate::answers::{Decision, Draft};
use crate::known::Known;
use crate::loans::fund;
use crate::reading::Reading;
use crate::table::Table;
use crate::text;
use crate::validated::{Ask, Validated};
use kernel::Money;
use kernel::arabic::fold;
use kernel::saudi::Iban;
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fund {
    pub name: String,
    /// `unrestricted`, `restricted`, `endowment`.
    pub fund_class: String,
    /// `operating`, `loan_pool`, `investment_pool`, `grant`, `waqf`, `zakat`.
    pub fund_kind: String,
    pub bank_account: Option<Iban>,
    pub notes: Option<String>,
}

/// One line of the opening balances.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    pub fund: String,
    /// The account's code in the unified chart: 1–8 digits.
    pub account: String,
    pub account_name: Option<String>,
    /// Debit above zero, credit below.
    #[serde(rename = "amount_halalas")]
    pub amount: Money,
    pub memo: Option<String>,
}

pub(crate) fn read(row: &mut Reading<'_>) -> Option<Fund> {
    let name = row.text("name");
    row.need("name", &name, "fund_name_missing");
    let class = row.word("class", "fund_class");
    row.need("class", &class, "fund_class_missing");
    let kind = row.word("kind", "fund_kind");
    row.need("kind", &kind, "fund_kind_missing");
    let bank_account = row.iban("bank_account");
    let notes = row.paragraphs("notes");
    Some(Fund { name: name?, fund_class: class?.to_owned(), fund_kind: kind?.to_owned(), bank_account, notes })
}

/// The same fund twice, or one the office holds already, is refused.
pub(crate) fn refuse_repeated(table: &mut Table<Fund>, known: &Known) {
    let held: HashSet<String> = known.funds.iter().map(|fund| fold(&fund.name)).collect();
    let mut seen = HashSet::new();
    for row in &mut table.rows {
        let Some(name) = row.values.as_ref().map(|values| fold(&values.name)) else { continue };
        if held.contains(&name) {
            row.refuse("name", "fund_exists");
        } else if !seen.insert(name) {
            row.refuse("name", "duplicate_fund");
        }
    }
}

/// The names a line of the openings may mean: the funds of the office and those of this file, refused ones excepted.
pub(crate) fn names<'a>(table: Option<&'a Table<Fund>>, known: &'a Known) -> HashMap<String, &'a str> {
    let here = table.into_iter().flat_map(|table| table.ready().map(|(_, fund)| fund.name.as_str()));
    known.funds.iter().map(|fund| fund.name.as_str()).chain(here).map(|name| (fold(name), name)).collect()
}

/// The chart of accounts, by code and by folded name.
pub(crate) struct Chart<'a> {
    codes: HashMap<&'a str, bool>,
    names: HashMap<String, Option<&'a str>>,
}

impl<'a> Chart<'a> {
    pub fn new(known: &'a Known) -> Self {
        let mut names: HashMap<String, Option<&str>> = HashMap::new();
        for account in known.accounts.iter().filter(|account| account.postable) {
            // Of two accounts of one name neither is meant for certain.
            names.entry(fold(&account.name)).and_modify(|code| *code = None).or_insert(Some(account.code.as_str()));
        }
        let codes = known.accounts.iter().map(|account| (account.code.as_str(), account.postable)).collect();
        Self { codes, names }
    }

    /// The code of an account that may hold lines, from its code or its name.
    fn find(&self, said: &str) -> Option<String> {
        match self.codes.get(said) {
            Some(postable) => postable.then(|| said.to_owned()),
            None => self.names.get(&fold(said)).copied().flatten().map(str::to_owned),
        }
    }
}

pub(crate) fn read_opening(row: &mut Reading<'_>, funds: &HashMap<String, &str>, chart: &Chart<'_>) -> Option<Opening> {
    let account = row.code("account");
    let account_name = row.text("account_name");
    if account.as_deref().is_some_and(|code| code.len() > 8 || !code.bytes().all(|byte| byte.is_ascii_digit())) {
        row.refuse("account", "account_unreadable");
    }
    let account = match account {
        Some(code) => Some(in_chart(row, code, chart)),
        // A trial balance by the names of accounts.
        None => account_name.as_deref().filter(|_| !chart.codes.is_empty()).map(|name| {
            let code = in_chart(row, name.to_owned(), chart);
            row.tell("account", name, &code);
            code
        }),
    };
    row.need("account", &account, "account_missing");
    let amount = balance(row);
    let fund = fund(row, funds);
    let memo = row.text("memo");
    Some(Opening { fund, account: account?, account_name, amount: amount?, memo })
}

/// The account a code or name means in the chart; one that stands nowhere there is asked about, once.
fn in_chart(row: &mut Reading<'_>, said: String, chart: &Chart<'_>) -> String {
    if chart.codes.is_empty() {
        return said;
    }
    if let Some(code) = chart.find(&said) {
        return code;
    }
    let ask = Ask::UnknownAccount { value: said.clone() };
    match row.named(&ask).and_then(|answer| chart.find(answer.trim())) {
        Some(code) => {
            row.correct("account", &code, "answered");
            code
        }
        None => {
            row.ask(ask);
            said
        }
    }
}

/// The balance of a line, debit above zero: from two columns, from one with its side in words, or from one with its sign.
fn balance(row: &mut Reading<'_>) -> Option<Money> {
    if !row.has("amount") {
        let debit = side(row, "debit");
        let credit = side(row, "credit");
        if !debit.is_zero() && !credit.is_zero() {
            row.refuse("credit", "debit_and_credit");
        }
        return debit.minus(credit).ok();
    }
    let amount = row.amount("amount", "amount").unwrap_or_default();
    match row.word("nature", "side") {
        None => Some(amount),
        Some(side) => {
            if amount.is_negative() {
                row.refuse("amount", "amount_negative");
            }
            Some(if side == "credit" { amount.negated() } else { amount })
        }
    }
}

fn side(row: &mut Reading<'_>, field: &str) -> Money {
    let amount = row.amount(field, "amount").unwrap_or_default();
    if amount.is_negative() {
        row.refuse(field, "amount_negative");
    }
    amount
}

/// A fund is opened once: a line of one whose balances stand in the books is refused, and so is a line that says the same as
/// one above it.
pub(crate) fn refuse_repeated_lines(table: &mut Table<Opening>, known: &Known) {
    let opened: HashSet<&str> = known.funds.iter().filter(|fund| fund.opened).map(|fund| fund.name.as_str()).collect();
    let mut seen = HashSet::new();
    for row in &mut table.rows {
        let Some(values) = &row.values else { continue };
        let line = (values.fund.clone(), values.account.clone(), values.amount, values.memo.clone());
        if opened.contains(values.fund.as_str()) {
            row.refuse("fund", "fund_opened");
        } else if !seen.insert(line) {
            row.refuse("account", "duplicate_line");
        }
    }
}

/// An account that only sums up those below it is no line of its own: its code begins theirs, nothing can be posted to it,
/// and its balance is theirs together.
pub(crate) fn skip_parents(table: &mut Table<Opening>, chart: &Chart<'_>) {
    let lines: Vec<(String, String, String, Money)> = table
        .rows
        .iter()
        .filter_map(|row| row.values.as_ref().map(|values| (row, values)))
        .map(|(row, values)| (row.sheet.to_string(), values.fund.clone(), values.account.clone(), values.amount))
        .collect();
    let below = |one: &str, other: &str| other.len() > one.len() && other.starts_with(one);
    table.skip("totals", |row: &Validated<Opening>| {
        let Some(values) = row.values.as_ref().filter(|_| row.reasons.is_empty()) else { return false };
        if chart.codes.get(values.account.as_str()).copied().unwrap_or(chart.codes.is_empty()) {
            return false;
        }
        let beside = || lines.iter().filter(|line| line.0 == *row.sheet && line.1 == values.fund);
        let mut leaves = beside()
            .filter(|line| below(&values.account, &line.2) && !beside().any(|other| below(&line.2, &other.2)))
            .peekable();
        let any = leaves.peek().is_some();
        let sum = leaves.try_fold(Money::ZERO, |sum, line| sum.plus(line.3));
        any && sum.is_ok_and(|sum| sum == values.amount)
    });
}

/// Offices whose program writes debits with a minus: where assets are below zero and what stands against them above, a
/// person says once what the minus means.
pub(crate) fn look_at_signs(table: &mut Table<Opening>, draft: &Draft) {
    let decisions = draft.decisions(table.kind);
    let signed: HashSet<String> = draft
        .parts(table.kind)
        .filter(|layout| ["debit", "credit", "nature"].iter().all(|field| !layout.columns.contains_key(*field)))
        .filter(|layout| layout.funds.values().all(|fund| fund.side.is_none()))
        .map(|layout| layout.sheet.clone())
        .collect();
    let turned = |sheet: &str| {
        let rows = table.rows.iter().filter(|row| *row.sheet == *sheet);
        let (mut along, mut against) = (0, 0);
        for values in rows.filter_map(|row| row.values.as_ref()) {
            match (values.account.as_bytes().first(), values.amount.is_negative()) {
                (Some(b'1'), true) | (Some(b'2'), false) => against += 1,
                (Some(b'1'), false) | (Some(b'2'), true) => along += 1,
                _ => {}
            }
        }
        against >= 2 && against > along
    };
    let turned: HashSet<String> = signed.into_iter().filter(|sheet| turned(sheet)).collect();
    let ask = Ask::UnknownWord { field: "nature".to_owned(), value: "-".to_owned() };
    for row in table.rows.iter_mut().filter(|row| turned.contains(&*row.sheet)) {
        let answer = decisions.on(&row.place(), &ask).cloned();
        let Some(values) = row.values.as_mut() else { continue };
        match answer {
            Some(Decision::Use(side)) if side.trim() == "credit" => {}
            Some(Decision::Use(side)) if side.trim() == "debit" => {
                values.amount = values.amount.negated();
                let shown = values.amount.to_string();
                row.correct("amount", &shown, "answered");
            }
            _ => row.ask.push(ask.clone()),
        }
    }
}

/// A line without an amount says nothing; it is no data.
pub(crate) fn skip_zero_lines(table: &mut Table<Opening>) {
    table.skip("zero_line", |row: &Validated<Opening>| {
        let nothing = |field: &str| {
            row.cells
                .get(field)
                .is_none_or(|cell| text::says_nothing(&cell.raw) || cell.value == Money::ZERO.to_string())
        };
        let all = ["debit", "credit", "amount"].iter().all(|field| nothing(field));
        all && !row.reasons.iter().any(|reason| reason.field != "account")
    });
}
