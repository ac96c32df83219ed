//! Amounts, whole numbers and dates as they stand in cells.

use crate::vocabulary::{mentions, words};
use kernel::arabic::{DateReason, TypedDate, fold, to_latin, typed_amount, typed_date};
use kernel::{Day, Money};
use sheets::{Cell, Epoch};

/// A signed amount. What it is refused for: `negative` is the caller's to decide.
///
/// # Errors
/// `text` when it is no number, `decimals` when it has fractions of a halala, `too_large` beyond what is counted.
pub fn amount(cell: &Cell) -> Result<Money, &'static str> {
    match cell {
        Cell::Number(decimal) => exact(decimal),
        Cell::Text(text) => {
            let text = without_currency(text);
            let (negative, unsigned) = signed(&text);
            let amount = typed_amount(unsigned).map_err(|reason| match reason.word() {
                "decimals" => "decimals",
                "too_large" => "too_large",
                _ => "text",
            })?;
            Ok(if negative { amount.negated() } else { amount })
        }
        _ => Err("text"),
    }
}

/// The unit a file counts its sums in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    Riyals,
    Thousands,
    Halalas,
}

impl Unit {
    /// As it is named in an answer.
    pub fn named(name: &str) -> Option<Self> {
        match name.trim() {
            "riyals" => Some(Self::Riyals),
            "thousands" => Some(Self::Thousands),
            "halalas" => Some(Self::Halalas),
            _ => None,
        }
    }
}

/// A signed amount of a file that counts in a unit.
///
/// # Errors
/// As [`amount`]; nothing is rounded.
pub fn in_unit(cell: &Cell, unit: Unit) -> Result<Money, &'static str> {
    match (unit, cell) {
        (Unit::Riyals, _) => amount(cell),
        (Unit::Thousands, Cell::Number(decimal)) => exact(&thousandfold(decimal)),
        (Unit::Thousands, _) => {
            let halalas = amount(cell)?.halalas().checked_mul(1000).ok_or("too_large")?;
            Money::from_halalas(halalas).map_err(|_| "too_large")
        }
        (Unit::Halalas, _) => {
            let hundredfold = amount(cell)?.halalas();
            if hundredfold % 100 == 0 {
                Money::from_halalas(hundredfold / 100).map_err(|_| "too_large")
            } else {
                Err("decimals")
            }
        }
    }
}

/// A decimal number with its point three places further: no digit is lost.
fn thousandfold(decimal: &str) -> String {
    let (whole, fraction) = decimal.split_once('.').unwrap_or((decimal, ""));
    let (moved, rest) = fraction.split_at(fraction.len().min(3));
    let rest = rest.trim_end_matches('0');
    let point = if rest.is_empty() { "" } else { "." };
    format!("{whole}{moved:0<3}{point}{rest}")
}

/// The decimal text of a spreadsheet number as money; nothing is rounded.
fn exact(decimal: &str) -> Result<Money, &'static str> {
    let fraction = decimal.split_once('.').map_or("", |(_, fraction)| fraction);
    if fraction.len() > 2 {
        return Err("decimals");
    }
    decimal.parse().map_err(|_| "too_large")
}

/// A minus before or behind, or brackets, as accountants write it.
fn signed(text: &str) -> (bool, &str) {
    let text = text.trim();
    if let Some(inner) = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
        return (true, inner);
    }
    let dashes = ['-', '\u{2212}', '\u{2013}'];
    match text.strip_prefix(dashes).or_else(|| text.strip_suffix(dashes)) {
        Some(rest) => (true, rest),
        None => (false, text),
    }
}

/// A monthly sum without the words that say it is one: «2500 ريال شهريًا», «2500/شهر».
pub fn without_month(cell: &Cell) -> Option<Cell> {
    without_span(cell, "per_month")
}

/// A sum of a year without the words that say it is one: «24000 ريال سنويًا», «24000/سنة».
pub fn without_year(cell: &Cell) -> Option<Cell> {
    without_span(cell, "per_year")
}

fn without_span(cell: &Cell, group: &str) -> Option<Cell> {
    let Cell::Text(text) = cell else { return None };
    let at = text.char_indices().filter(|(_, letter)| letter.is_whitespace() || *letter == '/').map(|(at, _)| at);
    let found = at.into_iter().find(|at| {
        let rest = fold(&text[*at..]);
        words(group).any(|(_, word)| word == rest)
    })?;
    Some(Cell::Text(text[..found].trim().into()))
}

