use super::*;
use crate::model::AbilityKind;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn draft(change: impl FnOnce(&mut AssessmentDraft)) -> AssessmentDraft {
    let mut draft = AssessmentDraft {
        done_on: day("2026-11-21"),
        reason: String::new(),
        facts: AssessmentFacts::default(),
        abilities: Vec::new(),
        manual_class: None,
        manual_reason: String::new(),
    };
    change(&mut draft);
    draft
}

fn refused(change: impl FnOnce(&mut AssessmentDraft)) -> Code {
    tidy(draft(change), day("2026-11-21")).unwrap_err().code().unwrap()
}

#[test]
fn what_cannot_be_is_refused_and_what_is_unknown_stays_unknown() {
    assert_eq!(refused(|draft| draft.done_on = day("2026-11-22")), office::input::FUTURE_DAY);
    assert_eq!(refused(|draft| draft.facts.salary = Some(Money::from(-1))), AMOUNT_NEGATIVE);
    assert_eq!(refused(|draft| draft.facts.debts = Some(Money::from(-100))), AMOUNT_NEGATIVE);
    assert_eq!(refused(|draft| draft.facts.rooms = Some(100)), COUNT_RANGE);
    assert_eq!(refused(|draft| draft.facts.orphan_n = Some(-1)), COUNT_RANGE);
    assert_eq!(refused(|draft| draft.facts.unsound = Some("kitchen chimney".into())), UNSOUND_UNKNOWN);
    assert_eq!(refused(|draft| draft.facts.findings = "x".repeat(LONGEST + 1)), TEXT_LONG);
    let bare = Ability { kind: AbilityKind::Wish, who: String::new(), text: "  ".into(), trains: false, runs: false };
    assert_eq!(refused(|draft| draft.abilities = vec![bare.clone()]), ABILITY_EMPTY);
    let many = vec![Ability { text: "x".into(), ..bare }; MOST_ABILITIES + 1];
    assert_eq!(refused(|draft| draft.abilities = many), ABILITIES_MANY);
    let tidied = tidy(draft(|draft| draft.facts.unsound = Some("roof  kitchen roof".into())), day("2026-11-21"));
    assert_eq!(tidied.unwrap().facts.unsound.as_deref(), Some("kitchen roof"), "each once, in their order");
    assert_eq!(tidy(draft(|_| ()), day("2026-11-21")).unwrap().facts, AssessmentFacts::default());
}

#[test]
fn a_first_one_is_an_intake_and_an_end_compares() {
    use AssessmentKind::{Closure, Impact, Intake, Periodic};
    assert_eq!(may_begin(Intake, true).unwrap_err().code(), Some(INTAKE_AGAIN));
    for kind in [Closure, Impact] {
        assert_eq!(may_begin(kind, false).unwrap_err().code(), Some(NOTHING_BEFORE));
        assert_eq!(may_begin(kind, true), Ok(()));
    }
    assert_eq!(may_begin(Intake, false), Ok(()));
    assert_eq!(may_begin(Periodic, false), Ok(()), "assessed on paper before");
    let last = Some(day("2026-11-20"));
    assert_eq!(follows(day("2026-11-19"), last).unwrap_err().code(), Some(DAY_BEFORE_LAST));
    assert_eq!(follows(day("2026-11-20"), last), Ok(()));
    assert_eq!(follows(day("2020-01-01"), None), Ok(()));
}

#[test]
fn a_need_is_settled_once_and_with_a_reason() {
    use NeedState::{Declined, Met, Open, Unmet};
    let code = |from, to, items, reason| settles(from, to, items, reason).err().and_then(|failure| failure.code());
    assert_eq!(code(Open, Met, 0, ""), None);
    assert_eq!(code(Open, Met, 1, ""), Some(ITEMS_OPEN));
    assert_eq!(code(Open, Unmet, 0, ""), Some(REASON_MISSING));
    assert_eq!(code(Open, Declined, 0, "لا ترغب"), None);
    assert_eq!(code(Met, Met, 0, ""), Some(NEED_SETTLED));
    assert_eq!(code(Met, Unmet, 0, "x"), Some(NEED_SETTLED));
    assert_eq!(code(Open, Open, 0, "x"), Some(NEED_SETTLED));
    assert_eq!(code(Declined, Open, 0, "تغير رأيها"), None);
    assert_eq!(code(Declined, Open, 0, ""), Some(REASON_MISSING));
}

#[test]
fn classes_of_files_and_of_the_engine_are_the_same() {
    for class in FileClass::ALL {
        assert_eq!(file_class(need_class(*class)), *class);
    }
    let settings = AssessmentSettings::default();
    assert!(super::settings(&settings).is_ok());
    assert!(super::settings(&AssessmentSettings { review_c: 6, ..settings }).is_err());
    assert_eq!(review_days(&settings, FileClass::A), 180);
    assert_eq!(review_days(&settings, FileClass::D), 365);
}

#[test]
fn items_are_planned_for_days_to_come() {
    let today = day("2026-11-21");
    assert_eq!(plannable(day("2026-11-20"), today).unwrap_err().code(), Some(DUE_PAST));
    assert_eq!(plannable(day("2036-11-20"), today).unwrap_err().code(), Some(DUE_FAR));
    assert_eq!(plannable(today, today), Ok(()));
    assert!(is_open(CareState::Missed).is_err());
    assert_eq!(is_open(CareState::InProgress), Ok(()));
}
