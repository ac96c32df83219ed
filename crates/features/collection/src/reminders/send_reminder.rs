//! The person who sent a prepared message says so, and by which way.

use crate::reminders::model::SendReminder;
use crate::rules::REMINDER_SENT;
use database::values;
use kernel::id::LoanId;
use kernel::{Day, Failure, Result, require};
use office::context::Write;
use office::input::Nothing;
use serde_json::json;

pub fn send_reminder(cx: &Write<'_>, input: SendReminder) -> Result<Nothing> {
    let sql = "SELECT sent_on FROM reminder_message WHERE id = $1";
    let sent: Option<Option<Day>> = cx.row(sql, values![input.id], |row| row.get("sent_on"))?;
    require(sent.ok_or(Failure::not_found("reminder_message"))?.is_none(), REMINDER_SENT)?;
    let sql = "UPDATE reminder_message SET sent_on = $1, sent_by = $2, channel = $3 WHERE id = $4";
    cx.run(sql, values![cx.today(), cx.who.id, input.channel, input.id])?;
    let sql = "SELECT DISTINCT r.loan, s.loan_no FROM reminder r JOIN loan_standing s ON s.loan = r.loan \
               WHERE r.message = $1 ORDER BY s.loan_no";
    let named = |row: &database::Row<'_>| Ok((row.get::<LoanId>("loan")?, row.get::<String>("loan_no")?));
    for (loan, loan_no) in cx.rows(sql, values![input.id], named)? {
        cx.changed("loan", loan, &loan_no, &(), &json!({ "reminder_sent": input.channel }))?;
    }
    Ok(Nothing {})
}
