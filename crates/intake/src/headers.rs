//! What a header says: its readings, and how well one fits a field.
//!
//! Headers are compared after folding, with what offices do to them: two rows of heads, line breaks, units in brackets,
//! English beside Arabic, letters for words («ت. الميلاد»), a letter wrong or left out.

use crate::vocabulary::{Field, Holds, contains_words, fold_header, long_forms, meaning, words};
use kernel::arabic::fold;
use sheets::Sheet;
use std::collections::BTreeMap;

/// Two words this alike are one misspelled.
const ALIKE: f64 = 0.8;
/// Shorter words are not guessed at: «عدد» is not «عقد».
const LONG_ENOUGH: usize = 4;

/// The header of one column, over one or two rows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Header {
    /// What stands above several columns; empty where nothing does.
    pub group: String,
    /// What stands above this column alone; empty under a group that says all.
    pub own: String,
    /// Of the columns under one group the first.
    pub group_at: usize,
}

impl Header {
    /// As people read it: «اسم المستفيد / الأب».
    pub fn text(&self) -> String {
        match (self.group.is_empty(), self.own.is_empty()) {
            (true, _) => self.own.clone(),
            (false, true) => self.group.clone(),
            (false, false) => format!("{} / {}", self.group, self.own),
        }
    }

    pub fn is_empty(&self) -> bool {
        self.group.is_empty() && self.own.is_empty()
    }
}

/// The headers of a table by column; `last` is the row (from 0) directly above the data, `rows` how many belong to it.
pub fn headers(sheet: &Sheet, last: usize, rows: usize) -> BTreeMap<usize, Header> {
    let text = |row: usize, column: usize| {
        let cell = sheet.cell(row, column);
        if cell.is_blank() { String::new() } else { cell.text().into_owned() }
    };
    let first = (last + 1).saturating_sub(rows);
    let width = (first..=last).filter_map(|row| sheet.rows.get(row)).map(Vec::len).max().unwrap_or_default();
    let mut found = BTreeMap::new();
    let mut group: Option<(usize, String)> = None;
    let mut loose = false;
    // Where single columns have their header in the upper row, what stands in the lower alone belongs to a head at its side.
    let single_above =
        rows > 1 && (0..width).any(|column| !text(first, column).is_empty() && text(last, column).is_empty());
    for column in 0..width {
        let own = text(last, column);
        if rows < 2 {
            if !own.is_empty() {
                found.insert(column, Header { group: String::new(), own, group_at: column });
            }
            continue;
        }
        let above = text(first, column);
        if !above.is_empty() {
            // A head that is not merged over its columns reaches as far as these are parts of something.
            let part = is_part(&own) || single_above && !own.is_empty();
            let reaches = sheet.spanning.contains(&(first, column)) || part && above != own;
            loose = !sheet.spanning.contains(&(first, column));
            group = reaches.then(|| (column, above.clone()));
        } else if loose && !is_part(&own) && !single_above {
            group = None;
        }
        let header = match (&group, above.is_empty(), own.is_empty()) {
            (Some((at, said)), _, false) if *said != own => Header { group: said.clone(), own, group_at: *at },
            (Some((at, said)), ..) if *at == column => {
                Header { group: said.clone(), own: String::new(), group_at: *at }
            }
            (_, true, true) => continue,
            // Merged over both rows, or standing in one of them only.
            (_, _, true) => Header { group: String::new(), own: above, group_at: column },
            (_, true, false) => {
                group = None;
                Header { group: String::new(), own, group_at: column }
            }
            (_, false, false) if above == own => Header { group: String::new(), own, group_at: column },
            (_, false, false) => Header { group: above, own, group_at: column },
        };
        found.insert(column, header);
    }
    found
}

/// Whether a header is only a part of what stands above it: of a name, a day, a balance.
fn is_part(own: &str) -> bool {
    ["name_part", "day_part", "side"].iter().any(|group| meaning(group, own).is_some())
}

/// The ways to read a header, folded, best first: whole, without what stands in brackets, each side of a stroke or line
/// break, and with its abbreviations written out.
pub fn readings(text: &str) -> Vec<String> {
    let without_brackets = text.split(['(', '[']).next().unwrap_or_default();
    let mut readings = vec![fold_header(text), fold(without_brackets)];
    // A side of a stroke that is one letter says something only beside the other: «ذ/ث».
    let sides = text.split(['/', '\\', '|', '\n', '-', '–', '+']).map(fold);
    readings.extend(sides.filter(|side| side.chars().count() > 1));
    let mut long: Vec<String> = Vec::new();
    for part in std::iter::once(text).chain([without_brackets]).chain(text.split(['/', '\\', '|', '\n'])) {
        if part.len() == text.len() || !text.contains('/') || part.chars().count() > 3 {
            long.extend(written_out(part));
        }
    }
    if let Some(apart) = humps(text) {
        readings.push(fold(&apart));
        long.extend(written_out(&apart));
    }
    readings.extend(long);
    let mut seen = std::collections::HashSet::new();
    readings.retain(|reading| !reading.is_empty() && seen.insert(reading.clone()));
    readings
}

