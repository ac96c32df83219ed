//! What stands across: months, funds or tranches head columns, and each filled cell of these is a row of its own.

use crate::TableKind;
use crate::headers::{Header, fit, readings};
use crate::layout::{FundAcross, Layout, Month, TrancheAcross};
use crate::profile::Profile;
use crate::vocabulary::{Field, contains_words, fields, is_left_out, meaning, mentions, words};
use kernel::arabic::{fold, to_latin};
use sheets::Sheet;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Months across: so many at least.
const MONTHS: usize = 3;
/// Funds across: so many at least.
const FUNDS: usize = 2;
/// A header that fits a balance so well names no fund.
const A_BALANCE: f64 = 0.6;

/// What stands across in a header.
#[derive(Debug, Clone, Default)]
pub struct Across {
    pub months: BTreeMap<usize, Month>,
    pub funds: BTreeMap<usize, FundAcross>,
    pub tranches: BTreeMap<usize, TrancheAcross>,
    /// Their columns, which belong to nothing else.
    pub columns: BTreeSet<usize>,
}

impl Across {
    /// What stands across for a kind of table. Months and tranches in a register of loans are tables of their own.
    pub fn of(kind: TableKind, headers: &BTreeMap<usize, Header>, profiles: &HashMap<usize, Profile>) -> Self {
        let mut across = Self::default();
        match kind {
            TableKind::Repayments => across.months = months(headers),
            TableKind::Tranches => across.tranches = tranches(headers, profiles),
            TableKind::Openings => across.funds = funds(headers, profiles),
            TableKind::Loans => {
                let paid_out = tranches(headers, profiles);
                across.columns.extend(columns_of(&paid_out));
                across.columns.extend(months(headers).keys());
            }
            TableKind::Beneficiaries
            | TableKind::Funds
            | TableKind::Guarantees
            | TableKind::Visits
            | TableKind::Commitments
            | TableKind::Requests
            | TableKind::Assessments => {}
        }
        across.columns.extend(columns_of(&across.tranches));
        across.columns.extend(across.months.keys().chain(across.funds.keys()));
        across
    }

    pub fn is_empty(&self) -> bool {
        self.months.is_empty() && self.funds.is_empty() && self.tranches.is_empty()
    }

    /// Whether a field has a column of its own beside what stands across: the other sums are of all months, and a number of
    /// a paper is of one tranche.
    pub fn leaves(&self, field: &Field) -> bool {
        let name = field.name;
        let not_under_months = ["date", "amount", "receipt", "method", "notes"];
        let for_all_tranches = ["serial", "loan_no", "kind", "supplier", "item"];
        let of_a_tranche = || self.tranches.values().any(|one| one.columns.contains_key(name));
        (self.months.is_empty() || !not_under_months.contains(&name))
            && (self.tranches.is_empty() || for_all_tranches.contains(&name) && !of_a_tranche())
            && (self.funds.is_empty() || !field.balance && !matches!(name, "fund" | "nature"))
    }
}

/// What stands across in the header of a layout that is known, as far as its columns are not taken.
pub fn find(sheet: &Sheet, layout: &mut Layout) {
    let headers = layout.headers(sheet);
    let last = layout.last_header();
    let profiles = headers.keys().map(|column| (*column, Profile::of(sheet, *column, last))).collect();
    let across = Across::of(layout.kind, &headers, &profiles);
    let taken: BTreeSet<usize> = layout.columns.values().flatten().copied().collect();
    if across.columns.is_disjoint(&taken) {
        (layout.months, layout.funds, layout.tranches) = (across.months, across.funds, across.tranches);
    }
}

fn columns_of(tranches: &BTreeMap<usize, TrancheAcross>) -> impl Iterator<Item = usize> + '_ {
    tranches.iter().flat_map(|(sum, one)| one.columns.values().copied().chain([*sum]))
}

