use super::*;
use kernel::id::PersonId;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn today() -> Day {
    day("2026-11-21")
}

fn facts() -> PartyFacts {
    PartyFacts {
        name: "نورة عبدالله سالم القحطاني".into(),
        mobile: "٠٥٥٨١٢٣٤٩٠".into(),
        city: "بريدة".into(),
        district: "الريان".into(),
        ..PartyFacts::default()
    }
}

fn checked() -> Identity {
    Identity {
        kind: IdentityKind::NationalId,
        number: "1010101010".into(),
        expires_on: Some(today()),
        checked_on: Some(today()),
        checked_by: Some(PersonId::from_bytes([1; 16])),
        checked_by_name: None,
        exception: String::new(),
    }
}

#[test]
fn what_is_typed_is_kept_in_one_form() {
    let typed = PartyFacts { short_address: "qbrb 4417".into(), ..facts() };
    let tidied = tidy(typed, today()).unwrap();
    assert_eq!(tidied.mobile, "+966558123490");
    assert_eq!(tidied.short_address, "QBRB4417");
    for (wrong, field) in [
        (PartyFacts { name: " \u{200f} ".into(), ..facts() }, "name"),
        (PartyFacts { mobile: "0521234567".into(), ..facts() }, "mobile"),
        (PartyFacts { born_on: Some(day("2026-11-22")), ..facts() }, "born_on"),
        (PartyFacts { postal_code: "1234".into(), ..facts() }, "postal_code"),
        (PartyFacts { email: "no mail".into(), ..facts() }, "email"),
    ] {
        let Err(kernel::Failure::Refused(refusal)) = tidy(wrong, today()) else { panic!("{field} must be refused") };
        assert_eq!(refusal.field, Some(field));
    }
}

#[test]
fn a_new_number_has_not_been_checked_and_an_old_one_stays_so() {
    let known = checked();
    let keep = TypedIdentity { expires_on: Some(day("2030-01-01")), ..TypedIdentity::default() };
    let kept = identity(&keep, Some(&known), "").unwrap().unwrap();
    assert_eq!(
        (kept.number.as_str(), kept.checked_on, kept.expires_on),
        ("1010101010", Some(today()), keep.expires_on)
    );
    let other = TypedIdentity { number: Some("٢٠٠٠٠٠٠٠٠٦".into()), ..TypedIdentity::default() };
    let changed = identity(&other, Some(&known), "").unwrap().unwrap();
    assert_eq!((changed.kind, changed.number.as_str(), changed.checked_on), (IdentityKind::Iqama, "2000000006", None));
    let gone = TypedIdentity { number: Some(String::new()), ..TypedIdentity::default() };
    assert_eq!(identity(&gone, Some(&known), "").unwrap(), None);
}

#[test]
fn a_number_that_fails_its_check_digit_stands_only_with_a_reason() {
    let wrong = TypedIdentity { number: Some("1000000000".into()), ..TypedIdentity::default() };
    assert!(identity(&wrong, None, "").is_err());
    let stands = identity(&wrong, None, "بطاقة قديمة").unwrap().unwrap();
    assert_eq!((stands.number.as_str(), stands.exception.as_str()), ("1000000000", "بطاقة قديمة"));
}
