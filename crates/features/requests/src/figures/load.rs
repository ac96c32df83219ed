//! K5, what is open and since when; K30, what each researcher carries.

use super::facts::{self, Fact};
use beneficiaries::{FileStatus, statuses_before};
use database::{Value, values};
use kernel::id::{PartyId, PersonId};
use kernel::{Day, Result};
use measures::kpi::{self, OpenRequest, WorkItem, WorkKind};
use office::context::Read;
use office::figure::{FigurePart, FigureRow, FigureUnit, Measured};
use office::span::Span;
use std::collections::BTreeMap;

pub const OPEN: &str = "requests.open";
pub const WORKLOAD: &str = "requests.workload";
const AGES: [&str; 5] = ["week", "month", "two_months", "three_months", "longer"];
/// What nobody has.
const NOBODY: &str = "unassigned";

/// Open at the end of a day, or at the end of any from it on.
const OPEN_SINCE: &str = "(r.ended = 0 OR r.ended_on > {}) AND r.received_on <= {}";

fn open_request(fact: &Fact) -> OpenRequest {
    OpenRequest { received: fact.received, closed: fact.ended }
}

/// From the earliest of the last days to the latest.
fn ends(spans: &[Span]) -> Option<(Day, Day)> {
    let first = spans.iter().map(|span| span.until).min()?;
    Some((first, spans.iter().map(|span| span.until).max()?))
}

fn counted(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// # Errors
/// What the database refuses.
pub fn open(cx: &Read<'_>, spans: &[Span]) -> Result<Vec<Measured>> {
    let Some((first, last)) = ends(spans) else { return Ok(Vec::new()) };
    let all: Vec<OpenRequest> = facts::facts(cx, OPEN_SINCE, values![first, last])?.iter().map(open_request).collect();
    let measured = |span: &Span| {
        let found = kpi::open_requests(&all, span.until);
        let parts = AGES
            .iter()
            .zip(found.by_age)
            .map(|(key, count)| FigurePart::worded(OPEN, key, FigureUnit::Count, Some(counted(count))));
        Measured::count(found.open).with(parts)
    };
    Ok(spans.iter().map(measured).collect())
}

/// # Errors
/// What the database refuses.
pub fn open_rows(cx: &Read<'_>, span: Span) -> Result<Vec<FigureRow>> {
    let asked = || values![span.until, span.until];
    let mut names = facts::names(cx, OPEN_SINCE, asked())?;
    facts::facts(cx, OPEN_SINCE, asked())?
        .iter()
        .map(|fact| {
            let found = kpi::open_requests(&[open_request(fact)], span.until);
            let ages = AGES.iter().zip(found.by_age).filter(|(_, count)| *count > 0);
            let parts = ages.map(|(key, _)| (*key).to_owned()).collect();
            Ok(FigureRow { parts, ..facts::row(fact, &mut names)? })
        })
        .collect()
}

/// A file or a request somebody has, as it stands in a row.
struct Carried {
    item: WorkItem,
    row: FigureRow,
}

/// The files that were active at the end of a day, with who has them now; and the requests that were open, with who has
/// them. A researcher is known by their identifier, or by the name an older register gave.
fn carried(cx: &Read<'_>, on: Day, rows: bool) -> Result<(Vec<Carried>, BTreeMap<String, String>)> {
    let mut people: BTreeMap<String, String> = BTreeMap::new();
    let mut all = Vec::new();
    let before = if on < cx.today() { statuses_before(cx, on)? } else { BTreeMap::new() };
    cx.rows(include_str!("../sql/carried_files.sql"), values![on], |row| {
        let party: PartyId = row.get("party")?;
        let status = before.get(&party).copied().map_or_else(|| row.get("status"), Ok)?;
        if status != FileStatus::Active {
            return Ok(());
        }
        let name: String = row.get("researcher_name")?;
        let worker = row.get::<Option<PersonId>>("researcher")?.map(|id| id.to_string());
        let worker = worker.or_else(|| (!name.is_empty()).then(|| name.clone()));
        if let Some(worker) = &worker {
            people.entry(worker.clone()).or_insert_with(|| name.clone());
        }
        let row = if rows {
            FigureRow {
                person: name,
                on: Some(row.get("opened_on")?),
                text_keys: vec!["figure.requests.workload.part.file".to_owned()],
                parts: vec![worker.clone().unwrap_or_else(|| NOBODY.to_owned())],
                target: Some(beneficiaries::FILE.asking(&beneficiaries::inputs::WhichFile { party })?),
                ..FigureRow::new(party, row.get("file_no")?, row.get("name")?)
            }
        } else {
            FigureRow::new("", String::new(), String::new())
        };
        all.push(Carried { item: WorkItem { kind: WorkKind::File, worker, opened: on, closed: None }, row });
        Ok(())
    })?;
    let asked: Vec<Value> = values![on, on].to_vec();
    let narrow = facts::visible(cx, OPEN_SINCE, asked.clone())?;
    let sql = format!("SELECT r.id, r.researcher FROM case_request r {}", narrow.said());
    let of: BTreeMap<_, _> = cx
        .rows(&sql, narrow.values, |row| {
            Ok((row.get::<kernel::id::CaseRequestId>("id")?, row.get::<Option<PersonId>>("researcher")?))
        })?
        .into_iter()
        .collect();
    let named: BTreeMap<String, String> =
        office::staff::people(cx)?.into_iter().map(|one| (one.id.to_string(), one.name)).collect();
    let mut names = if rows { facts::names(cx, OPEN_SINCE, asked.clone())? } else { BTreeMap::new() };
    let facts = facts::facts(cx, OPEN_SINCE, asked)?;
    for fact in &facts {
        let worker = of.get(&fact.id).copied().flatten().map(|id| id.to_string());
        let item =
            WorkItem { kind: WorkKind::Request, worker: worker.clone(), opened: fact.received, closed: fact.ended };
        let row = if rows {
            let parts = vec![worker.unwrap_or_else(|| NOBODY.to_owned())];
            FigureRow { parts, ..facts::row(fact, &mut names)? }
        } else {
            FigureRow::new("", String::new(), String::new())
        };
        all.push(Carried { item, row });
    }
    people.extend(named);
    Ok((all, people))
}

/// # Errors
/// What the database refuses.
pub fn workload(cx: &Read<'_>, spans: &[Span]) -> Result<Vec<Measured>> {
    spans
        .iter()
        .map(|span| {
            let (carried, people) = carried(cx, span.until, false)?;
            let items: Vec<WorkItem> = carried.into_iter().map(|one| one.item).collect();
            let found = kpi::workload(&items, span.until);
            let mut parts: Vec<FigurePart> = found
                .load
                .into_iter()
                .map(|(worker, load)| {
                    let name = people.get(&worker).cloned().unwrap_or_else(|| worker.clone());
                    FigurePart::named(worker, name, FigureUnit::Count, Some(counted(load.files + load.requests)))
                })
                .collect();
            parts.sort_by(|one, other| {
                other.value.cmp(&one.value).then_with(|| kernel::arabic::compare(&one.label, &other.label))
            });
            let nobody = FigurePart::worded(WORKLOAD, NOBODY, FigureUnit::Count, Some(counted(found.unassigned)));
            let value = found.mean.map(measures::Tenths::parts);
            Ok(Measured { value, ..Measured::default() }.with(parts).with([nobody]))
        })
        .collect()
}

/// # Errors
/// What the database refuses.
pub fn workload_rows(cx: &Read<'_>, span: Span) -> Result<Vec<FigureRow>> {
    Ok(carried(cx, span.until, true)?.0.into_iter().map(|one| one.row).collect())
}
