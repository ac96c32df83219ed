//! A sheet by its code, and where two entries differ.

use super::waits_for_second;
use crate::inputs::{AskSheet, WhichQuestionnaire};
use crate::model::{DifferenceLine, SheetDifference, SheetDifferences, SheetStanding, SheetState};
use crate::rules;
use crate::settings::settings_of;
use crate::store;
use kernel::Result;
use office::context::Read;

/// How a sheet stands for whoever holds it: nothing is shown of what another person entered.
pub fn sheet(cx: &Read<'_>, input: AskSheet) -> Result<SheetStanding> {
    let of = store::questionnaire(cx, input.questionnaire)?;
    let number = store::sheet_number(&of, &input.code)?;
    let run = store::run_of(cx, &of, number)?;
    let found = store::by_sheet(cx, of.id, number)?;
    let every = settings_of(cx)?.double_entry_every;
    let state = match &found {
        None if store::is_spoiled(cx, of.id, number)? => SheetState::Spoiled,
        None => SheetState::Fresh,
        Some(one) if one.second.is_some() => SheetState::Twice,
        Some(one) if one.entered_by == Some(cx.who.id) => SheetState::Mine,
        Some(one) if waits_for_second(one, every) => SheetState::Second,
        Some(_) => SheetState::Entered,
    };
    let version = match &found {
        Some(one) => cx.version(store::SHEET, hex(&one.id))?.number,
        None => 0,
    };
    let mine = found.as_ref().filter(|_| state == SheetState::Mine);
    Ok(SheetStanding {
        code: rules::code(of.no, number),
        state,
        department_name: store::department_name(cx, run.department)?,
        procedure: run.procedure,
        entered_by_name: store::person_name(cx, found.as_ref().and_then(|one| one.entered_by))?,
        answers: mine.map(|one| one.first.clone()),
        version,
    })
}

/// Sheets whose entries differ and nobody has looked at the paper yet.
pub fn differences(cx: &Read<'_>, input: WhichQuestionnaire) -> Result<SheetDifferences> {
    let of = store::questionnaire(cx, input.questionnaire)?;
    let mut sheets = Vec::new();
    for one in store::sheets(cx, of.id)?.into_iter().filter(|one| one.open_differences > 0) {
        let second = one.second.clone().unwrap_or_default();
        let lines = rules::differences(&of.questions, &one.first, &second).into_iter().map(|key| DifferenceLine {
            first: one.first.iter().find(|given| given.question == key).cloned(),
            second: second.iter().find(|given| given.question == key).cloned(),
            question: key,
        });
        sheets.push(SheetDifference {
            code: rules::code(of.no, one.sheet.unwrap_or_default()),
            version: cx.version(store::SHEET, hex(&one.id))?.number,
            first_by_name: store::person_name(cx, one.entered_by)?,
            second_by_name: store::person_name(cx, one.second_by)?,
            mine: one.entered_by == Some(cx.who.id),
            lines: lines.collect(),
        });
    }
    Ok(SheetDifferences { sheets })
}

/// The name of a sheet among the records that have versions.
pub fn hex(id: &[u8; 16]) -> String {
    kernel::id::SubjectId::from_bytes(*id).to_string()
}
