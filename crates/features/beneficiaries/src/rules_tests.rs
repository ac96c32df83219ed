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

fn gaps(facts: &PartyFacts, identity: Option<&Identity>) -> Vec<String> {
    let conditions = conditions(PartyKind::Person, facts, identity, today());
    conditions.into_iter().filter(|one| !one.met).map(|one| one.gap).collect()
}

fn code(result: Result<impl std::fmt::Debug>) -> kernel::Code {
    result.unwrap_err().code().unwrap()
}

#[test]
fn a_file_with_name_record_contact_and_residence_may_become_active() {
    assert_eq!(gaps(&facts(), Some(&checked())), Vec::<String>::new(), "valid until today is valid today");
}

#[test]
fn each_missing_condition_is_named() {
    let three_parts = PartyFacts { name: "نورة بنت عبد الله بن سالم".into(), ..facts() };
    assert_eq!(gaps(&three_parts, Some(&checked())), ["name_short"], "بن is no part, عبد الله is one");
    let as_printed = PartyFacts { name_exception: "كذا في الإقامة".into(), ..three_parts };
    assert!(gaps(&as_printed, Some(&checked())).is_empty(), "an exception has its reason");
    let silent = PartyFacts { mobile: String::new(), ..facts() };
    assert_eq!(gaps(&silent, Some(&checked())), ["contact"]);
    let with_mail = PartyFacts { email: "n@example.sa".into(), ..silent };
    assert!(gaps(&with_mail, Some(&checked())).is_empty(), "any way of contact will do");
    assert_eq!(
        gaps(&PartyFacts { city: String::new(), district: String::new(), ..facts() }, Some(&checked())),
        ["residence"]
    );
    assert_eq!(gaps(&PartyFacts { district: String::new(), ..facts() }, Some(&checked())), ["residence_district"]);
    let short =
        PartyFacts { city: String::new(), district: String::new(), short_address: "QBRB4417".into(), ..facts() };
    assert!(gaps(&short, Some(&checked())).is_empty());
}

#[test]
fn a_civil_record_is_valid_only_with_a_day_to_come_and_an_original_seen() {
    let with = |expires_on, checked_on| Identity { expires_on, checked_on, ..checked() };
    assert_eq!(gaps(&facts(), None), ["identity_missing"]);
    assert_eq!(gaps(&facts(), Some(&with(None, Some(today())))), ["identity_no_expiry"]);
    assert_eq!(gaps(&facts(), Some(&with(Some(day("2026-11-20")), Some(today())))), ["identity_expired"]);
    assert_eq!(gaps(&facts(), Some(&with(Some(today()), None))), ["identity_unchecked"]);
    let unified = |checked_on| Identity { kind: IdentityKind::UnifiedNo, ..with(None, checked_on) };
    assert_eq!(gaps(&facts(), Some(&unified(None))), ["identity_unchecked"], "a unified number does not expire");
    assert!(gaps(&facts(), Some(&unified(Some(today())))).is_empty());
}

fn file(status: FileStatus) -> FileHead {
    FileHead {
        file_no: "م-1001".into(),
        status,
        status_since: day("2026-01-01"),
        status_reason: String::new(),
        opened_on: day("2026-01-01"),
        imported: false,
    }
}

#[test]
fn the_life_of_a_file_has_these_ways_and_no_other() {
    use FileStatus::{Active, Closed, Graduated, Registered, Suspended};
    let ways = [
        (Registered, Active),
        (Registered, Closed),
        (Active, Suspended),
        (Active, Graduated),
        (Active, Closed),
        (Suspended, Active),
        (Suspended, Graduated),
        (Suspended, Closed),
        (Graduated, Active),
        (Closed, Active),
    ];
    let complete = conditions(PartyKind::Person, &facts(), Some(&checked()), today());
    for from in FileStatus::ALL {
        for to in FileStatus::ALL {
            let went = step(&file(*from), *to, "سبب", &complete, today());
            assert_eq!(went.is_ok(), ways.contains(&(*from, *to)), "{from:?} → {to:?}");
        }
    }
}

#[test]
fn a_reason_is_asked_for_wherever_a_file_leaves_or_comes_back() {
    use FileStatus::{Active, Closed, Registered, Suspended};
    let complete = conditions(PartyKind::Person, &facts(), Some(&checked()), today());
    assert!(step(&file(Registered), Active, "", &complete, today()).is_ok());
    assert_eq!(code(step(&file(Active), Suspended, "  ", &complete, today())), REASON_MISSING);
    assert_eq!(code(step(&file(Closed), Active, "", &complete, today())), REASON_MISSING);
    let reopened = step(&file(Closed), Active, " عادت  الحاجة ", &complete, today()).unwrap();
    assert_eq!((reopened.status_reason.as_str(), reopened.status_since), ("عادت الحاجة", today()));
}

#[test]
fn an_incomplete_file_is_not_activated_but_may_be_closed() {
    let missing = conditions(PartyKind::Person, &facts(), None, today());
    let refused = step(&file(FileStatus::Registered), FileStatus::Active, "", &missing, today());
    assert_eq!(code(refused), STATUS_INCOMPLETE);
    assert!(step(&file(FileStatus::Registered), FileStatus::Closed, "انتقل", &missing, today()).is_ok());
}

#[test]
fn what_is_typed_is_kept_in_one_form() {
    let with = CaseFacts::default;
    let tidied = tidy(CaseFacts { iban: "sa03 8000 0000 6080 1016 7519".into(), ..with() }).unwrap();
    assert_eq!(tidied.iban, "SA0380000000608010167519");
    for (wrong, field) in [
        (CaseFacts { iban: "SA0380000000608010167518".into(), ..with() }, "iban"),
        (CaseFacts { family_size: Some(100), ..with() }, "family_size"),
        (CaseFacts { monthly_income: Some(kernel::Money::from(-1)), ..with() }, "monthly_income"),
        (CaseFacts { class: "z".into(), ..with() }, "class"),
        (CaseFacts { target_group: "ا".repeat(301), ..with() }, "target_group"),
    ] {
        let Err(kernel::Failure::Refused(refusal)) = tidy(wrong) else { panic!("{field} must be refused") };
        assert_eq!(refusal.field, Some(field));
    }
}

#[test]
fn the_figure_of_a_file_number_is_its_last_one() {
    for (file_no, figure) in [("م-1001", 1001), ("ط-1448-00012", 12), ("بلا رقم", 0), ("م-٧٧", 77)] {
        assert_eq!(number_in(file_no), figure, "{file_no}");
    }
}
