//! What screens ask.

use crate::inputs::{ListReports, WhichReport};
use crate::model::{MissingReport, ReportLine, ReportPage, ReportSheet, ReportState};
use crate::steps::ISSUE;
use crate::{rules, snapshot, store};
use database::{Value, values};
use kernel::{Day, Failure, Result};
use office::context::Read;
use office::narrow::Narrow;
use office::order::order_by;
use office::page::limit_of;
use office::span::{PeriodKind, Span, YearMonth};

const ORDERED: &[(&str, &str)] = &[
    ("number", "r.report_no"),
    ("month", "r.until_day"),
    ("state", "r.state"),
    ("prepared", "r.prepared_on"),
    ("issued", "r.issued_on?"),
];
/// How many months back a missing report is asked for.
const BACK: i32 = 3;

pub fn list(cx: &Read<'_>, input: ListReports) -> Result<ReportPage> {
    let mut narrow = Narrow::default();
    narrow.one_of("r.state", input.state.iter().map(|state| Value::from(*state)));
    let order = order_by(input.order.as_ref(), ORDERED, "r.until_day DESC, r.edition DESC", "r.id");
    let (sql, values) = narrow.statement(include_str!("sql/reports.sql"), &order, limit_of(input.limit), input.offset);
    let lines = cx.rows(&sql, values, |row| {
        Ok(ReportLine {
            report: row.get("id")?,
            report_no: row.get("report_no")?,
            calendar: row.get("calendar")?,
            year: i32::try_from(row.get::<i64>("year")?).unwrap_or_default(),
            month: u32::try_from(row.get::<i64>("month")?).unwrap_or_default(),
            edition: row.get("edition")?,
            from: row.get("from_day")?,
            until: row.get("until_day")?,
            state: row.get("state")?,
            prepared_by_name: row.get("prepared_by_name")?,
            prepared_on: row.get("prepared_on")?,
            issued_by_name: row.get("issued_by_name")?,
            issued_on: row.get("issued_on")?,
            recipients: row.get("recipients")?,
            handed: row.get("handed")?,
        })
    })?;
    let sql = format!("SELECT count(*) AS n FROM periodic_report r {}", narrow.said());
    let total = cx.one(&sql, narrow.values, |row| row.get("n"))?;
    Ok(ReportPage { lines, total, missing: missing(cx)? })
}

/// Months that ended lately and have no report, newest first; none before the first file of the office was opened.
///
/// # Errors
/// What the database refuses.
pub fn missing(cx: &Read<'_>) -> Result<Vec<MissingReport>> {
    let calendar = office::association::profile(cx)?.calendar;
    let first: Option<Day> =
        cx.one("SELECT min(from_day) AS first FROM periodic_report", values![], |row| row.get("first"))?;
    // An office that began after the month has nothing to tell of it.
    let began = office::staff::people(cx)?.into_iter().map(|one| Day::in_riyadh(one.added_at)).min();
    let this = YearMonth::of(cx.today(), calendar)?;
    let mut found = Vec::new();
    for back in 1..=BACK {
        let month = this.plus(-back);
        let Span { from, until } = month.days(PeriodKind::Month, calendar, cx.today())?;
        // It is asked for from the first report on, and of last month where there is none.
        let asked = back == 1 || first.is_some_and(|first| from >= first);
        if !asked || began.is_none_or(|began| began > until) {
            break;
        }
        let sql = "SELECT count(*) AS n FROM periodic_report WHERE from_day = $1 AND until_day = $2";
        let there: i64 = cx.one(sql, values![from, until], |row| row.get("n"))?;
        if there == 0 {
            found.push(MissingReport { calendar, year: month.year(), month: month.month(), until });
        }
    }
    Ok(found)
}

pub fn open(cx: &Read<'_>, input: WhichReport) -> Result<ReportSheet> {
    let report = store::report(cx, input.report)?;
    let figures = snapshot::figures(cx, &report)?;
    Ok(ReportSheet {
        report: report.id,
        calendar: report.calendar,
        year: i32::try_from(report.year).unwrap_or_default(),
        month: u32::try_from(report.month).unwrap_or_default(),
        edition: report.edition,
        span: Span { from: report.from, until: report.until },
        previous: Span { from: report.before_from, until: report.before_until },
        state: report.state,
        prepared_by: report.prepared_by,
        prepared_by_name: store::name_of(cx, report.prepared_by)?,
        prepared_on: report.prepared_on,
        frozen_at: report.frozen_at,
        issued_by_name: report.issued_by.map(|person| store::name_of(cx, person)).transpose()?.unwrap_or_default(),
        issued_on: report.issued_on,
        figures,
        recipients: store::recipients(cx, report.id)?,
        cannot_issue: cannot_issue(cx, &report)?,
        mine: report.prepared_by == cx.who.id,
        version: cx.version(store::RECORD, report.id)?.number,
        report_no: report.report_no,
        reason: report.reason,
        summary: report.summary,
        went_well: report.went_well,
        went_badly: report.went_badly,
        advice: report.advice,
    })
}

/// Why the person who asks may not issue it: the name of a refusal, or of a permission.
fn cannot_issue(cx: &Read<'_>, report: &store::Report) -> Result<Option<String>> {
    if report.state != ReportState::Waiting {
        return Ok(Some(rules::DECIDED.0.to_owned()));
    }
    let request = approvals::require_waiting(cx, &ISSUE, *report.id.as_bytes())?;
    match approvals::may_answer(cx, &ISSUE, &request) {
        Ok(()) => Ok(None),
        Err(Failure::Forbidden { permission }) => Ok(Some(permission.to_owned())),
        Err(Failure::Refused(refusal)) => Ok(Some(refusal.code.0.to_owned())),
        Err(failure) => Err(failure),
    }
}
