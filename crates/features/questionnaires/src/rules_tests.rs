use super::*;

fn question(key: &str, kind: QuestionKind) -> FormQuestion {
    FormQuestion {
        key: key.to_owned(),
        kind,
        text: key.to_owned(),
        domain: String::new(),
        mandatory: true,
        publishable: true,
        overall: false,
        options: vec!["a".to_owned(), "b".to_owned(), "c".to_owned()],
        rows: vec!["a".to_owned(), "b".to_owned()],
        low: String::new(),
        high: String::new(),
        least: Some(1),
        most: Some(9),
        shown_if: None,
    }
}

fn chose(key: &str, choice: &[i64]) -> GivenAnswer {
    GivenAnswer { question: key.to_owned(), choice: choice.to_vec(), ..GivenAnswer::default() }
}

fn today() -> Day {
    Day::from_ymd(2026, 11, 21).unwrap()
}

fn code(failure: &kernel::Failure) -> String {
    failure.code().map(|code| code.to_string()).unwrap_or_default()
}

fn refused<T: std::fmt::Debug>(result: Result<T>) -> String {
    code(&result.unwrap_err())
}

/// «Useful?», and why not, of those who said no.
fn conditional() -> Vec<FormQuestion> {
    let why = FormQuestion {
        shown_if: Some(QuestionCondition { question: "useful".to_owned(), any: vec![2] }),
        ..question("why", QuestionKind::Multi)
    };
    vec![question("useful", QuestionKind::YesNo), why]
}

use crate::model::QuestionCondition;

#[test]
fn a_condition_rests_on_a_question_before_it() {
    let mut asked = conditional();
    assert!(questions(asked.clone()).is_ok());
    asked.reverse();
    assert_eq!(refused(questions(asked)), "questionnaires.condition_wrong");
    let mut beyond = conditional();
    beyond[1].shown_if = Some(QuestionCondition { question: "useful".to_owned(), any: vec![3] });
    assert_eq!(refused(questions(beyond)), "questionnaires.condition_wrong");
}

#[test]
fn keys_are_once_and_words_are_there() {
    let twice = vec![question("a", QuestionKind::Text), question("a", QuestionKind::Text)];
    assert_eq!(refused(questions(twice)), "questionnaires.question_key");
    let empty = vec![FormQuestion { text: "  ".to_owned(), ..question("a", QuestionKind::Text) }];
    assert_eq!(refused(questions(empty)), "questionnaires.question_empty");
    let one = vec![FormQuestion { options: vec!["a".to_owned()], ..question("a", QuestionKind::Single) }];
    assert_eq!(refused(questions(one)), "questionnaires.options_few");
    let overall = |key| FormQuestion { overall: true, ..question(key, QuestionKind::Scale) };
    assert_eq!(refused(questions(vec![overall("a"), overall("b")])), "questionnaires.overall_one");
}

#[test]
fn what_was_not_asked_is_not_kept() {
    let asked = conditional();
    let said = answers(&asked, vec![chose("useful", &[1]), chose("why", &[1, 3])], today()).unwrap();
    assert_eq!(said, vec![chose("useful", &[1])]);
    let said = answers(&asked, vec![chose("why", &[3, 1, 3]), chose("useful", &[2])], today()).unwrap();
    assert_eq!(said, vec![chose("useful", &[2]), chose("why", &[1, 3])], "in the order of the questions");
}