/// The columns that a month heads, where at least three do.
fn months(headers: &BTreeMap<usize, Header>) -> BTreeMap<usize, Month> {
    let months: BTreeMap<usize, Month> =
        headers.iter().filter_map(|(column, header)| Some((*column, month(header)?))).collect();
    if months.len() < MONTHS { BTreeMap::new() } else { months }
}

/// The month a header names, perhaps with its year: «كانون الثاني (يناير)»، «يناير 2025»، «2025-01»، «01/2025».
fn month(header: &Header) -> Option<Month> {
    let text = to_latin(&header.text());
    let numbers: Vec<u32> = text
        .split(|letter: char| !letter.is_ascii_digit())
        .filter(|run| !run.is_empty())
        .filter_map(|run| run.parse().ok())
        .collect();
    let year = numbers.iter().find(|number| matches!(**number, 1400..=1500 | 1900..=2100)).copied();
    let signed_year = year.and_then(|year| i32::try_from(year).ok());
    let letters = |part: &str| -> String { part.chars().filter(|letter| !letter.is_ascii_digit()).collect() };
    let parts = text.split(['(', ')', '/', '\n', '-']).map(|part| fold(&letters(part)));
    let named = std::iter::once(fold(&letters(&text))).chain(parts).find_map(|part| Some(meaning("month", &part)?.0));
    if let Some(code) = named {
        let month = code.get(1..)?.parse().ok()?;
        return Some(Month { hijri: code.starts_with('h'), month, year: signed_year });
    }
    let year = year?;
    let month = match numbers[..] {
        [a, b] => {
            if a == year {
                b
            } else {
                a
            }
        }
        // A spreadsheet's day that heads a column: the first of its month.
        [y, month, 1] if y == year => month,
        [1, month, y] if y == year => month,
        _ => return None,
    };
    let plain = text.chars().all(|letter| letter.is_ascii_digit() || "/-. ".contains(letter));
    ((1..=12).contains(&month) && plain).then_some(Month { hijri: year < 1600, month, year: signed_year })
}

/// The funds that head columns of balances, where at least two do: each header that says nothing else above a column of
/// money, or names a fund over a debit and a credit.
fn funds(headers: &BTreeMap<usize, Header>, profiles: &HashMap<usize, Profile>) -> BTreeMap<usize, FundAcross> {
    let kind = TableKind::Openings;
    let about = |said: &str| {
        let said = readings(said);
        fields(kind).iter().map(|field| fit(&said, field)).fold(0.0, f64::max)
    };
    let is_fund = |said: &str| {
        let folded = fold(said);
        let plain = !folded.is_empty() && folded.chars().any(char::is_alphabetic);
        plain
            && !words("total").any(|(_, word)| contains_words(&folded, word))
            && !is_left_out(kind, said)
            && (mentions("fund_word", &folded) || about(said) < A_BALANCE)
    };
    let mut found = BTreeMap::new();
    for (column, header) in headers {
        if !profiles.get(column).is_some_and(Profile::is_money) {
            continue;
        }
        let (name, side) = match (header.group.is_empty(), meaning("side", &header.own)) {
            (true, _) => (&header.own, None),
            (false, Some((side, _))) => (&header.group, Some(side.to_owned())),
            (false, None) => continue,
        };
        if is_fund(name) {
            found.insert(*column, FundAcross { name: kernel::arabic::tidy_line(name), side });
        }
    }
    let names: BTreeSet<&str> = found.values().map(|fund| fund.name.as_str()).collect();
    // Beside a column for the fund of the row, the others are something else.
    let has_fund = |(column, header): (&usize, &Header)| {
        let text = profiles.get(column).is_some_and(|profile| !profile.is_money());
        let said = readings(&header.text());
        text && fields(kind).iter().any(|field| field.name == "fund" && fit(&said, field) >= 0.9)
    };
    let enough = names.len() >= FUNDS && !headers.iter().any(has_fund);
    if enough { found } else { BTreeMap::new() }
}