/// The words of a name as programs write it: «BenNatID», «loan_date». Nothing where it is no such name.
fn humps(text: &str) -> Option<String> {
    let mut apart = String::with_capacity(text.len() + 4);
    let mut before = ' ';
    for letter in text.chars() {
        if before.is_ascii_lowercase() && letter.is_ascii_uppercase() || letter == '_' {
            apart.push(' ');
        }
        apart.extend(Some(letter).filter(|letter| *letter != '_'));
        before = letter;
    }
    (apart != text).then_some(apart)
}

/// A header with its abbreviations written out, in each of their meanings: «رقم س. م» is «رقم السجل المدني».
fn written_out(text: &str) -> Vec<String> {
    let text = text.split(['(', '[']).next().unwrap_or_default();
    let mut tokens: Vec<String> = Vec::new();
    let mut letters = String::new();
    for token in text.split(|letter: char| letter.is_whitespace() || letter == '.').map(fold) {
        if token.is_empty() {
            continue;
        }
        if token.chars().count() == 1 {
            letters.push_str(&token);
            continue;
        }
        if !letters.is_empty() {
            tokens.push(std::mem::take(&mut letters));
        }
        tokens.push(token);
    }
    if !letters.is_empty() {
        tokens.push(letters);
    }
    let mut written: Vec<String> = vec![String::new()];
    let mut any = false;
    for token in &tokens {
        let forms = long_forms(token);
        any |= !forms.is_empty();
        let own = [token.clone()];
        let forms = if forms.is_empty() { &own[..] } else { forms };
        written = written
            .iter()
            .flat_map(|said| forms.iter().map(move |form| format!("{said} {form}").trim().to_owned()))
            .take(16)
            .collect();
    }
    if any { written } else { Vec::new() }
}

/// How well a header fits a field, 0 to 1: equal words, a word misspelled, words among others.
pub fn fit(readings: &[String], field: &Field) -> f64 {
    let mut best: f64 = 0.0;
    for (place, reading) in readings.iter().enumerate() {
        // The whole header says more than a part of it, and a part that is most of it more than a small one.
        let whole = readings.first().map_or(1, |whole| whole.chars().count().max(1));
        let part = 1.0 - (reading.chars().count() as f64 / whole as f64).min(1.0);
        let less = 0.01 * place.min(8) as f64 + 0.12 * part;
        for (rank, word) in field.words.iter().enumerate() {
            let less = less + 0.001 * rank.min(50) as f64;
            if word == reading {
                best = best.max(1.0 - less);
            } else if best < 0.9 {
                best = best.max(alike(reading, word, field) - less);
            }
        }
    }
    best
}

/// How alike two folded headers are, below 0.9; 0 where nothing speaks for it.
fn alike(header: &str, word: &str, field: &Field) -> f64 {
    let (long, short) = (header.chars().count(), word.chars().count());
    let nothing_in_common = header.split(' ').all(|one| {
        let one = without_article(one);
        word.split(' ').all(|other| !could_be_near(one, without_article(other)))
    });
    if nothing_in_common {
        return 0.0;
    }
    let said: Vec<&str> = header.split(' ').collect();
    let wanted: Vec<&str> = word.split(' ').collect();
    let same = |(one, other): (&&str, &&str)| without_article(one) == without_article(other);
    if said.len() == wanted.len() && said.iter().zip(&wanted).all(same) {
        return 0.89;
    }
    if short >= LONG_ENOUGH && long.abs_diff(short) <= 3 {
        let likeness = strsim::normalized_damerau_levenshtein(header, word);
        // «مبلغ القسط» is not «مبلغ القرض»: every word for itself is the other, misspelled.
        let each = said.len() != wanted.len()
            || said
                .iter()
                .zip(&wanted)
                .all(|(one, other)| without_article(one) == without_article(other) || near_enough(one, other));
        if likeness >= ALIKE && each {
            return 0.85 * likeness;
        }
    }
    if short > 2
        && let Some(before) = before_words(header, word)
    {
        return if leads(before, field) { 0.5 + 0.35 * short as f64 / long as f64 } else { 0.0 };
    }
    // Every word of the field stands there, perhaps misspelled or with another article.
    if wanted.len() < 2 || wanted.len() > said.len() {
        return 0.0;
    }
    let there = |word: &&str| said.iter().any(|one| without_article(one) == without_article(word) || near(one, word));
    let first = said.first().copied().unwrap_or_default();
    let begins = leads(first, field) || wanted.iter().any(|word| near(first, word));
    if begins && wanted.iter().all(there) { 0.45 + 0.3 * wanted.len() as f64 / said.len() as f64 } else { 0.0 }
}

