//! The desk: who came and what they were told; letters in and out, linked to requests; and what was answered before.

use crate::inputs::{AskAnswers, ListLetters, ListReception, LogReception, RegisterLetter};
use crate::model::{
    AnswerFound, AnswersFound, CaseEventKind, LetterDirection, LetterLine, LetterPage, ReceptionLine, ReceptionPage,
};
use crate::store::{self, Happened};
use crate::{rules, seen};
use database::{Row, Value, values};
use kernel::arabic::fold;
use kernel::id::CaseRequestId;
use kernel::{Hijri, Refusal, Result, require};
use office::context::{Read, Write};
use office::input::Nothing;
use office::narrow::Narrow;
use office::order::order_by;
use office::page::{as_meant, limit_of};

/// The series letters are counted in, anew each Hijri year.
const LETTERS_IN: &str = "letter_in";
const LETTERS_OUT: &str = "letter_out";
/// The letters their numbers begin with: what came in, and what went out.
const MARK_IN: char = '\u{648}';
const MARK_OUT: char = '\u{635}';
/// Longer than that nobody sits at the desk.
const LONGEST_STAY: i64 = 600;

/// Somebody came: who, what for, how long, and whether they were answered.
pub fn log_reception(cx: &Write<'_>, input: LogReception) -> Result<Nothing> {
    let known: Option<CaseRequestId> =
        cx.row("SELECT id FROM reception WHERE id = $1", values![input.id], |row| row.get("id"))?;
    require(known.is_none(), rules::ADDED_ALREADY)?;
    let name = rules::said("name", &input.name, rules::NAME_MISSING)?;
    let purpose = rules::said("purpose", &input.purpose, rules::PURPOSE_MISSING)?;
    let stay = input.minutes.is_none_or(|minutes| (0..=LONGEST_STAY).contains(&minutes));
    require(stay, Refusal::new(rules::MINUTES).with("most", LONGEST_STAY).at("minutes"))?;
    if let Some(party) = input.party {
        parties::standing(cx, party)?;
    }
    if let Some(request) = input.request {
        store::request(cx, request)?;
    }
    cx.run(
        include_str!("sql/insert_reception.sql"),
        values![
            input.id,
            cx.today(),
            cx.now,
            cx.who.id,
            name.as_str(),
            input.party,
            purpose.as_str(),
            input.minutes,
            input.answered,
            input.request,
            fold(&format!("{name} {purpose}"))
        ],
    )?;
    let told = serde_json::json!({ "name": name, "purpose": purpose, "answered": input.answered });
    cx.changed("reception", input.id, &name, &(), &told)?;
    Ok(Nothing {})
}

/// A letter came in or goes out: it gets its number, and stands in the story of the request it belongs to.
pub fn register_letter(cx: &Write<'_>, input: RegisterLetter) -> Result<Nothing> {
    let known: Option<CaseRequestId> =
        cx.row("SELECT id FROM letter WHERE id = $1", values![input.id], |row| row.get("id"))?;
    require(known.is_none(), rules::ADDED_ALREADY)?;
    office::input::at("day", office::input::has_come(input.day, cx.today()))?;
    let other = rules::said("other", &input.other, rules::OTHER_MISSING)?;
    let subject = rules::said("subject", &input.subject, rules::SUBJECT_MISSING)?;
    let their_no = rules::line("their_no", &input.their_no)?;
    let request = input.request.map(|request| store::request(cx, request)).transpose()?;
    let year = i64::from(Hijri::from_day(cx.today()).ok_or(kernel::refusals::HIJRI_RANGE)?.year());
    let (mark, series) = match input.direction {
        LetterDirection::In => (MARK_IN, LETTERS_IN),
        LetterDirection::Out => (MARK_OUT, LETTERS_OUT),
    };
    let letter_no = format!("{mark}-{year}-{:05}", cx.next_number(series, year)?);
    cx.run(
        include_str!("sql/insert_letter.sql"),
        values![
            input.id,
            letter_no.as_str(),
            input.direction,
            input.day,
            other.as_str(),
            subject.as_str(),
            their_no.as_str(),
            request.as_ref().map(|request| request.id),
            cx.who.id,
            cx.now,
            fold(&format!("{letter_no} {other} {subject} {their_no}"))
        ],
    )?;
    if let Some(request) = &request {
        let linked = Happened { word: &letter_no, note: &subject, ..Happened::of(CaseEventKind::Linked) };
        store::happened(cx, request.id, &linked)?;
        cx.passed(store::RECORD, request.id)?;
    }
    // Of a letter that belongs to a restricted request the trail tells its number only.
    let bare = request.is_some_and(|request| request.restricted);
    let told = if bare {
        serde_json::json!({ "direction": input.direction })
    } else {
        serde_json::json!({ "direction": input.direction, "other": other, "subject": subject })
    };
    cx.changed("letter", input.id, &letter_no, &(), &told)?;
    Ok(Nothing {})
}