/// The text without the word or sign of the currency before or behind it.
fn without_currency(text: &str) -> String {
    let text = text.replace(['\u{20c1}', '\u{fdfc}'], " ");
    let text = text.trim_matches(|letter: char| letter.is_whitespace() || matches!(letter, '\u{200e}' | '\u{200f}'));
    let is_letter = |letter: char| !(letter.is_numeric() || matches!(letter, '-' | '(' | ')'));
    let is_currency = |part: &str| words("currency").any(|(_, word)| word == fold(part));
    let end = text
        .rfind(|letter: char| !is_letter(letter))
        .map_or(0, |at| at + text[at..].chars().next().map_or(0, char::len_utf8));
    let start = text.find(|letter: char| !is_letter(letter)).unwrap_or(text.len());
    let (mut from, mut to) = (0, text.len());
    if end < text.len() && is_currency(&text[end..]) {
        to = end;
    }
    if start > 0 && start <= to && is_currency(&text[..start]) {
        from = start;
    }
    text[from..to].to_owned()
}

/// A whole number, perhaps with its unit: `11 أفراد`.
pub fn whole(cell: &Cell, unit: &str) -> Option<i64> {
    match cell {
        Cell::Number(decimal) => decimal.parse().ok(),
        Cell::Text(text) => {
            let text = to_latin(text);
            let digits: String = text.chars().filter(char::is_ascii_digit).collect();
            let first = text.find(&digits).filter(|_| !digits.is_empty())?;
            let rest = fold(&format!("{} {}", &text[..first], &text[first + digits.len()..]));
            let plain = rest.is_empty() || words(unit).any(|(_, word)| word == rest);
            let negative = text[..first].trim_end().ends_with(['-', '\u{2212}']);
            let number: i64 = digits.parse().ok().filter(|_| plain)?;
            Some(if negative { -number } else { number })
        }
        _ => None,
    }
}

/// A day, and what is assumed of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReadDay {
    pub day: Day,
    /// The day stood before the month and could have been the month: 3/11/1973.
    pub order_assumed: bool,
}

/// Reads a date cell: a spreadsheet's day, a bare day number of its epoch, a typed date, or one with the month's name.
///
/// # Errors
/// `date_impossible` for a day no calendar has, `date_year` for a year of two digits or of neither calendar,
/// `date_text` for what is no date.
pub fn day(cell: &Cell, epoch: Epoch) -> Result<ReadDay, &'static str> {
    match cell {
        Cell::Day(day) => Ok(ReadDay { day: *day, order_assumed: false }),
        Cell::Number(decimal) => numbered_day(decimal, epoch),
        Cell::Text(text) => {
            let text = without_time(text);
            let digits = to_latin(text);
            // A csv has no other way to hold a day number.
            if digits.len() == 5 && digits.bytes().all(|byte| byte.is_ascii_digit()) {
                return numbered_day(&digits, epoch);
            }
            let read = typed(text).or_else(|reason| match in_both_calendars(text) {
                Some(said) => said,
                None => typed(without_weekday(text)).map_err(|_| reason),
            });
            let TypedDate { day, .. } = read.map_err(|reason| match reason {
                DateReason::Month | DateReason::Day | DateReason::Range => "date_impossible",
                DateReason::Year => "date_year",
                DateReason::Calendar => "date_calendar",
                DateReason::Empty | DateReason::Format => "date_text",
            })?;
            Ok(ReadDay { day, order_assumed: order_is_assumed(text) })
        }
        _ => Err("date_text"),
    }
}

fn typed(text: &str) -> Result<TypedDate, DateReason> {
    typed_date(text).or_else(|reason| match with_month_name(text) {
        Some(rewritten) => typed_date(&rewritten),
        None => Err(reason),
    })
}

/// «الجمعة 15/7/1400هـ», «الموافق 15/7/1400»: the words before the date.
fn without_weekday(text: &str) -> &str {
    let mut rest = text.trim();
    while let Some((word, after)) = rest.split_once([' ', ':', '\u{60c}']) {
        let folded = fold(word);
        if !folded.is_empty() && !words("before_day").any(|(_, word)| word == folded) {
            break;
        }
        rest = after.trim_start();
    }
    rest
}

