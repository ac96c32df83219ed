//! Answers come in: sheets by their codes, some of them twice; and what is said at the desk, by telephone, with a token.

pub mod answer;
pub mod correct;
pub mod enter;
pub mod enter_second;
pub mod issue_sheets;
pub mod look;
pub mod settle;
pub mod spoil;

use crate::model::{EntryProgress, FormQuestion, GivenAnswer, QuestionKind, SecondWaits};
use crate::rules;
use crate::settings::settings_of;
use crate::store::{self, Questionnaire, Response};
use database::values;
use kernel::Result;
use measures::survey::{Sheet, double_entry};
use office::context::Read;

/// Whether the sheet at a place of the order of entry, from 1, is entered twice.
pub fn is_chosen(entry: i64, every: u16) -> bool {
    every > 0 && (entry - 1) % i64::from(every) == 0
}

/// How entering goes.
///
/// # Errors
/// What the database refuses.
pub fn progress(cx: &Read<'_>, of: &Questionnaire) -> Result<EntryProgress> {
    let settings = settings_of(cx)?;
    let every = settings.double_entry_every;
    let sheets = store::sheets(cx, of.id)?;
    let printed = "SELECT COALESCE(sum(last - first + 1), 0) AS n FROM questionnaire_run WHERE questionnaire = $1";
    let spoiled = "SELECT count(*) AS n FROM questionnaire_spoiled WHERE questionnaire = $1";
    let count = |sql: &str| cx.one(sql, values![of.id], |row| row.get::<i64>("n"));
    let waits = sheets.iter().filter(|one| waits_for_second(one, every));
    let second = waits
        .map(|one| {
            Ok(SecondWaits {
                code: rules::code(of.no, one.sheet.unwrap_or_default()),
                entered_by_name: store::person_name(cx, one.entered_by)?,
                mine: one.entered_by == Some(cx.who.id),
            })
        })
        .collect::<Result<Vec<_>>>()?;
    // The engine takes one character a cell, and one text question: texts of all questions stand as the same letter.
    let cells = |answers: &[GivenAnswer], other: Option<&[GivenAnswer]>| -> String {
        of.questions.iter().map(|question| cell(question, answers, other)).collect()
    };
    let entered: Vec<Sheet> = sheets
        .iter()
        .map(|one| Sheet {
            code: rules::code(of.no, one.sheet.unwrap_or_default()),
            first: cells(&one.first, None),
            second: one.second.as_ref().map(|second| cells(second, Some(&one.first))),
        })
        .collect();
    let found = double_entry(&entered, None, &settings.measures());
    // A setting that was changed meanwhile chose other sheets: agreement is then told of those that were entered twice.
    let found = match found {
        Ok(found) => found,
        Err(_) => double_entry(&entered, None, &measures::Settings { double_entry_every: 1, ..settings.measures() })?,
    };
    Ok(EntryProgress {
        printed: count(printed)?,
        entered: i64::try_from(sheets.len()).unwrap_or(i64::MAX),
        spoiled: count(spoiled)?,
        blank: found.blank,
        cells: found.cells,
        chosen: sheets.iter().filter(|one| one.entry.is_some_and(|entry| is_chosen(entry, every))).count() as i64,
        checked: found.checked,
        identical: found.identical,
        agreement: found.agreement,
        second,
        differ: sheets.iter().filter(|one| one.open_differences > 0).count() as i64,
    })
}

/// Whether a sheet is still to be entered by another person.
pub fn waits_for_second(one: &Response, every: u16) -> bool {
    one.second.is_none() && one.entry.is_some_and(|entry| is_chosen(entry, every))
}

/// A cell as the engine compares it: `-` blank, otherwise a letter that is another where the answer is another.
fn cell(question: &FormQuestion, answers: &[GivenAnswer], other: Option<&[GivenAnswer]>) -> char {
    let of = |answers: &[GivenAnswer]| answers.iter().find(|one| one.question == question.key).cloned();
    let Some(given) = of(answers) else { return '-' };
    if question.kind == QuestionKind::Text {
        return 'a';
    }
    match (question.kind.is_chosen(), given.choice.as_slice()) {
        (true, [choice]) => u32::try_from(*choice).ok().and_then(|place| char::from_u32('0' as u32 + place)),
        // Several choices, numbers and days have no letter of their own: the same or not is what counts.
        _ => other.map(|other| if of(other).as_ref() == Some(&given) { 'a' } else { 'b' }),
    }
    .unwrap_or('a')
}