/// The tranches in columns of their own, each with its sum: «مبلغ الدفعة الأولى»، «تاريخ الدفعة الأولى», or under one head.
fn tranches(headers: &BTreeMap<usize, Header>, profiles: &HashMap<usize, Profile>) -> BTreeMap<usize, TrancheAcross> {
    let mut by_number: BTreeMap<String, BTreeMap<String, usize>> = BTreeMap::new();
    for (column, header) in headers {
        let Some((number, rest)) = numbered_tranche(&header.text()) else { continue };
        let profile = profiles.get(column).cloned().unwrap_or_default();
        let said = readings(&rest);
        let own = fields(TableKind::Tranches).iter().filter(|field| !matches!(field.name, "serial" | "loan_no" | "no"));
        let best = own.map(|field| (fit(&said, field), field)).max_by(|a, b| a.0.total_cmp(&b.0));
        let field = match best {
            Some((fits, field)) if fits >= 0.6 && profile.speaks_for(field.holds) >= 0.0 => field.name,
            _ if rest.is_empty() && profile.is_money() => "amount",
            _ => continue,
        };
        by_number.entry(number).or_default().entry(field.to_owned()).or_insert(*column);
    }
    let group = |(no, mut columns): (String, BTreeMap<String, usize>)| {
        let sum = columns.remove("amount")?;
        Some((sum, TrancheAcross { no, columns }))
    };
    by_number.into_iter().filter_map(group).collect()
}

/// The number of the tranche a header speaks of, and what else it says.
fn numbered_tranche(text: &str) -> Option<(String, String)> {
    let folded = fold(&to_latin(text));
    let (_, word) = words("tranche_word").find(|(_, word)| contains_words(&folded, word))?;
    let rest = without(&folded, word);
    let digits: Vec<&str> =
        rest.split(' ').filter(|one| !one.is_empty() && one.bytes().all(|byte| byte.is_ascii_digit())).collect();
    let (number, said) = match digits[..] {
        [number] if number.len() <= 2 => (number.trim_start_matches('0').to_owned(), number),
        [] => {
            let named = words("ordinal").filter(|(_, word)| contains_words(&rest, word));
            let (number, word) = named.max_by_key(|(_, word)| word.len())?;
            (number.to_owned(), word)
        }
        _ => return None,
    };
    Some((number, without(&rest, said)))
}

fn without(folded: &str, word: &str) -> String {
    format!(" {folded} ").replacen(&format!(" {word} "), " ", 1).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_across_are_seen_in_every_spelling() {
        for (header, month_no, hijri, year) in [
            ("يناير", 1, false, None),
            ("كانون الثاني\n(يناير)", 1, false, None),
            ("محرم 1446", 1, true, Some(1446)),
            ("٠٣/٢٠٢٥", 3, false, Some(2025)),
            ("2025-12", 12, false, Some(2025)),
            ("2025/07/01", 7, false, Some(2025)),
        ] {
            let said = Header { own: header.to_owned(), ..Header::default() };
            assert_eq!(month(&said), Some(Month { hijri, month: month_no, year }), "{header}");
        }
        for none in ["مسدد السنة", "2025", "5", "التمويل", "2025/07/15"] {
            assert_eq!(month(&Header { own: none.to_owned(), ..Header::default() }), None, "{none}");
        }
    }

    #[test]
    fn tranches_are_numbered_in_every_spelling() {
        for (header, number, rest) in [
            ("مبلغ الدفعة الأولى", "1", "مبلغ"),
            ("الدفعة 2 تاريخ", "2", "تاريخ"),
            ("دفعة ٣", "3", ""),
            ("الدفعة الثانية / المورد", "2", "المورد"),
            ("Tranche 1 amount", "1", "amount"),
        ] {
            assert_eq!(numbered_tranche(header), Some((number.to_owned(), rest.to_owned())), "{header}");
        }
        for none in ["عدد الدفعات", "القسط 1", "الدفعة", "أول قسط"] {
            assert_eq!(numbered_tranche(none), None, "{none}");
        }
    }
}