/// «1400/7/15هـ - 1980/05/29م»: the same day in both calendars. Where the two are not one day, neither is believed.
fn in_both_calendars(text: &str) -> Option<Result<TypedDate, DateReason>> {
    let at = [" - ", " – ", "\u{627}\u{644}\u{645}\u{648}\u{627}\u{641}\u{642}", "(", "\n", " / "];
    let parts = at.into_iter().filter_map(|by| text.split_once(by));
    let both = |(one, other): (&str, &str)| {
        let other = other.trim().trim_end_matches(')');
        Some((typed(without_weekday(one.trim())).ok()?, typed(without_weekday(other)).ok()?))
    };
    let (one, other) = parts.filter_map(both).find(|(one, other)| one.calendar != other.calendar)?;
    Some(if one.day == other.day { Ok(one) } else { Err(DateReason::Calendar) })
}

/// A typed day that lacks its year, or its century.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Partial {
    /// «25/06», «7 أغسطس».
    DayMonth { day: String, month: String, hijri: Option<bool> },
    /// «12/07/65»: the year is below a hundred.
    ShortYear { day: String, month: String, year: i32, hijri: Option<bool> },
}

impl Partial {
    /// The day as it is typed in full.
    pub fn with_year(&self, year: &str) -> String {
        let (Self::DayMonth { day, month, hijri } | Self::ShortYear { day, month, hijri, .. }) = self;
        let sign = match hijri {
            Some(true) => "ه",
            Some(false) => "م",
            None => "",
        };
        format!("{day}/{month}/{year}{sign}")
    }
}

/// Reads a day without its year or its century; nothing for a whole day and for what is none.
pub fn partial(text: &str) -> Option<Partial> {
    let latin = to_latin(crate::text::trimmed(text));
    if latin.len() > 40 {
        return None;
    }
    let folded = fold(&latin);
    let named = words("month").filter(|(_, name)| name.len() > 1 && crate::vocabulary::contains_words(&folded, name));
    let named = named.max_by_key(|(_, name)| name.chars().count()).filter(|(_, name)| name.parse::<u32>().is_err());
    let numbers: Vec<&str> =
        latin.split(|letter: char| !letter.is_ascii_digit()).filter(|run| !run.is_empty()).collect();
    if numbers.iter().any(|run| run.len() > 2) {
        return None;
    }
    if let Some((code, name)) = named {
        let others = folded.replacen(name, " ", 1);
        let plain = others.split(' ').all(|word| {
            word.is_empty() || word.bytes().all(|byte| byte.is_ascii_digit()) || word == "ه" || word == "م"
        });
        let hijri = Some(code.starts_with('h'));
        let month = code.get(1..)?.trim_start_matches('0').to_owned();
        return match numbers[..] {
            _ if !plain => None,
            [day] => Some(Partial::DayMonth { day: day.to_owned(), month, hijri }),
            [day, year] => Some(Partial::ShortYear { day: day.to_owned(), month, year: year.parse().ok()?, hijri }),
            _ => None,
        };
    }
    let (body, hijri) = match latin.trim_end().trim_end_matches('\u{640}') {
        sign if sign.ends_with('ه') => (sign.trim_end_matches('ه'), Some(true)),
        sign if sign.ends_with('م') => (sign.trim_end_matches('م'), Some(false)),
        plain => (plain, None),
    };
    let is_date = body.chars().all(|letter| letter.is_ascii_digit() || "/-. ".contains(letter));
    match numbers[..] {
        _ if !is_date => None,
        [day, month] => Some(Partial::DayMonth { day: day.to_owned(), month: month.to_owned(), hijri }),
        [day, month, year] => {
            Some(Partial::ShortYear { day: day.to_owned(), month: month.to_owned(), year: year.parse().ok()?, hijri })
        }
        _ => None,
    }
}

/// The year of two digits in the hundred years from `first` on: 65 from 1927 is 1965, and 03 is 2003.
pub fn in_century(short: i32, first: i32) -> i32 {
    let year = first - first.rem_euclid(100) + short;
    if year < first { year + 100 } else { year }
}

