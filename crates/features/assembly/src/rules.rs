//! What the general assembly refuses. Pure.

use kernel::arabic::{tidy_text, to_latin};
use kernel::{Refusal, Result, require};

kernel::refusals! {
    MEMBER_ALREADY = "assembly.member_already";
    ENDED = "assembly.ended";
    REASON_MISSING = "assembly.reason_missing";
    TEXT_LONG = "assembly.text_long";
    DAYS_ORDER = "assembly.days_order";
    YEAR_RANGE = "assembly.year_range";
    AMOUNT_MISSING = "assembly.amount_missing";
    /// No such receipt stands in the books; or it was reversed.
    RECEIPT_UNKNOWN = "assembly.receipt_unknown";
    /// The receipt took in something else: no line of it stands in the account of memberships.
    RECEIPT_OTHER = "assembly.receipt_other";
    /// Nothing of the receipt is left.
    RECEIPT_USED = "assembly.receipt_used";
    FEE_RECORDED = "assembly.fee_recorded";
    APPEND_ONLY = "assembly.append_only";
}

const LONGEST: usize = 300;

/// # Errors
/// No reason, or too long a one.
pub fn reason(typed: &str) -> Result<String> {
    let tidy = tidy_text(typed);
    require(!tidy.is_empty(), Refusal::new(REASON_MISSING).at("reason"))?;
    require(tidy.chars().count() <= LONGEST, Refusal::new(TEXT_LONG).with("most", LONGEST).at("reason"))?;
    Ok(tidy)
}

/// # Errors
/// A year nobody means.
pub fn year(year: i64) -> Result<()> {
    require((1990..=2200).contains(&year), Refusal::new(YEAR_RANGE).at("year"))
}

/// The year and the number of a receipt as it is written: `RV-2026-000012`.
pub fn receipt_number(typed: &str) -> Option<(i64, i64)> {
    let clean = to_latin(&tidy_text(typed)).to_uppercase();
    let (year, number) = clean.strip_prefix("RV-")?.split_once('-')?;
    Some((year.parse().ok()?, number.parse().ok()?))
}

/// Whether enough members stand in good order for a meeting: half of them, rounded up.
pub fn needed(members: i64) -> i64 {
    (members + 1) / 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_receipt_is_read_in_either_digits() {
        assert_eq!(receipt_number("RV-2026-000012"), Some((2026, 12)));
        assert_eq!(receipt_number(" rv-٢٠٢٦-٠٠٠١٢ "), Some((2026, 12)));
        assert_eq!(receipt_number("PV-2026-00012"), None);
        assert_eq!(receipt_number("12"), None);
    }

    #[test]
    fn half_of_the_members_are_needed() {
        assert_eq!([0, 1, 2, 3, 86].map(needed), [0, 1, 1, 2, 43]);
    }
}
