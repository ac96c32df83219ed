//! Reports, rows in and out.

use crate::model::{ReportRecipient, ReportState};
use database::{Read as Rows, Row, values};
use kernel::id::{PersonId, ReportId};
use kernel::{Day, Failure, Moment, Result, require};
use office::association::Calendar;
use office::context::{Read, Write};
use office::words::{self, Language};
use serde::Serialize;
use serde_json::json;

/// The kind of record a report is.
pub const RECORD: &str = "report";
/// The series of its numbers, anew each Hijri year.
pub const NUMBERS: &str = "report";
/// The letters its number begins with.
pub const MARK: &str = "\u{62a}\u{642}";

/// A report as its verbs know it, and as the audit trail keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Report {
    pub id: ReportId,
    pub report_no: String,
    pub calendar: Calendar,
    pub year: i64,
    pub month: i64,
    pub edition: i64,
    pub from: Day,
    pub until: Day,
    pub before_from: Day,
    pub before_until: Day,
    pub state: ReportState,
    pub summary: String,
    pub went_well: String,
    pub went_badly: String,
    pub advice: String,
    pub reason: String,
    pub prepared_by: PersonId,
    pub prepared_on: Day,
    pub frozen_at: Option<Moment>,
    pub issued_by: Option<PersonId>,
    pub issued_on: Option<Day>,
}

/// # Errors
/// What the database refuses.
pub fn find(db: &Rows<'_>, id: ReportId) -> Result<Option<Report>> {
    db.row(include_str!("sql/report.sql"), values![id], report_row)
}

/// # Errors
/// Not found.
pub fn report(db: &Rows<'_>, id: ReportId) -> Result<Report> {
    find(db, id)?.ok_or(Failure::not_found(RECORD))
}

fn report_row(row: &Row<'_>) -> Result<Report> {
    Ok(Report {
        id: row.get("id")?,
        report_no: row.get("report_no")?,
        calendar: row.get("calendar")?,
        year: row.get("year")?,
        month: row.get("month")?,
        edition: row.get("edition")?,
        from: row.get("from_day")?,
        until: row.get("until_day")?,
        before_from: row.get("before_from")?,
        before_until: row.get("before_until")?,
        state: row.get("state")?,
        summary: row.get("summary")?,
        went_well: row.get("went_well")?,
        went_badly: row.get("went_badly")?,
        advice: row.get("advice")?,
        reason: row.get("reason")?,
        prepared_by: row.get("prepared_by")?,
        prepared_on: row.get("prepared_on")?,
        frozen_at: row.get("frozen_at")?,
        issued_by: row.get("issued_by")?,
        issued_on: row.get("issued_on")?,
    })
}

/// # Errors
/// In the words of `refusal`, where it stands elsewhere.
pub fn standing(db: &Rows<'_>, id: ReportId, state: ReportState, refusal: kernel::Code) -> Result<Report> {
    let report = report(db, id)?;
    require(report.state == state, refusal)?;
    Ok(report)
}

/// # Errors
/// What the database refuses.
pub fn insert(cx: &Write<'_>, report: &Report) -> Result<()> {
    cx.run(
        include_str!("sql/insert_report.sql"),
        values![
            report.id,
            report.report_no.as_str(),
            report.calendar,
            report.year,
            report.month,
            report.edition,
            report.from,
            report.until,
            report.before_from,
            report.before_until,
            report.reason.as_str(),
            report.prepared_by,
            report.prepared_on
        ],
    )
    .map(drop)
}

/// Writes what may change of a report.
///
/// # Errors
/// What the database refuses.
pub fn update(cx: &Write<'_>, report: &Report) -> Result<()> {
    cx.run(
        include_str!("sql/update_report.sql"),
        values![
            report.state,
            report.summary.as_str(),
            report.went_well.as_str(),
            report.went_badly.as_str(),
            report.advice.as_str(),
            report.prepared_by,
            report.frozen_at,
            report.issued_by,
            report.issued_on,
            report.id
        ],
    )
    .map(drop)
}

/// # Errors
/// What the database refuses.
pub fn recipients(db: &Rows<'_>, id: ReportId) -> Result<Vec<ReportRecipient>> {
    db.rows(include_str!("sql/recipients.sql"), values![id], |row| {
        Ok(ReportRecipient {
            place: row.get("place")?,
            name: row.get("name")?,
            body: row.get("body")?,
            handed_on: row.get("handed_on")?,
            channel: row.get("channel")?,
            handed_by_name: row.get("handed_by_name")?,
        })
    })
}

/// Tells the trail of a change.
///
/// # Errors
/// What the database refuses.
pub fn told(cx: &Write<'_>, before: Option<&Report>, after: &Report) -> Result<()> {
    match before {
        Some(before) => cx.changed(RECORD, after.id, &after.report_no, before, after),
        None => cx.changed(RECORD, after.id, &after.report_no, &json!(null), after),
    }
}

/// The month in words: «محرم 1448».
pub fn month_words(report: &Report) -> String {
    let key = format!("parts.{}.{}", report.calendar.name(), report.month);
    format!("{} {}", words::word(&key, Language::Ar), report.year)
}

/// The name of somebody of the office.
///
/// # Errors
/// What the database refuses.
pub fn name_of(cx: &Read<'_>, person: PersonId) -> Result<String> {
    let sql = "SELECT name FROM user_name WHERE id = $1";
    Ok(cx.row(sql, values![person], |row| row.get("name"))?.unwrap_or_default())
}
