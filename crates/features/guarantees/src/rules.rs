//! What guarantees refuse, and the pure rules behind it.

use crate::model::{Guarantee, GuaranteeState, GuaranteeTerms, Kind};
use kernel::{Day, Money, Refusal, Result, require};
use loans::{GuaranteeKind, LoanPhase};
use std::collections::BTreeSet;

kernel::refusals! {
    REASON_MISSING = "guarantees.reason_missing";
    /// The loan is closed, rejected or cancelled.
    LOAN_ENDED = "guarantees.loan_ended";
    SAID_MISSING = "guarantees.said_missing";
    INCOME_MISSING = "guarantees.income_missing";
    RESIDENCE_MISSING = "guarantees.residence_missing";
    /// The file does not say that the borrower draws social security.
    FACT_MISSING = "guarantees.fact_missing";
    GUARANTOR_MISSING = "guarantees.guarantor_missing";
    /// Nobody guarantees without an identity number.
    GUARANTOR_NUMBER = "guarantees.guarantor_number";
    GUARANTOR_NAME = "guarantees.guarantor_name";
    /// The identity record of the guarantor has expired.
    GUARANTOR_IDENTITY = "guarantees.guarantor_identity";
    /// The borrower stands for their own loan.
    GUARANTOR_BORROWS = "guarantees.guarantor_borrows";
    GUARANTOR_TWICE = "guarantees.guarantor_twice";
    GUARANTOR_YOUNG = "guarantees.guarantor_young";
    /// The last day has passed.
    UNTIL_PAST = "guarantees.until_past";
    /// One that has expired is seen anew with a new last day.
    UNTIL_MISSING = "guarantees.until_missing";
    /// Something of what its kind asks for was not seen.
    CHECKS_MISSING = "guarantees.checks_missing";
    /// It waits for nobody: it was verified, called or released already.
    NOT_WAITING = "guarantees.not_waiting";
    /// Nobody says of a guarantee they brought that it holds, or lets it go.
    OWN_GUARANTEE = "guarantees.own_guarantee";
    /// It was called or released.
    ENDED = "guarantees.ended";
    /// Only one that stands, of a loan that owes something, is called.
    NOT_CALLABLE = "guarantees.not_callable";
    OWN_CALL = "guarantees.own_call";
    CALL_DECIDED = "guarantees.call_decided";
    CALL_WAITS = "guarantees.call_waits";
    /// What is kept of guarantees is not removed.
    STAYS = "guarantees.stays";
    TERMS = "guarantees.terms";
    /// What it replaces belongs to another loan.
    REPLACES = "guarantees.replaces";
    NOTES_STAND = "guarantees.notes_stand";
    /// Notes are drawn once the loan is approved and something is owed.
    NOTES_TOO_EARLY = "guarantees.notes_too_early";
    PLACE_MISSING = "guarantees.place_missing";
    KEPT_MISSING = "guarantees.kept_missing";
    NO_NOTES = "guarantees.no_notes";
    /// Before the day the note was drawn.
    SIGNED_EARLY = "guarantees.signed_early";
    /// The loan is not closed yet.
    NOT_CLOSED = "guarantees.not_closed";
    /// The note was not handed back.
    NOTE_OUT = "guarantees.note_out";
    /// Whoever told of the signature does not make the note void.
    OWN_NOTE = "guarantees.own_note";
}

/// Nobody younger guarantees.
pub const OF_AGE: i64 = 18;

/// Whether a loan is one nobody guarantees any more. A debt that was written off is still claimed.
pub const fn ended(phase: LoanPhase) -> bool {
    matches!(phase, LoanPhase::Closed | LoanPhase::Rejected | LoanPhase::Cancelled)
}

/// Whether nothing of a loan is owed any more; the borrower may have credit.
pub const fn repaid(phase: LoanPhase) -> bool {
    matches!(phase, LoanPhase::Closed | LoanPhase::Overpaid)
}

/// Whether money of a loan is out and not back.
pub const fn money_is_out(phase: LoanPhase) -> bool {
    matches!(phase, LoanPhase::Active | LoanPhase::Overpaid | LoanPhase::WrittenOff)
}

/// Whether a guarantee may be called: it stands, and something of its loan is still claimed. Credit of a borrower is no
/// debt, and a loss that came in whole is none any more.
pub const fn callable(guarantee: &Guarantee, claimed: Money) -> bool {
    money_is_out(guarantee.phase)
        && claimed.is_positive()
        && matches!(guarantee.state, GuaranteeState::Active | GuaranteeState::Expired)
}

