//! What may be asked, and what may be answered to it. Pure.

use crate::model::{
    AnswerChannel, FormQuestion, GivenAnswer, QuestionKind, QuestionnairePurpose, QuestionnaireStanding,
    QuestionnaireState,
};
use crate::settings::QuestionnaireSettings;
use kernel::arabic::{tidy_line, tidy_text};
use kernel::{Code, Day, Refusal, Result, require};
use std::collections::BTreeSet;

kernel::refusals! {
    ADDED_ALREADY = "questionnaires.added_already";
    TITLE_MISSING = "questionnaires.title_missing";
    TEXT_LONG = "questionnaires.text_long";
    /// Its last day is before its first.
    DAYS_TURNED = "questionnaires.days_turned";
    /// It would be over before it could begin.
    CLOSES_PAST = "questionnaires.closes_past";
    DAYS_FAR = "questionnaires.days_far";
    POLL_SEALED = "questionnaires.poll_sealed";
    AT_CLOSING_NAMED = "questionnaires.at_closing_named";
    QUESTIONS_MANY = "questionnaires.questions_many";
    QUESTION_EMPTY = "questionnaires.question_empty";
    QUESTION_KEY = "questionnaires.question_key";
    OPTIONS_FEW = "questionnaires.options_few";
    OPTIONS_MANY = "questionnaires.options_many";
    OPTION_TWICE = "questionnaires.option_twice";
    RANGE_TURNED = "questionnaires.range_turned";
    /// A condition on a question that does not come before, or that nobody can meet.
    CONDITION_WRONG = "questionnaires.condition_wrong";
    OVERALL_ONE = "questionnaires.overall_one";
    /// Of another purpose than the edition before.
    OTHER_PURPOSE = "questionnaires.other_purpose";
    /// The edition before is not closed, or another one follows it.
    EDITION_OPEN = "questionnaires.edition_open";
    FROZEN = "questionnaires.frozen";
    NOT_DRAFT = "questionnaires.not_draft";
    NOT_ASKED = "questionnaires.not_asked";
    ASKED_ALREADY = "questionnaires.asked_already";
    OWN_FORM = "questionnaires.own_form";
    CONDITIONS_MISSING = "questionnaires.conditions_missing";
    NOT_OPEN = "questionnaires.not_open";
    CLOSED_ALREADY = "questionnaires.closed_already";
    REASON_MISSING = "questionnaires.reason_missing";
    ANSWERS_THERE = "questionnaires.answers_there";
    SHEETS_RANGE = "questionnaires.sheets_range";
    RUN_ISSUED = "questionnaires.run_issued";
    CODE_UNKNOWN = "questionnaires.code_unknown";
    /// `by` names who entered it.
    SHEET_ENTERED = "questionnaires.sheet_entered";
    SHEET_SPOILED = "questionnaires.sheet_spoiled";
    /// Only every so many sheets are entered twice.
    SECOND_NOT_ASKED = "questionnaires.second_not_asked";
    SECOND_OWN = "questionnaires.second_own";
    SECOND_THERE = "questionnaires.second_there";
    NOT_YOURS = "questionnaires.not_yours";
    SETTLE_OWN = "questionnaires.settle_own";
    SETTLED_ALREADY = "questionnaires.settled_already";
    UNSETTLED = "questionnaires.unsettled";
    ANSWER_UNKNOWN = "questionnaires.answer_unknown";
    ANSWER_RANGE = "questionnaires.answer_range";
    ANSWER_DAY = "questionnaires.answer_day";
    ANSWER_MISSING = "questionnaires.answer_missing";
    ANSWER_NONE = "questionnaires.answer_none";
    CHANNEL_OTHER = "questionnaires.channel_other";
    TOKEN_UNKNOWN = "questionnaires.token_unknown";
    ANSWERED_BEFORE = "questionnaires.answered_before";
    PERSON_MISSING = "questionnaires.person_missing";
    NAMES_NOBODY = "questionnaires.names_nobody";
    DEPARTMENT_UNKNOWN = "questionnaires.department_unknown";
    PROCEDURE_UNKNOWN = "questionnaires.procedure_unknown";
    FILE_COLUMNS = "questionnaires.file_columns";
    FILE_NOTHING = "questionnaires.file_nothing";
    RATING_NOT_CLOSED = "questionnaires.rating_not_closed";
    RATING_NONE_OPEN = "questionnaires.rating_none_open";
    RATING_OFFERED = "questionnaires.rating_offered";
    DOMAIN_MISSING = "questionnaires.domain_missing";
    FINDING_EMPTY = "questionnaires.finding_empty";
    EVIDENCE_MISSING = "questionnaires.evidence_missing";
    QUESTION_UNKNOWN = "questionnaires.question_unknown";
    SOURCE_MISSING = "questionnaires.source_missing";
    SAID_MISSING = "questionnaires.said_missing";
    ACTION_EMPTY = "questionnaires.action_empty";
    OWNER_UNKNOWN = "questionnaires.owner_unknown";
    DUE_PAST = "questionnaires.due_past";
    DUE_FAR = "questionnaires.due_far";
    ACTION_ENDED = "questionnaires.action_ended";
    ACTION_NOT_DONE = "questionnaires.action_not_done";
    OUTCOME_MISSING = "questionnaires.outcome_missing";
    OWN_EFFECT = "questionnaires.own_effect";
    EFFECT_SAID = "questionnaires.effect_said";
    EFFECT_MISSING = "questionnaires.effect_missing";
    NOT_MEASURED_AGAIN = "questionnaires.not_measured_again";
    SETTING_RANGE = "questionnaires.setting_range";
    APPEND_ONLY = "questionnaires.append_only";
}