/// A bare number is the day number of a spreadsheet; but a number that is a year of either calendar is a year without
/// its day, and nobody may guess that.
fn numbered_day(number: &str, epoch: Epoch) -> Result<ReadDay, &'static str> {
    let whole = number.split('.').next().unwrap_or_default();
    let serial: i64 = whole.parse().map_err(|_| "date_text")?;
    if matches!(serial, 1300..=1600 | 1900..=2100) {
        return Err("date_year");
    }
    let day = epoch.day(serial).ok_or("date_text")?;
    Ok(ReadDay { day, order_assumed: false })
}

/// A date without the time of day other programs write behind it: `2024-11-05 00:00:00`, `2024-11-05T00:00:00Z`.
fn without_time(text: &str) -> &str {
    let text = crate::text::trimmed(text);
    let Some((date, time)) = text.split_once(['T', ' ']) else { return text };
    let is_time = time.contains(':') && time.chars().all(|letter| letter.is_ascii_digit() || ":.Z+ ".contains(letter));
    if is_time { date } else { text }
}

/// `6 ربيع الآخر 1449هـ` as `6/4/1449هـ`.
fn with_month_name(text: &str) -> Option<String> {
    let folded = fold(text);
    // «جمادى الأولى» before «جمادى»: the longest name that stands there.
    let found = words("month").filter(|(_, name)| crate::vocabulary::contains_words(&folded, name));
    let (month, name) = found.max_by_key(|(_, name)| name.chars().count())?;
    let (before, after) = folded.split_once(name)?;
    let number = |part: &str| {
        part.split(' ').find(|word| word.starts_with(|letter: char| letter.is_ascii_digit())).map(str::to_owned)
    };
    let digits = |part: &str| part.chars().take_while(char::is_ascii_digit).collect::<String>();
    // «Feb 13, 2024»: the month first, then day and year.
    let behind: Vec<&str> = after.split(' ').filter(|word| !word.is_empty()).collect();
    let (day, year) = match (number(before), &behind[..]) {
        (None, [day, year]) if before.trim().is_empty() && year.len() == 4 => (digits(day), digits(year)),
        (day, _) => (digits(&day?), digits(&number(after)?)),
    };
    let (day, year) = if day.len() == 4 { (year, day) } else { (day, year) };
    let sign = if month.starts_with('h') { "ه" } else { "م" };
    Some(format!("{day}/{}/{year}{sign}", &month[1..]))
}

/// The first two numbers of a date whose year stands last.
fn two_before_year(text: &str) -> Option<(u32, u32, String)> {
    let latin = to_latin(without_time(text));
    let parts: Vec<&str> = latin.split(['/', '-', '.']).map(str::trim).collect();
    match parts[..] {
        [one, other, year] if year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()) => {
            Some((one.parse().ok()?, other.parse().ok()?, year.to_owned()))
        }
        _ => None,
    }
}

/// Whether the dates of a column stand with the month first, as programs of other countries write them: where several can be
/// read in no other way, and none in the usual one alone.
pub fn is_month_first<'a>(cells: impl Iterator<Item = &'a Cell>) -> bool {
    let (mut first, mut second) = (0, 0);
    for cell in cells {
        let Cell::Text(text) = cell else { continue };
        if let Some((one, other, _)) = two_before_year(text) {
            first += usize::from(one > 12 && one <= 31);
            second += usize::from(one <= 12 && other > 12 && other <= 31);
        }
    }
    second >= 2 && first == 0
}

/// A date with its month first, as it is usually typed: 5/13/2024 as 13/5/2024.
pub fn with_day_first(text: &str) -> Option<String> {
    let (month, day, year) = two_before_year(text)?;
    Some(format!("{day}/{month}/{year}"))
}