#[test]
fn an_answer_stands_on_its_question() {
    let asked = vec![
        question("scale", QuestionKind::Scale),
        question("many", QuestionKind::Multi),
        question("number", QuestionKind::Number),
        question("day", QuestionKind::Date),
        question("rows", QuestionKind::Matrix),
    ];
    let try_one = |one: GivenAnswer| refused(answers(&asked, vec![one], today()));
    assert_eq!(try_one(chose("scale", &[6])), "questionnaires.answer_range");
    assert_eq!(try_one(chose("scale", &[1, 2])), "questionnaires.answer_range");
    assert_eq!(try_one(chose("many", &[0, 2])), "questionnaires.answer_range", "don't know stands alone");
    assert_eq!(try_one(chose("other", &[1])), "questionnaires.answer_unknown");
    let number = GivenAnswer { number: Some(10), ..chose("number", &[]) };
    assert_eq!(try_one(number), "questionnaires.answer_range");
    let ahead = GivenAnswer { day: Some(today().plus_days(1).unwrap()), ..chose("day", &[]) };
    assert_eq!(try_one(ahead), "questionnaires.answer_day");
    let short = GivenAnswer { rows: vec![1], ..chose("rows", &[]) };
    assert_eq!(try_one(short), "questionnaires.answer_range");
    let blank = GivenAnswer { rows: vec![BLANK, BLANK], ..chose("rows", &[]) };
    assert_eq!(answers(&asked, vec![blank], today()).unwrap(), Vec::new(), "nothing said is no answer");
}

#[test]
fn who_is_asked_leaves_nothing_mandatory_open_and_paper_may() {
    let asked = conditional();
    let useful = vec![chose("useful", &[2])];
    assert_eq!(refused(complete(&asked, &useful, AnswerChannel::Kiosk)), "questionnaires.answer_missing");
    assert!(complete(&asked, &useful, AnswerChannel::Paper).is_ok());
    assert!(complete(&asked, &[chose("useful", &[1])], AnswerChannel::Kiosk).is_ok(), "why is not asked then");
    assert_eq!(refused(complete(&asked, &[], AnswerChannel::Paper)), "questionnaires.answer_none");
}

#[test]
fn texts_are_not_compared_and_blanks_are() {
    let asked = vec![question("scale", QuestionKind::Scale), question("text", QuestionKind::Text)];
    let text = |said: &str| GivenAnswer { text: said.to_owned(), ..chose("text", &[]) };
    assert!(differences(&asked, &[text("a")], &[text("b")]).is_empty());
    assert_eq!(differences(&asked, &[chose("scale", &[0])], &[]), ["scale"]);
}

#[test]
fn codes_are_read_as_they_are_typed_and_only_of_their_questionnaire() {
    assert_eq!(super::code(2, 148), "Q02-0148");
    for typed in ["Q02-0148", "q020148", "148", "١٤٨", " Q02 0148 "] {
        assert_eq!(sheet_of(2, typed), Some(148), "{typed}");
    }
    for typed in ["Q03-0148", "Q02-", "Q020-0148", "Q", "", "0", "Q10-00001"] {
        assert_eq!(sheet_of(2, typed), None, "{typed}");
    }
    assert_eq!(sheet_of(10, "Q100-0001"), None, "the code of a longer mark");
    assert_eq!(sheet_of(100, "Q100-0001"), Some(1));
    assert_eq!(sheet_of(2, &super::code(2, 12_345)), Some(12_345));
}

#[test]
fn approved_opens_on_its_day_and_takes_paper_until_it_is_closed() {
    let (opens, closes) = (today(), today().plus_days(3).unwrap());
    let on = |days: i32| standing(QuestionnaireState::Approved, opens, closes, today().plus_days(days).unwrap());
    assert_eq!(on(-1), QuestionnaireStanding::Coming);
    assert_eq!(on(0), QuestionnaireStanding::Open);
    assert_eq!(on(3), QuestionnaireStanding::Open);
    assert_eq!(on(4), QuestionnaireStanding::Entering);
    assert_eq!(standing(QuestionnaireState::Closed, opens, closes, today()), QuestionnaireStanding::Closed);
}

#[test]
fn a_mean_is_rounded_once_a_half_away_from_zero() {
    assert_eq!(mean(&[]), None);
    assert_eq!(mean(&[5, 6]).as_deref(), Some("5.50"));
    assert_eq!(mean(&[1, 1, 2]).as_deref(), Some("1.33"));
    assert_eq!(mean(&[-1, -2]).as_deref(), Some("-1.50"));
    assert_eq!(mean(&[1, 0, 0, 0, 0, 0, 0, 0]).as_deref(), Some("0.13"), "0.125");
}