/// Characters of a line and of a text.
pub const LINE: usize = 300;
pub const TEXT: usize = 2_000;
/// Questions of a form, and options or lines of a question.
const QUESTIONS: usize = 80;
const OPTIONS: usize = 20;
/// Days ahead that can be planned.
const FARTHEST: i32 = 1_100;
/// Sheets of one run: as many as are looked at before they are printed.
pub const SHEETS: i64 = 100;
/// What may be chosen instead of an answer.
pub const DONT_KNOW: i64 = 0;
/// A line of a matrix that was left blank.
pub const BLANK: i64 = -1;
/// Places of a scale.
const PLACES: i64 = 5;
/// The largest number that can be answered.
const LARGEST: i64 = 1_000_000_000;

/// # Errors
/// Longer than [`LINE`].
pub fn line(field: &'static str, typed: &str) -> Result<String> {
    let tidy = tidy_line(typed);
    require(tidy.chars().count() <= LINE, Refusal::new(TEXT_LONG).with("most", LINE).at(field))?;
    Ok(tidy)
}

/// # Errors
/// Longer than [`TEXT`].
pub fn text(field: &'static str, typed: &str) -> Result<String> {
    let tidy = tidy_text(typed).trim().to_owned();
    require(tidy.chars().count() <= TEXT, Refusal::new(TEXT_LONG).with("most", TEXT).at(field))?;
    Ok(tidy)
}

/// A text that must say something.
///
/// # Errors
/// Nothing was said, or too much.
pub fn said(field: &'static str, typed: &str, missing: Code) -> Result<String> {
    let tidy = text(field, typed)?;
    require(!tidy.is_empty(), Refusal::new(missing).at(field))?;
    Ok(tidy)
}

/// The days between which answers are taken.
///
/// # Errors
/// They stand the wrong way round, are over, or are years away.
pub fn days(opens: Day, closes: Day, today: Day) -> Result<()> {
    require(closes >= opens, Refusal::new(DAYS_TURNED).at("closes"))?;
    require(closes >= today, Refusal::new(CLOSES_PAST).with("day", closes).at("closes"))?;
    require(closes.days_since(today) <= FARTHEST, Refusal::new(DAYS_FAR).with("day", closes).at("closes"))
}

/// # Errors
/// A poll that is open to looks or names people; a rating after closing that names people.
pub fn manner(purpose: QuestionnairePurpose, anonymous: bool, at_closing: bool, sealed: bool) -> Result<()> {
    let poll = purpose == QuestionnairePurpose::Poll;
    require(!poll || (anonymous && sealed), Refusal::new(POLL_SEALED).at("sealed"))?;
    require(anonymous || !at_closing, Refusal::new(AT_CLOSING_NAMED).at("at_closing"))
}

