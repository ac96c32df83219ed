//! A report of a month that has ended is begun: the first one, or another edition of one that was issued.

use crate::inputs::BeginReport;
use crate::model::{ReportState, SavedReport};
use crate::rules::{self, ADDED_ALREADY, BEGUN, REASON_MISSING};
use crate::store::{self, Report};
use database::values;
use kernel::{Hijri, Result, require};
use office::context::Write;
use office::span::{PeriodKind, YearMonth};

pub fn begin(cx: &Write<'_>, input: BeginReport) -> Result<SavedReport> {
    require(store::find(cx, input.id)?.is_none(), ADDED_ALREADY)?;
    let calendar = match input.calendar {
        Some(calendar) => calendar,
        None => office::association::profile(cx)?.calendar,
    };
    let month = YearMonth::of(input.day, calendar)?;
    // The whole month, however far today is.
    let span = month.days(PeriodKind::Month, calendar, kernel::Day::LAST)?;
    rules::ended(span.until, cx.today())?;
    let before = month.days_before(PeriodKind::Month, calendar)?;
    let sql = "SELECT COALESCE(max(edition), 0) AS last, \
               COALESCE(sum(CASE WHEN state = 'issued' THEN 0 ELSE 1 END), 0) AS open \
               FROM periodic_report WHERE calendar = $1 AND year = $2 AND month = $3";
    let (last, open): (i64, i64) =
        cx.one(sql, values![calendar, i64::from(month.year()), i64::from(month.month())], |row| {
            Ok((row.get("last")?, row.get("open")?))
        })?;
    require(open == 0, BEGUN)?;
    let reason = if last == 0 { String::new() } else { rules::said("reason", &input.reason, REASON_MISSING)? };
    let year = i64::from(Hijri::from_day(cx.today()).ok_or(kernel::refusals::HIJRI_RANGE)?.year());
    let report = Report {
        id: input.id,
        report_no: format!("{}-{year}-{:03}", store::MARK, cx.next_number(store::NUMBERS, year)?),
        calendar,
        year: month.year().into(),
        month: month.month().into(),
        edition: last + 1,
        from: span.from,
        until: span.until,
        before_from: before.from,
        before_until: before.until,
        state: ReportState::Draft,
        summary: String::new(),
        went_well: String::new(),
        went_badly: String::new(),
        advice: String::new(),
        reason,
        prepared_by: cx.who.id,
        prepared_on: cx.today(),
        frozen_at: None,
        issued_by: None,
        issued_on: None,
    };
    store::insert(cx, &report)?;
    // Whom the last one was for, this one is for, too.
    cx.run(include_str!("sql/copy_recipients.sql"), values![report.id])?;
    store::told(cx, None, &report)?;
    Ok(SavedReport { report: report.id, report_no: report.report_no })
}