/// What stands before a word of a field in a header that holds it.
fn before_words<'a>(header: &'a str, word: &str) -> Option<&'a str> {
    if !contains_words(header, word) {
        return None;
    }
    let at = if header.starts_with(word) { 0 } else { header.find(&format!(" {word}"))? };
    Some(header[..at].trim())
}

/// Whether what stands before a word leaves its meaning: in Arabic the first word is what the header names, and «إيجار
/// السكن» is no dwelling. Words of the field itself, and such as «رقم» and «تاريخ», leave it; English ones tell apart less.
fn leads(before: &str, field: &Field) -> bool {
    let own = |token: &str| field.words.iter().any(|word| word.split(' ').any(|one| without_article(one) == token));
    // «تاريخ السداد» is no sum, and «قيمة القسط» no day.
    let heads = |group: &str, token: &str| words(group).any(|(_, word)| word == token);
    let other = |token: &str| match field.holds {
        Holds::Money => heads("day_head", token) || heads("count_head", token),
        Holds::Day => heads("money_head", token) || heads("count_head", token),
        Holds::Count => heads("money_head", token) || heads("day_head", token),
        _ => false,
    };
    let plain = |token: &str| words("before").any(|(_, word)| word == token) && !other(token);
    before.split(' ').filter(|token| !token.is_empty()).all(|token| {
        let bare = without_article(token);
        token.is_ascii() || bare.chars().count() == 1 || own(bare) || plain(bare)
    })
}

/// Whether two words have enough letters in common that one may be the other, misspelled; without comparing them.
fn could_be_near(one: &str, other: &str) -> bool {
    let letters = |word: &str| word.chars().fold(0_u64, |seen, letter| seen | 1 << (u32::from(letter) % 64));
    let most = one.chars().count().max(other.chars().count());
    (letters(one) ^ letters(other)).count_ones() as usize * 5 <= most * 4
}

fn near_enough(one: &str, other: &str) -> bool {
    strsim::normalized_damerau_levenshtein(one, other) >= 0.7
}

fn near(one: &str, word: &str) -> bool {
    word.chars().count() >= LONG_ENOUGH && strsim::normalized_damerau_levenshtein(one, word) >= ALIKE
}

pub fn without_article(word: &str) -> &str {
    word.strip_prefix("ال").filter(|rest| rest.chars().count() > 1).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{TableKind, fields};

    fn best(kind: TableKind, header: &str) -> (&'static str, f64) {
        let readings = readings(header);
        let all = fields(kind).iter().map(|field| (field.name, fit(&readings, field)));
        all.max_by(|a, b| a.1.total_cmp(&b.1)).unwrap_or_default()
    }

    #[test]
    fn headers_are_understood_as_offices_write_them() {
        for (header, field) in [
            ("ر. الملف", "file_no"),
            ("رقم الإضبارة", "file_no"),
            ("رقم س.م", "id_number"),
            ("رقم س. م", "id_number"),
            ("رقم الهويه / الاقامه\nNational ID", "id_number"),
            ("Nat. ID", "id_number"),
            ("ت. انتهاء\nالهوية", "id_expiry"),
            ("صلاحيتها\nExpiry", "id_expiry"),
            ("تاريخ الملاد (هـ)", "birth_date"),
            ("ت. الميلاد\nDOB", "birth_date"),
            ("النوع\nM/F", "sex"),
            ("الجول\nMobile", "mobile"),
            ("ت. الجوال", "mobile"),
            ("الحاله الإجتماعيه", "marital_status"),
            ("ع. الأفراد", "family_size"),
            ("عدد من يعول\n+ نفسه", "family_size"),
            ("الدخل\n(ر.س/شهر)", "monthly_income"),
            ("متوسط الدخل\nIncome SAR", "monthly_income"),
            ("يصرف له ضمان\n(1 نعم – 0 لا)", "social_security"),
            ("ضمان ✓", "social_security"),
            ("SA IBAN", "iban"),
            ("الباحث/ة", "researcher"),
            ("الحي-القرية", "district"),
        ] {
            let found = best(TableKind::Beneficiaries, header);
            assert_eq!(found.0, field, "{header}: {found:?}");
            assert!(found.1 > 0.5, "{header}: {found:?}");
        }
        for (header, field) in [
            ("Contract No.\nالعقد", "loan_no"),
            ("س.م المقترض", "borrower"),
            ("قيمة التمويل\n(ر.س)", "amount"),
            ("ت. الصرف\n(يوم/شهر)", "disbursed_on"),
            ("المدة\nبالأشهر", "instalments"),
            ("First due\nأول استحقاق", "first_due"),
            ("المحفظة\n(Fund)", "fund"),
            ("ك. الغارم", "guarantor"),
        ] {
            let found = best(TableKind::Loans, header);
            assert_eq!(found.0, field, "{header}: {found:?}");
        }
        assert!(best(TableKind::Beneficiaries, "آخر زيارة").1 < 0.5);
    }
}