/// How a questionnaire stands on a day.
pub fn standing(state: QuestionnaireState, opens: Day, closes: Day, today: Day) -> QuestionnaireStanding {
    match state {
        QuestionnaireState::Draft => QuestionnaireStanding::Draft,
        QuestionnaireState::Asked => QuestionnaireStanding::Asked,
        QuestionnaireState::Closed => QuestionnaireStanding::Closed,
        QuestionnaireState::Dropped => QuestionnaireStanding::Dropped,
        QuestionnaireState::Approved if today < opens => QuestionnaireStanding::Coming,
        QuestionnaireState::Approved if today > closes => QuestionnaireStanding::Entering,
        QuestionnaireState::Approved => QuestionnaireStanding::Open,
    }
}

/// The questions in one form.
///
/// # Errors
/// Too many; one without words, options or a key of its own; a condition nobody can meet; two that say how satisfied
/// people are in all.
pub fn questions(typed: Vec<FormQuestion>) -> Result<Vec<FormQuestion>> {
    require(typed.len() <= QUESTIONS, Refusal::new(QUESTIONS_MANY).with("most", QUESTIONS).at("questions"))?;
    let mut tidied: Vec<FormQuestion> = Vec::new();
    for (place, one) in typed.into_iter().enumerate() {
        let no = place + 1;
        let at = |code: Code| Refusal::new(code).with("no", no).at("questions");
        let one = tidy(one, no)?;
        let plain = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
        let keyed = (1..=40).contains(&one.key.len()) && one.key.chars().all(plain);
        require(keyed && tidied.iter().all(|before| before.key != one.key), at(QUESTION_KEY))?;
        if let Some(condition) = &one.shown_if {
            let of = tidied.iter().find(|before| before.key == condition.question);
            let meets = |of: &FormQuestion| {
                of.kind.is_chosen() && condition.any.iter().all(|any| (0..=places(of)).contains(any))
            };
            require(of.is_some_and(meets) && !condition.any.is_empty(), at(CONDITION_WRONG))?;
        }
        tidied.push(one);
    }
    let overall = tidied.iter().filter(|one| one.overall).count();
    require(overall <= 1, Refusal::new(OVERALL_ONE).at("questions"))?;
    Ok(tidied)
}

fn tidy(one: FormQuestion, no: usize) -> Result<FormQuestion> {
    let at = |code: Code| Refusal::new(code).with("no", no).at("questions");
    let kind = one.kind;
    let asked = line("questions", &one.text)?;
    require(!asked.is_empty(), at(QUESTION_EMPTY))?;
    let chosen = matches!(kind, QuestionKind::Single | QuestionKind::Multi);
    let options = if chosen { texts(&one.options, no)? } else { Vec::new() };
    let rows = if kind == QuestionKind::Matrix { texts(&one.rows, no)? } else { Vec::new() };
    require(!chosen || options.len() >= 2, at(OPTIONS_FEW))?;
    require(kind != QuestionKind::Matrix || !rows.is_empty(), at(OPTIONS_FEW))?;
    let number = kind == QuestionKind::Number;
    let (least, most) = (one.least.filter(|_| number), one.most.filter(|_| number));
    let range = |bound: Option<i64>| bound.is_none_or(|bound| (-LARGEST..=LARGEST).contains(&bound));
    let turned = least.zip(most).is_some_and(|(least, most)| least > most);
    require(range(least) && range(most) && !turned, at(RANGE_TURNED))?;
    let scaled = matches!(kind, QuestionKind::Scale | QuestionKind::Matrix);
    let end = |end: &str| if scaled { line("questions", end) } else { Ok(String::new()) };
    Ok(FormQuestion {
        low: end(&one.low)?,
        high: end(&one.high)?,
        domain: line("questions", &one.domain)?,
        text: asked,
        overall: one.overall && kind.is_measured(),
        options,
        rows,
        least,
        most,
        ..one
    })
}

fn texts(typed: &[String], no: usize) -> Result<Vec<String>> {
    let at = |code: Code| Refusal::new(code).with("no", no).at("questions");
    let texts = typed.iter().map(|one| line("questions", one)).collect::<Result<Vec<_>>>()?;
    let texts: Vec<String> = texts.into_iter().filter(|one| !one.is_empty()).collect();
    require(texts.len() <= OPTIONS, at(OPTIONS_MANY).with("most", OPTIONS))?;
    let folded: BTreeSet<String> = texts.iter().map(|one| kernel::arabic::fold(one)).collect();
    require(folded.len() == texts.len(), at(OPTION_TWICE))?;
    Ok(texts)
}

