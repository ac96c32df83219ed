use super::*;
use crate::model::CapacityDomain;
use kernel::id::ResultId;

fn result(id: u8, parent: Option<u8>, level: ResultLevel) -> TypedResult {
    let of = |id: u8| ResultId::from_bytes([id; 16]);
    TypedResult {
        id: of(id),
        parent: parent.map(of),
        level,
        text: "x".to_owned(),
        assumption: String::new(),
        mechanism: String::new(),
    }
}

#[test]
fn a_tree_has_each_result_below_one_of_the_level_above() {
    let whole = [
        result(1, None, ResultLevel::Impact),
        result(2, Some(1), ResultLevel::Outcome),
        result(3, Some(2), ResultLevel::Output),
        result(4, Some(3), ResultLevel::Activity),
        result(5, Some(2), ResultLevel::Output),
    ];
    assert!(tree(&whole).is_ok());
    assert!(tree(&[result(1, None, ResultLevel::Outcome)]).is_err(), "an outcome of nothing");
    assert!(
        tree(&[result(1, None, ResultLevel::Impact), result(2, Some(1), ResultLevel::Output)]).is_err(),
        "a level is skipped"
    );
    assert!(
        tree(&[result(2, Some(1), ResultLevel::Outcome), result(1, None, ResultLevel::Impact)]).is_err(),
        "before its parent"
    );
    assert!(tree(&[result(1, None, ResultLevel::Impact), result(1, None, ResultLevel::Impact)]).is_err(), "twice");
}

#[test]
fn a_value_is_a_decimal_or_yes_and_no() {
    assert_eq!(value("actual", IndicatorKind::Increase, " ٣٫٢ ").unwrap(), "3.2");
    assert_eq!(value("actual", IndicatorKind::Decrease, "2,950").unwrap(), "2950");
    assert!(value("actual", IndicatorKind::Increase, "yes").is_err());
    assert_eq!(value("actual", IndicatorKind::YesNo, "yes").unwrap(), "yes");
    assert!(value("actual", IndicatorKind::YesNo, "1").is_err());
}

fn row(quantity: i64, proxy: i64, deadweight: i64, attribution: i64, drop_off: i64) -> ReturnRow {
    ReturnRow {
        text: "x".to_owned(),
        quantity,
        proxy: Money::from(proxy),
        source: "x".to_owned(),
        deadweight,
        attribution,
        drop_off,
    }
}

#[test]
fn a_social_return_is_exact_and_rounded_once() {
    assert_eq!(worth(&row(64, 900_000, 20, 60, 10)).unwrap(), Money::from(24_883_200), "64 × 9,000 × 0.8 × 0.6 × 0.9");
    assert_eq!(worth(&row(1, 1, 50, 100, 0)).unwrap(), Money::from(1), "a half goes up");
    assert_eq!(worth(&row(1, 1, 51, 100, 0)).unwrap(), Money::from(0));
    assert_eq!(worth(&row(5, 100, 100, 100, 0)).unwrap(), Money::from(0), "all of it would have come anyway");
    assert_eq!(for_each(Money::from(24_883_200), Money::from(14_820_000)), Some(168));
    assert_eq!(for_each(Money::from(100), Money::from(0)), None, "nothing to divide by");
}

#[test]
fn a_support_goes_forward_or_is_declined() {
    use SupportStage::{Contacted, Declined, Identified, Pledged, Proposal, Received};
    for (from, to) in [
        (Identified, Contacted),
        (Contacted, Pledged),
        (Pledged, Received),
        (Proposal, Declined),
        (Declined, Contacted),
    ] {
        assert!(onward(from, to).is_ok(), "{from:?} → {to:?}");
    }
    assert!(onward(Pledged, Proposal).is_err());
    assert!(onward(Contacted, Identified).is_err());
}

#[test]
fn the_mean_of_scores_is_in_hundredths() {
    let scores = |all: &[i64]| -> Vec<CapacityScore> {
        all.iter().map(|score| CapacityScore { domain: CapacityDomain::Finance, score: *score }).collect()
    };
    assert_eq!(mean(&scores(&[2, 2, 3])), 233);
    assert_eq!(mean(&scores(&[2, 3, 3])), 267);
    assert_eq!(mean(&scores(&[])), 0);
}

#[test]
fn a_halted_initiative_goes_nowhere_by_a_plain_step_but_to_its_end() {
    assert_eq!(ways(InitiativeState::Halted), &[InitiativeState::Cancelled]);
    assert!(ways(InitiativeState::Studied).iter().all(|to| *to != InitiativeState::Approved), "approval is another's");
}