pub fn reception(cx: &Read<'_>, input: ListReception) -> Result<ReceptionPage> {
    as_meant(
        cx,
        &input.text,
        |page: &ReceptionPage| page.total == 0,
        |reading| {
            let mut narrow = Narrow::default();
            if let Some(from) = input.from {
                narrow.and("v.day >= {}", values![from]);
            }
            if let Some(until) = input.until {
                narrow.and("v.day <= {}", values![until]);
            }
            narrow.words("v.search_fold", reading);
            seen::visible(cx, &mut narrow)?;
            let columns = [("day", "v.at"), ("name", "v.name"), ("purpose", "v.purpose"), ("minutes", "v.minutes?")];
            let order = order_by(input.order.as_ref(), &columns, "v.at DESC, v.id", "v.id");
            let (sql, values) =
                narrow.statement(include_str!("sql/reception.sql"), &order, limit_of(input.limit), input.offset);
            let lines = cx.rows(&sql, values, |row| {
                Ok(ReceptionLine {
                    id: row.get("id")?,
                    day: row.get("day")?,
                    at: row.get("at")?,
                    by_name: row.get("by_name")?,
                    name: row.get("name")?,
                    party: row.get("party")?,
                    purpose: row.get("purpose")?,
                    minutes: row.get("minutes")?,
                    answered: row.get("answered")?,
                    request: row.get("request")?,
                    request_no: row.get("request_no")?,
                })
            })?;
            let sql = format!(
                "SELECT count(*) AS n, COALESCE(sum(v.answered), 0) AS answered, COALESCE(sum(v.minutes), 0) AS minutes, \
             count(v.minutes) AS timed FROM reception v LEFT JOIN case_request r ON r.id = v.request {}",
                narrow.said()
            );
            cx.one(&sql, narrow.values, |row: &Row<'_>| {
                let (minutes, timed): (i64, i64) = (row.get("minutes")?, row.get("timed")?);
                Ok(ReceptionPage {
                    lines: lines.clone(),
                    total: row.get("n")?,
                    answered: row.get("answered")?,
                    // Rounded once, a half away from zero.
                    mean_minutes: (timed > 0).then(|| (2 * minutes + timed) / (2 * timed)),
                })
            })
        },
    )
}

pub fn letters(cx: &Read<'_>, input: ListLetters) -> Result<LetterPage> {
    as_meant(
        cx,
        &input.text,
        |page: &LetterPage| page.total == 0,
        |reading| {
            let mut narrow = Narrow::default();
            narrow.one_of("l.direction", input.direction.into_iter().map(Value::from));
            if let Some(request) = input.request {
                narrow.and("l.request = {}", values![request]);
            }
            narrow.words("l.search_fold", reading);
            seen::visible(cx, &mut narrow)?;
            let columns = [("number", "l.at"), ("day", "l.day"), ("other", "l.other"), ("subject", "l.subject")];
            let order = order_by(input.order.as_ref(), &columns, "l.day DESC, l.letter_no DESC", "l.id");
            let (sql, values) =
                narrow.statement(include_str!("sql/letters.sql"), &order, limit_of(input.limit), input.offset);
            let lines = cx.rows(&sql, values, |row| {
                Ok(LetterLine {
                    id: row.get("id")?,
                    letter_no: row.get("letter_no")?,
                    direction: row.get("direction")?,
                    day: row.get("day")?,
                    other: row.get("other")?,
                    subject: row.get("subject")?,
                    their_no: row.get("their_no")?,
                    request: row.get("request")?,
                    request_no: row.get("request_no")?,
                    by_name: row.get("by_name")?,
                })
            })?;
            let sql = format!(
                "SELECT count(*) AS n FROM letter l LEFT JOIN case_request r ON r.id = l.request {}",
                narrow.said()
            );
            Ok(LetterPage { lines, total: cx.one(&sql, narrow.values, |row| row.get("n"))? })
        },
    )
}

/// What was answered to inquiries like this one: the bank of answers is what the office answered.
pub fn answers(cx: &Read<'_>, input: AskAnswers) -> Result<AnswersFound> {
    as_meant(
        cx,
        &input.text,
        |found: &AnswersFound| found.answers.is_empty(),
        |reading| {
            let mut narrow = Narrow::default();
            narrow.and("r.kind = 'inquiry' AND r.state = 'closed' AND r.answer <> ''", values![]);
            narrow.words("r.search_fold", reading);
            seen::visible(cx, &mut narrow)?;
            let (sql, values) =
                narrow.statement(include_str!("sql/answers.sql"), "ORDER BY r.ended_on DESC, r.id", 5, 0);
            let answers = cx.rows(&sql, values, |row| {
                Ok(AnswerFound {
                    request: row.get("id")?,
                    request_no: row.get("request_no")?,
                    subject: row.get("subject")?,
                    answer: row.get("answer")?,
                    on: row.get("ended_on")?,
                })
            })?;
            Ok(AnswersFound { answers })
        },
    )
}