/// How many places can be chosen.
pub fn places(question: &FormQuestion) -> i64 {
    match question.kind {
        QuestionKind::Scale | QuestionKind::Matrix => PLACES,
        QuestionKind::YesNo => 2,
        QuestionKind::Single | QuestionKind::Multi => i64::try_from(question.options.len()).unwrap_or(0),
        QuestionKind::Number | QuestionKind::Text | QuestionKind::Date => 0,
    }
}

/// Whether a question is asked of who answered so.
pub fn is_asked(question: &FormQuestion, answers: &[GivenAnswer]) -> bool {
    let Some(condition) = &question.shown_if else { return true };
    let given = answers.iter().find(|one| one.question == condition.question);
    given.is_some_and(|given| given.choice.iter().any(|choice| condition.any.contains(choice)))
}

/// What was answered, in one form: in the order of the questions, without what says nothing and without answers to
/// questions that were not asked of who answered so.
///
/// # Errors
/// An answer to no question, or twice; a place, number, text or day that cannot be.
pub fn answers(questions: &[FormQuestion], typed: Vec<GivenAnswer>, today: Day) -> Result<Vec<GivenAnswer>> {
    for (place, one) in typed.iter().enumerate() {
        let known = questions.iter().any(|question| question.key == one.question);
        let once = typed.iter().take(place).all(|before| before.question != one.question);
        require(known && once, Refusal::new(ANSWER_UNKNOWN).at("answers"))?;
    }
    let mut given: Vec<GivenAnswer> = Vec::new();
    for (place, question) in questions.iter().enumerate() {
        let Some(one) = typed.iter().find(|one| one.question == question.key) else { continue };
        if !is_asked(question, &given) {
            continue;
        }
        if let Some(one) = answer(question, one, place + 1, today)? {
            given.push(one);
        }
    }
    Ok(given)
}

fn answer(question: &FormQuestion, one: &GivenAnswer, no: usize, today: Day) -> Result<Option<GivenAnswer>> {
    let at = |code: Code| Refusal::new(code).with("no", no).at("answers");
    let bare = GivenAnswer { question: question.key.clone(), ..GivenAnswer::default() };
    let most = places(question);
    Ok(match question.kind {
        QuestionKind::Scale | QuestionKind::YesNo | QuestionKind::Single | QuestionKind::Multi => {
            let choice: BTreeSet<i64> = one.choice.iter().copied().collect();
            let many = question.kind == QuestionKind::Multi && !choice.contains(&DONT_KNOW);
            let ranged = choice.iter().all(|place| (DONT_KNOW..=most).contains(place));
            require(ranged && (many || choice.len() <= 1), at(ANSWER_RANGE))?;
            (!choice.is_empty()).then(|| GivenAnswer { choice: choice.into_iter().collect(), ..bare })
        }
        QuestionKind::Number => {
            let (least, most) = (question.least.unwrap_or(-LARGEST), question.most.unwrap_or(LARGEST));
            require(one.number.is_none_or(|number| (least..=most).contains(&number)), at(ANSWER_RANGE))?;
            one.number.map(|number| GivenAnswer { number: Some(number), ..bare })
        }
        QuestionKind::Text => {
            let text = text("answers", &one.text)?;
            (!text.is_empty()).then_some(GivenAnswer { text, ..bare })
        }
        QuestionKind::Date => {
            require(one.day.is_none_or(|day| day <= today), at(ANSWER_DAY))?;
            one.day.map(|day| GivenAnswer { day: Some(day), ..bare })
        }
        QuestionKind::Matrix => {
            let fits = one.rows.is_empty() || one.rows.len() == question.rows.len();
            let ranged = one.rows.iter().all(|place| (BLANK..=most).contains(place));
            require(fits && ranged, at(ANSWER_RANGE))?;
            one.rows.iter().any(|place| *place != BLANK).then(|| GivenAnswer { rows: one.rows.clone(), ..bare })
        }
    })
}

