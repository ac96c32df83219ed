//! An item comes onto an agenda: entered, or drawn from what waits for an approval in the program.

use super::{matter, told};
use crate::inputs::{AddAgendaItem, WhichMeeting};
use crate::model::MeetingState;
use crate::rules::{self, NOT_WAITING, ON_AGENDA, TITLE_MISSING};
use crate::store;
use database::values;
use kernel::{Refusal, Result, require};
use office::context::Write;
use serde_json::json;

pub fn add_item(cx: &Write<'_>, input: AddAgendaItem) -> Result<WhichMeeting> {
    let text = rules::text(&input.text, "text")?;
    let waiting = match input.request {
        Some(request) => Some(approvals::one_that_waits(cx, request)?.ok_or(NOT_WAITING)?),
        None => None,
    };
    let title = match &waiting {
        Some(waiting) => matter(cx, waiting).title.chars().take(rules::LONGEST_LINE).collect(),
        None => rules::line(&input.title, "title", TITLE_MISSING)?,
    };
    if let Some(waiting) = &waiting {
        let sql = "SELECT m.minutes_no FROM meeting_item i JOIN committee_meeting m ON m.id = i.meeting \
                   WHERE i.request = $1 AND i.state = 'open'";
        let on: Option<String> = cx.row(sql, values![waiting.request.id], |row| row.get("minutes_no"))?;
        if let Some(on) = on {
            return Err(Refusal::new(ON_AGENDA).with("minutes_no", on).into());
        }
    }
    store::claimed(cx, input.meeting, input.version, &[MeetingState::Called, MeetingState::Held])?;
    let known = cx.row("SELECT 1 AS one FROM meeting_item WHERE id = $1", values![input.id], |_| Ok(()))?.is_some();
    require(!known, kernel::Failure::conflict(office::record::CHANGED_MEANWHILE))?;
    let sql = "SELECT COALESCE(max(no), 0) + 1 AS next FROM meeting_item WHERE meeting = $1";
    let no: i64 = cx.one(sql, values![input.meeting], |row| row.get("next"))?;
    let (step, subject, request) = match &waiting {
        Some(one) => (Some(one.step.name), Some(one.request.subject.to_vec()), Some(one.request.id)),
        None => (None, None, None),
    };
    cx.run(
        "INSERT INTO meeting_item (id, meeting, no, title, text, step, subject, request, state, added_by, added_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'open', $9, $10)",
        values![input.id, input.meeting, no, title.as_str(), text.as_str(), step, subject, request, cx.who.id, cx.now],
    )?;
    told(cx, input.meeting, &json!({ "item": no, "title": title, "step": step }))?;
    Ok(WhichMeeting { meeting: input.meeting })
}