/// Where a guarantee stands, from what is kept of it, the day and its loan.
pub fn standing(kept: GuaranteeState, until: Option<Day>, phase: LoanPhase, today: Day) -> GuaranteeState {
    match kept {
        GuaranteeState::Called | GuaranteeState::Released => kept,
        _ if ended(phase) => GuaranteeState::Released,
        _ if until.is_some_and(|until| until < today) => GuaranteeState::Expired,
        GuaranteeState::Proposed => kept,
        _ if money_is_out(phase) => GuaranteeState::Active,
        _ => GuaranteeState::Verified,
    }
}

/// What a text that was never folded must be LIKE, without its spaces, to hold a folded word: the letters and digits that
/// others fold to are left open. It may hold a little more; vowel marks, which hardly anybody types, hide it.
pub fn unfolded(word: &str) -> String {
    let open = |letter: char| if matches!(letter, 'ا' | 'ي' | 'و' | 'ه' | 'ك' | '0'..='9') { '_' } else { letter };
    word.chars().map(open).collect()
}

/// Whole years between two days.
pub fn years(born: Day, on: Day) -> i64 {
    let had = (on.month(), on.day_of_month()) >= (born.month(), born.day_of_month());
    i64::from(on.year() - born.year()) - i64::from(!had)
}

/// Whether a guarantee counts towards what a product asks for.
pub fn counts(terms: &GuaranteeTerms, guarantee: &Guarantee) -> bool {
    match guarantee.state {
        GuaranteeState::Verified | GuaranteeState::Active => true,
        GuaranteeState::Proposed => !terms.verified,
        GuaranteeState::Expired | GuaranteeState::Called | GuaranteeState::Released => false,
    }
}

/// What counts of the guarantees of a loan. One that is to come instead of another does not count beside it, nor does
/// somebody who is, by now, the borrower.
pub fn counting<'a>(terms: &GuaranteeTerms, all: &'a [Guarantee]) -> Vec<&'a Guarantee> {
    let held: Vec<&Guarantee> =
        all.iter().filter(|one| counts(terms, one) && one.party != Some(one.borrower)).collect();
    let replaces_another = |one: &&Guarantee| {
        one.state == GuaranteeState::Proposed && held.iter().any(|other| Some(other.id) == one.replaces)
    };
    held.iter().filter(|one| !replaces_another(one)).copied().collect()
}

/// How many guarantors a product asks for, for an amount.
pub fn guarantors_needed(terms: &GuaranteeTerms, amount: Money) -> i64 {
    let bands = terms.bands.iter().filter(|band| band.above < amount);
    bands.max_by_key(|band| band.above).map_or(0, |band| band.guarantors)
}

/// # Errors
/// Ages, months or numbers of guarantors that cannot be; two bands of one amount.
pub fn terms(terms: &GuaranteeTerms) -> Result<()> {
    let within = |value: Option<i64>, least: i64, most: i64| value.is_none_or(|value| (least..=most).contains(&value));
    let mut amounts: Vec<Money> = terms.bands.iter().map(|band| band.above).collect();
    amounts.sort();
    amounts.dedup();
    let bands = amounts.len() == terms.bands.len()
        && terms.bands.iter().all(|band| !band.above.is_negative() && (0..=9).contains(&band.guarantors));
    let ages = within(terms.oldest, OF_AGE, 120) && within(terms.last_due_before, OF_AGE, 120);
    require(bands && ages && within(terms.residence_months, 1, 600), Refusal::new(TERMS).at("terms"))
}

/// Whether a guarantee of this kind may carry these figures.
///
/// # Errors
/// Income or months of residence that its kind needs and nobody said.
pub fn figures(kind: &Kind, income: Option<Money>, residence_months: Option<i64>) -> Result<()> {
    let income = income.is_some_and(Money::is_positive);
    require(!kind.needs_income || income, Refusal::new(INCOME_MISSING).at("income"))?;
    let residence = residence_months.is_some_and(|months| (1..=1200).contains(&months));
    require(!kind.needs_residence || residence, Refusal::new(RESIDENCE_MISSING).at("residence_months"))
}

/// # Errors
/// A last day that has passed.
pub fn until(until: Option<Day>, today: Day) -> Result<()> {
    require(until.is_none_or(|until| until >= today), Refusal::new(UNTIL_PAST).at("until"))
}

/// # Errors
/// Something of what the kind asks for was not seen.
pub fn checks(kind: &Kind, checked: &[String]) -> Result<()> {
    let missing = kind.checks.iter().filter(|check| !checked.contains(check)).count();
    require(missing == 0, Refusal::new(CHECKS_MISSING).with("n", missing).at("checked"))
}

