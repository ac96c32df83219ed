use super::*;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn signed(starts: &str, ends: &str, successor: Option<&str>) -> AgreementDays {
    AgreementDays {
        state: AgreementState::Signed,
        starts: Some(day(starts)),
        ends: Some(day(ends)),
        successor: successor.map(day),
    }
}

#[test]
fn a_signed_agreement_stands_by_its_days_and_by_what_renews_it() {
    let today = day("2026-11-21");
    let stands = |one| standing(one, today);
    assert_eq!(stands(signed("2026-11-22", "2027-11-21", None)), AgreementStanding::Signed, "it begins tomorrow");
    assert_eq!(stands(signed("2026-11-21", "2026-11-21", None)), AgreementStanding::Active, "both ends included");
    assert_eq!(stands(signed("2025-11-21", "2026-11-20", None)), AgreementStanding::Expired);
    let renewed = |starts| signed("2025-11-21", "2026-12-31", Some(starts));
    assert_eq!(stands(renewed("2027-01-01")), AgreementStanding::Active, "until what renews it begins");
    assert_eq!(stands(renewed("2026-11-21")), AgreementStanding::Renewed);
    assert_eq!(stands(signed("2025-01-01", "2026-11-20", Some("2027-01-01"))), AgreementStanding::Renewed);
    for state in AgreementState::ALL.iter().filter(|state| **state != AgreementState::Signed) {
        let one = AgreementDays { state: *state, ..signed("2026-01-01", "2026-12-31", None) };
        assert_eq!(stands(one).name(), state.name(), "what is written");
    }
}

#[test]
fn a_partner_stands_by_the_best_of_its_agreements() {
    use AgreementStanding::{Active, Declined, Expired, Proposed, Signed};
    assert_eq!(partner_standing(false, &[]), PartnerStanding::Prospective);
    assert_eq!(partner_standing(false, &[Proposed, Declined]), PartnerStanding::Prospective);
    assert_eq!(partner_standing(false, &[Expired, Proposed]), PartnerStanding::Former);
    assert_eq!(partner_standing(false, &[Expired, Active]), PartnerStanding::Active);
    assert_eq!(partner_standing(false, &[Signed]), PartnerStanding::Active);
    assert_eq!(partner_standing(true, &[Active]), PartnerStanding::Closed);
}

#[test]
fn an_obligation_is_kept_with_evidence_only_and_late_from_the_day_after() {
    let today = day("2026-11-21");
    let one = |due: &str, done: Option<&str>, proven| {
        let state = if done.is_some() { ObligationState::Done } else { ObligationState::Open };
        let days = ObligationDays { state, due: day(due), done_on: done.map(day), proven, signed: true };
        obligation_standing(days, today)
    };
    assert_eq!(one("2026-11-21", None, false), ObligationStanding::Coming, "its day itself is in time");
    assert_eq!(one("2026-11-20", None, false), ObligationStanding::Late);
    assert_eq!(one("2026-11-20", Some("2026-11-20"), true), ObligationStanding::Kept);
    assert_eq!(one("2026-11-20", Some("2026-11-21"), true), ObligationStanding::KeptLate);
    assert_eq!(one("2026-11-20", Some("2026-11-19"), false), ObligationStanding::Unproven);
    let unsigned = ObligationDays {
        state: ObligationState::Open,
        due: day("2026-11-01"),
        done_on: None,
        proven: false,
        signed: false,
    };
    assert_eq!(obligation_standing(unsigned, today), ObligationStanding::Planned, "nobody owes it yet");
}

#[test]
fn what_is_approved_says_what_it_is_for_and_how_long() {
    let bare = AgreementTerms { title: "x".to_owned(), ..AgreementTerms::default() };
    assert_eq!(
        gaps(AgreementKind::Mou, &bare),
        ["purpose", "our_interest", "their_interest", "dispute_clause", "ends"]
    );
    assert!(gaps(AgreementKind::Contract, &bare).contains(&"default_terms"));
    assert!(gaps(AgreementKind::Sponsorship, &bare).contains(&"amount"));
    assert!(!gaps(AgreementKind::Agreement, &bare).contains(&"amount"));
}

#[test]
fn a_receipt_is_read_by_its_year_and_figure() {
    assert_eq!(voucher("RC-2026-00411"), Some((2026, 411)));
    assert_eq!(voucher("2026/411"), Some((2026, 411)));
    for unread in ["", "411", "RC-26-411", "1-2-3"] {
        assert_eq!(voucher(unread), None, "{unread}");
    }
}
