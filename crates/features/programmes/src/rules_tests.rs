use super::*;
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
    assert!(tree(&[result(1, None, ResultLevel::Impact), result(2, Some(1), ResultLevel::Output)]).is_err(), "a level is skipped");
    assert!(tree(&[result(2, Some(1), ResultLevel::Outcome), result(1, None, ResultLevel::Impact)]).is_err(), "before its parent");
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