/// Nothing mandatory is open. Paper, letters and files may lack what somebody left out; who is asked may not.
///
/// # Errors
/// The first question that is, by its number; nothing answered at all.
pub fn complete(questions: &[FormQuestion], answers: &[GivenAnswer], channel: AnswerChannel) -> Result<()> {
    require(!answers.is_empty(), Refusal::new(ANSWER_NONE).at("answers"))?;
    if !matches!(channel, AnswerChannel::Kiosk | AnswerChannel::Phone | AnswerChannel::Interview) {
        return Ok(());
    }
    let open = |question: &FormQuestion| {
        let given = answers.iter().find(|one| one.question == question.key);
        let whole = given.is_some_and(|given| !given.rows.contains(&BLANK));
        question.mandatory && is_asked(question, answers) && !whole
    };
    match questions.iter().position(open) {
        Some(place) => Err(Refusal::new(ANSWER_MISSING).with("no", place + 1).at("answers").into()),
        None => Ok(()),
    }
}

/// Keys of the questions that two entries answer differently; texts are not compared.
pub fn differences(questions: &[FormQuestion], first: &[GivenAnswer], second: &[GivenAnswer]) -> Vec<String> {
    let of = |answers: &[GivenAnswer], key: &str| answers.iter().find(|one| one.question == key).cloned();
    let compared = questions.iter().filter(|question| question.kind != QuestionKind::Text);
    let differ = compared.filter(|question| of(first, &question.key) != of(second, &question.key));
    differ.map(|question| question.key.clone()).collect()
}

/// Whether it must be known who answers by word of mouth, so that everybody does once.
pub const fn asks_who(purpose: QuestionnairePurpose) -> bool {
    matches!(
        purpose,
        QuestionnairePurpose::Poll
            | QuestionnairePurpose::Directed
            | QuestionnairePurpose::Capacity
            | QuestionnairePurpose::Impact
    )
}

/// The code of a sheet: `Q02-0148`.
pub fn code(no: i64, sheet: i64) -> String {
    format!("{}-{sheet:04}", mark(no))
}

/// What the codes of a questionnaire begin with: `Q02`.
pub fn mark(no: i64) -> String {
    format!("Q{no:02}")
}

/// The number of a sheet by its code, or by its number alone; none where it is another questionnaire's, or nothing.
pub fn sheet_of(no: i64, typed: &str) -> Option<i64> {
    let folded = kernel::arabic::fold_joined(typed).to_uppercase();
    let digits = |text: &str| (!text.is_empty() && text.len() <= 9).then(|| text.parse::<i64>().ok()).flatten();
    let sheet = match folded.strip_prefix('Q') {
        None => digits(&folded)?,
        Some(rest) => {
            let plain: String = rest.chars().filter(char::is_ascii_digit).collect();
            let number = plain.strip_prefix(mark(no).trim_start_matches('Q'))?.to_owned();
            // Four digits, or more that do not begin with a nought: otherwise it is the code of a longer mark.
            let fits = number.len() == 4 || number.len() > 4 && !number.starts_with('0');
            digits(&number).filter(|_| fits)?
        }
    };
    (sheet > 0).then_some(sheet)
}

/// The mean of whole numbers to two decimals, a half away from zero; none of nothing.
pub fn mean(numbers: &[i64]) -> Option<String> {
    let n = numbers.len() as i128;
    if n == 0 {
        return None;
    }
    let sum: i128 = numbers.iter().copied().map(i128::from).sum();
    let hundredths = (200 * sum.abs() + n) / (2 * n);
    let sign = if sum < 0 && hundredths > 0 { "-" } else { "" };
    Some(format!("{sign}{}.{:02}", hundredths / 100, hundredths % 100))
}

/// # Errors
/// A day that has passed, or years ahead.
pub fn plannable(due: Day, today: Day) -> Result<()> {
    require(due >= today, Refusal::new(DUE_PAST).with("day", due).at("due"))?;
    require(due.days_since(today) <= FARTHEST, Refusal::new(DUE_FAR).with("day", due).at("due"))
}

/// # Errors
/// So few answers shown that a person could be known, or a number that hides everything.
pub fn settings(settings: QuestionnaireSettings) -> Result<()> {
    let range = |field, least: u16, most: u16, value: u16| {
        let refusal = Refusal::new(SETTING_RANGE).with("least", least).with("most", most).at(field);
        require((least..=most).contains(&value), refusal)
    };
    range("suppress_under", 5, 50, settings.suppress_under)?;
    range("double_entry_every", 0, 100, settings.double_entry_every)
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;