/// Day first and both at most 12: it could have been meant the other way round.
fn order_is_assumed(text: &str) -> bool {
    let runs: Vec<u32> = to_latin(text)
        .split(|letter: char| !letter.is_ascii_digit())
        .filter(|run| !run.is_empty())
        .filter_map(|run| run.parse().ok())
        .collect();
    matches!(runs[..], [day, month, year] if year > 99 && day <= 12 && month <= 12 && day != month)
        && !mentions("month", &fold(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Cell {
        Cell::Text(text.into())
    }

    #[test]
    fn amounts_are_read_with_their_currency_and_sign() {
        for (typed, halalas) in [
            ("2,750 ريال", 275_000),
            ("4100 ر.س", 410_000),
            ("ر.س ٣٬٤٠٠٫٥٠", 340_050),
            ("SAR 12", 1_200),
            ("-300", -30_000),
            ("300-", -30_000),
            ("(1,200.00)", -120_000),
            ("500 ريالًا", 50_000),
        ] {
            assert_eq!(amount(&text(typed)), Ok(Money::from(halalas)), "{typed}");
        }
        for typed in ["500+250", "خمسمائة", "حسب الفاتورة", "12,34", "5 أشهر", "ريال"] {
            assert_eq!(amount(&text(typed)), Err("text"), "{typed}");
        }
        assert_eq!(amount(&Cell::Number("1388.89".into())), Ok(Money::from(138_889)));
        assert_eq!(amount(&Cell::Number("0.005".into())), Err("decimals"), "nothing is rounded");
    }

    #[test]
    fn days_without_a_year_or_a_century_are_seen() {
        let day_month =
            |day: &str, month: &str, hijri| Partial::DayMonth { day: day.into(), month: month.into(), hijri };
        assert_eq!(partial("25/06"), Some(day_month("25", "06", None)));
        assert_eq!(partial("7 أغسطس"), Some(day_month("7", "8", Some(false))));
        assert_eq!(partial("١ 09"), Some(day_month("1", "09", None)));
        assert_eq!(partial("3 رمضان").map(|day| day.with_year("1446")).as_deref(), Some("3/9/1446ه"));
        let short = partial("12/07/65").expect("a short year");
        assert_eq!(short, Partial::ShortYear { day: "12".into(), month: "07".into(), year: 65, hijri: None });
        assert_eq!(short.with_year(&in_century(65, 1927).to_string()), "12/07/1965");
        for (short, first, year) in
            [(26, 1927, 2026), (27, 1927, 1927), (0, 1927, 2000), (25, 2000, 2025), (9, 1400, 1409)]
        {
            assert_eq!(in_century(short, first), year, "{short} from {first}");
        }
        for whole in ["12/07/1965", "1446", "أمس", "7 أغسطس 2026", "", "5"] {
            assert_eq!(partial(whole), None, "{whole}");
        }
    }

    #[test]
    fn whole_numbers_are_read_with_their_unit_only() {
        for (typed, number) in
            [("11 أفراد", Some(11)), ("٢٠", Some(20)), ("10 قسط", None), ("3 أو 4", None), ("x", None)]
        {
            assert_eq!(whole(&text(typed), "person"), number, "{typed}");
        }
        assert_eq!(whole(&Cell::Number("2.5".into()), "person"), None);
    }

    #[test]
    fn dates_are_read_in_every_way_offices_write_them() {
        for (typed, iso, assumed) in [
            ("6 ربيع الآخر 1449هـ", "2027-09-07", false),
            ("١٤٤٩/٠٦/٢٢هـ", "2027-11-21", false),
            ("3/11/1973", "1973-11-03", true),
            ("28/06/1972", "1972-06-28", false),
            ("3-9-2026م", "2026-09-03", true),
            ("5 مارس 2026", "2026-03-05", false),
            ("2024-11-05 00:00:00", "2024-11-05", false),
            ("2024-11-05T10:30:00.000Z", "2024-11-05", false),
            ("1 جماد أول 1446", "2024-11-03", false),
        ] {
            let read = day(&text(typed), Epoch::From1900).unwrap_or_else(|reason| panic!("{typed}: {reason}"));
            assert_eq!((read.day.to_string().as_str(), read.order_assumed), (iso, assumed), "{typed}");
        }
        for (typed, reason) in [
            ("31/02/1985", "date_impossible"),
            ("1450/09/30", "date_impossible"),
            ("1/2/85", "date_year"),
            ("أمس", "date_text"),
        ] {
            assert_eq!(day(&text(typed), Epoch::From1900), Err(reason), "{typed}");
        }
        for cell in [Cell::Number("29713".into()), Cell::Number("29713.5".into()), text("29713")] {
            assert_eq!(day(&cell, Epoch::From1900).unwrap().day.to_string(), "1981-05-07");
        }
        assert_eq!(day(&Cell::Number("1398".into()), Epoch::From1900), Err("date_year"), "a year alone is no day");
    }
}
