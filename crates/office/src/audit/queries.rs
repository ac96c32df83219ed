//! What the audit screen and a person's own history ask.

use super::model::{AuditFacet, AuditFacets, AuditFilter, AuditLine, AuditPage, OwnHistory};
use crate::context::Read;
use database::{Row, values};
use kernel::id::PersonId;
use kernel::{Day, Failure, Moment, Result};
use std::collections::BTreeMap;
use std::fmt::Display;

const PAGE: i64 = 100;
const LARGEST_PAGE: i64 = 500;

pub fn list(cx: &Read<'_>, filter: AuditFilter) -> Result<AuditPage> {
    let facets = if filter.before.is_none() { facets(cx, &filter)? } else { AuditFacets::default() };
    let limit = filter.limit.unwrap_or(PAGE).clamp(1, LARGEST_PAGE);
    page(cx, &filter, limit, facets)
}

pub fn mine(cx: &Read<'_>, input: OwnHistory) -> Result<AuditPage> {
    let limit = input.limit.unwrap_or(PAGE).clamp(1, LARGEST_PAGE);
    let own = AuditFilter { person: Some(cx.who.id), before: input.before, ..AuditFilter::default() };
    page(cx, &own, limit, AuditFacets::default())
}

fn page(cx: &Read<'_>, filter: &AuditFilter, limit: i64, facets: AuditFacets) -> Result<AuditPage> {
    let mut lines = lines(cx, filter, limit + 1)?;
    let more = lines.len() as i64 > limit;
    if more {
        lines.pop();
    }
    let next = lines.last().filter(|_| more).map(|line| line.seq);
    Ok(AuditPage { lines, next, facets })
}

/// What was done with one record, newest first: changed, printed, looked at whole. Refused attempts are not among it.
///
/// # Errors
/// What the database refuses.
pub fn of_subject(db: &database::Read<'_>, id: impl Display, most: i64) -> Result<Vec<AuditLine>> {
    db.rows(include_str!("sql/of_subject.sql"), values![id.to_string(), most], line_row)
}

/// Who looked at any of some records: opened, printed, taken along, or looked for by its number. Newest first.
///
/// # Errors
/// What the database refuses.
pub fn looks(db: &database::Read<'_>, records: &[String], before: i64, most: i64) -> Result<Vec<AuditLine>> {
    let mut narrow = crate::narrow::Narrow::default();
    narrow.one_of("audit.subject", records.iter().map(|one| database::Value::from(one.as_str())));
    narrow.and("audit.action IN ('view', 'print', 'export') AND audit.outcome = 'done'", values![]);
    narrow.and("audit.seq < {}", values![before]);
    let (sql, values) = narrow.statement(include_str!("sql/looks.sql"), "ORDER BY audit.seq DESC", most, 0);
    db.rows(&sql, values, line_row)
}

/// Lines that fit, newest first.
pub(super) fn lines(db: &database::Read<'_>, filter: &AuditFilter, limit: i64) -> Result<Vec<AuditLine>> {
    let (from, until) = period(filter);
    let text = filter.text.as_deref().map(kernel::arabic::fold).filter(|text| !text.is_empty());
    db.rows(
        include_str!("sql/list.sql"),
        values![
            filter.before.unwrap_or(i64::MAX),
            from,
            until,
            filter.person,
            filter.action.clone(),
            filter.feature.clone(),
            filter.subject.clone(),
            text,
            limit
        ],
        line_row,
    )
}

/// From the first instant of the first day to the first one after the last day, in Riyadh.
fn period(filter: &AuditFilter) -> (Moment, Moment) {
    let from =
        filter.from.map_or(Moment::from_micros(i64::MIN), |day| Moment::start_of_riyadh_day(i64::from(day.number())));
    let until = filter
        .until
        .map_or(Moment::from_micros(i64::MAX), |day: Day| Moment::start_of_riyadh_day(i64::from(day.number()) + 1));
    (from, until)
}

fn line_row(row: &Row<'_>) -> Result<AuditLine> {
    let json = |text: Option<String>| match text {
        Some(text) => serde_json::from_str(&text).map_err(Failure::broken),
        None => Ok(serde_json::Value::Null),
    };
    Ok(AuditLine {
        seq: row.get("seq")?,
        at: row.get("at")?,
        person: row.get("person")?,
        person_name: row.get("person_name")?,
        command: row.get("command")?,
        action: row.get("action")?,
        subject_kind: row.get("subject_kind")?,
        subject: row.get("subject")?,
        summary: row.get("summary")?,
        before: json(row.get("before")?)?,
        after: json(row.get("after")?)?,
        outcome: row.get("outcome")?,
    })
}

fn facets(cx: &Read<'_>, filter: &AuditFilter) -> Result<AuditFacets> {
    let (from, until) = period(filter);
    let people = cx.rows(include_str!("sql/people.sql"), values![from, until], |row| {
        let id: PersonId = row.get("value")?;
        Ok(AuditFacet { value: id.to_string(), label: row.get("label")?, count: row.get("lines")? })
    })?;
    let plain = |row: &Row<'_>| {
        let value: String = row.get("value")?;
        Ok(AuditFacet { label: value.clone(), value, count: row.get("lines")? })
    };
    let actions = cx.rows(include_str!("sql/actions.sql"), values![from, until], plain)?;
    let mut features: BTreeMap<String, i64> = BTreeMap::new();
    for facet in cx.rows(include_str!("sql/commands.sql"), values![from, until], plain)? {
        let feature = facet.value.split('.').next().unwrap_or_default().to_owned();
        *features.entry(feature).or_default() += facet.count;
    }
    let features =
        features.into_iter().map(|(value, count)| AuditFacet { label: value.clone(), value, count }).collect();
    Ok(AuditFacets { people, actions, features })
}