/// What was seen, of the checks of the kind and in their order.
pub fn seen(kind: &Kind, checked: &[String]) -> Vec<String> {
    kind.checks.iter().filter(|check| checked.contains(check)).cloned().collect()
}

/// Guarantors among what counts; somebody who was recorded twice is one person.
pub fn guarantors(counting: &[&Guarantee]) -> i64 {
    let guarantors = || counting.iter().filter(|one| one.kind == GuaranteeKind::Guarantor);
    let people: BTreeSet<_> = guarantors().filter_map(|one| one.party).collect();
    (people.len() + guarantors().filter(|one| one.party.is_none()).count()) as i64
}

/// # Errors
/// Nothing was said.
pub fn reason(typed: &str) -> Result<String> {
    office::input::required(typed, "reason", REASON_MISSING)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::GuarantorBand;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn a_guarantee_expires_the_day_after_its_last_and_goes_with_its_loan() {
        let last = Some(day("2026-11-21"));
        let on = |today: &str, phase| standing(GuaranteeState::Verified, last, phase, day(today));
        assert_eq!(on("2026-11-21", LoanPhase::Approved), GuaranteeState::Verified);
        assert_eq!(on("2026-11-21", LoanPhase::Active), GuaranteeState::Active);
        assert_eq!(on("2026-11-22", LoanPhase::Active), GuaranteeState::Expired);
        assert_eq!(on("2026-11-22", LoanPhase::Closed), GuaranteeState::Released);
        let called = standing(GuaranteeState::Called, None, LoanPhase::Closed, day("2026-11-22"));
        assert_eq!(called, GuaranteeState::Called, "what was called is not released by itself");
    }

    #[test]
    fn lists_say_where_a_guarantee_stands_as_the_rule_does() {
        let database = database::Database::in_memory().unwrap();
        let today = day("2026-11-21");
        let sql = format!(
            "SELECT {} AS stands FROM (SELECT $1 AS state, $2 AS until_day) g, (SELECT $3 AS phase) s",
            crate::store::stands(today)
        );
        for kept in
            [GuaranteeState::Proposed, GuaranteeState::Verified, GuaranteeState::Called, GuaranteeState::Released]
        {
            for until in [None, Some(day("2026-11-20")), Some(today), Some(day("2026-11-22"))] {
                for phase in LoanPhase::ALL {
                    let values = database::values![kept.name(), until, phase.name()];
                    let found: GuaranteeState =
                        database.read(|db| db.one(&sql, values, |row| row.get("stands"))).unwrap();
                    assert_eq!(found, standing(kept, until, *phase, today), "{kept:?} {until:?} {phase:?}");
                }
            }
        }
    }

    #[test]
    fn what_is_not_folded_is_found_with_its_letters_left_open() {
        assert_eq!(unfolded("احمد12"), "_حمد__");
        for text in ["أحمد", "فاطمة", "عبدالله", "مؤسسة١٢", "هدى"] {
            let open: Vec<char> = unfolded(&kernel::arabic::fold_joined(text)).chars().collect();
            let fits = open.iter().zip(text.chars()).all(|(open, letter)| *open == '_' || *open == letter);
            assert!(fits && open.len() == text.chars().count(), "{text}");
        }
    }

    #[test]
    fn years_are_whole_on_the_birthday() {
        assert_eq!(years(day("1990-11-22"), day("2026-11-21")), 35);
        assert_eq!(years(day("1990-11-22"), day("2026-11-22")), 36);
        assert_eq!(years(day("2000-02-29"), day("2026-02-28")), 25);
    }

    #[test]
    fn the_highest_band_below_the_amount_says_how_many() {
        let riyals = |amount| Money::from_riyals(amount).unwrap();
        let band = |above, guarantors| GuarantorBand { above: riyals(above), guarantors };
        let terms = GuaranteeTerms { bands: vec![band(10_000, 1), band(20_000, 2)], ..GuaranteeTerms::default() };
        let needed: Vec<i64> =
            [5_000, 10_000, 10_001, 20_000, 50_000].map(|amount| guarantors_needed(&terms, riyals(amount))).into();
        assert_eq!(needed, [0, 0, 1, 1, 2]);
        assert!(super::terms(&terms).is_ok());
        let twice = GuaranteeTerms { bands: vec![band(1, 1), band(1, 2)], ..GuaranteeTerms::default() };
        assert!(super::terms(&twice).is_err());
    }
}
