//! A message is copied, and with that prepared: what it reminds of is not reminded of again by the same step.

use crate::contact::set_wish::unwished;
use crate::reminders::model::{PrepareReminder, ReminderKey};
use crate::reminders::waiting::waiting;
use crate::rules::{self, REMINDER_EMPTY, REMINDER_MADE, REMINDER_NOT_DUE, REMINDER_UNWISHED};
use database::values;
use kernel::{Result, require};
use office::context::Write;
use office::input::Nothing;
use serde_json::json;
use std::collections::BTreeMap;

pub fn prepare_reminder(cx: &Write<'_>, input: PrepareReminder) -> Result<Nothing> {
    let known = cx.row("SELECT 1 AS one FROM reminder_message WHERE id = $1", values![input.id], |_| Ok(()))?;
    require(known.is_none(), REMINDER_MADE)?;
    let text = rules::said("text", &input.text, REMINDER_EMPTY)?;
    let borrower = loans::borrower(cx, input.party)?;
    require(!unwished(cx)?.contains(&borrower.party), REMINDER_UNWISHED)?;
    let waits = waiting(cx, Some(borrower.party), None, &Default::default())?;
    let items: BTreeMap<ReminderKey, _> =
        waits.lines.iter().flat_map(|line| &line.items).map(|item| (item.key(), item)).collect();
    require(!input.items.is_empty(), REMINDER_NOT_DUE)?;
    cx.run(
        "INSERT INTO reminder_message (id, text, prepared_on, prepared_at, prepared_by) VALUES ($1, $2, $3, $4, $5)",
        values![input.id, text.as_str(), cx.today(), cx.now, cx.who.id],
    )?;
    for key in &input.items {
        let item = items.get(key).ok_or(REMINDER_NOT_DUE)?;
        let sql = "INSERT INTO reminder (loan, no, due, step, amount, message) VALUES ($1, $2, $3, $4, $5, $6)";
        cx.run(sql, values![key.loan, key.no, key.due, i64::from(key.step), item.amount, input.id])?;
        let what = json!({ "reminder": key.due, "instalment": key.no, "step": key.step });
        cx.changed("loan", key.loan, &item.loan_no, &(), &what)?;
    }
    Ok(Nothing {})
}
