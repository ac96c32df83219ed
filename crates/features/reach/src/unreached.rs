//! Active files, by how long nobody has spoken to the family: by a visit or a call, at the desk, or because it asked for
//! something.

use crate::inputs::ListUnreached;
use crate::model::{ContactKind, UnreachedLine, UnreachedPage};
use crate::{rules, settings};
use database::{Row, values};
use kernel::arabic::Reading;
use kernel::{Day, Result};
use office::context::Read;
use office::narrow::Narrow;
use office::order::in_order;
use office::page::{as_meant, page_of};
use std::collections::BTreeSet;

pub fn list(cx: &Read<'_>, input: ListUnreached) -> Result<UnreachedPage> {
    as_meant(cx, &input.text, |page: &UnreachedPage| page.total == 0, |reading| page(cx, &input, reading))
}

fn page(cx: &Read<'_>, input: &ListUnreached, reading: Option<&Reading>) -> Result<UnreachedPage> {
    let settings = settings::settings(cx)?;
    let days = rules::days("days", input.days.unwrap_or(settings.silent_days))?;
    let mut lines = found(cx, input, reading)?;
    lines.retain(|line| i64::from(line.days) >= days);
    let governorates: BTreeSet<String> = lines.iter().map(|line| line.governorate.clone()).collect();
    let researchers: BTreeSet<String> = lines.iter().map(|line| line.researcher_name.clone()).collect();
    lines.retain(|line| {
        input.governorate.as_ref().is_none_or(|one| *one == line.governorate)
            && input.researcher.as_ref().is_none_or(|one| *one == line.researcher_name)
    });
    let unplanned = lines.iter().filter(|line| line.planned.is_none()).count();
    lines.retain(|line| !input.unplanned || line.planned.is_none());
    lines.sort_by_key(|line| std::cmp::Reverse(line.days));
    in_order(&mut lines, input.order.as_ref(), |line: &UnreachedLine, key| match key {
        "file_no" => Some((&line.file_no).into()),
        "name" => Some((&line.name).into()),
        "class" => Some((&line.class).into()),
        "governorate" => Some((&line.governorate).into()),
        "researcher" => Some((&line.researcher_name).into()),
        "last" => Some(line.last.into()),
        "days" => Some(line.days.into()),
        "planned" => Some(line.planned.into()),
        _ => None,
    });
    let some = |names: BTreeSet<String>| names.into_iter().filter(|name| !name.is_empty()).collect();
    Ok(UnreachedPage {
        total: i64::try_from(lines.len()).unwrap_or(i64::MAX),
        lines: page_of(lines, input.offset, input.limit),
        days,
        unplanned: i64::try_from(unplanned).unwrap_or(i64::MAX),
        settings,
        version: cx.version(settings::RECORD, "all")?.number,
        governorates: some(governorates),
        researchers: some(researchers),
    })
}

/// Active files with the last contact of each.
fn found(cx: &Read<'_>, input: &ListUnreached, reading: Option<&Reading>) -> Result<Vec<UnreachedLine>> {
    let mut narrow = Narrow::default();
    narrow.and("s.status = 'active'", values![]);
    if let Some(class) = &input.class {
        narrow.and("s.class = {}", values![class.as_str()]);
    }
    if input.mine {
        narrow.and("s.researcher = {}", values![cx.who.id]);
    }
    narrow.words("s.search_fold", reading);
    let sql = format!("{} {} ORDER BY s.name_fold, s.party", include_str!("sql/unreached.sql"), narrow.said());
    let today = cx.today();
    cx.rows(&sql, narrow.values, |row| line(row, today))
}

fn line(row: &Row<'_>, today: Day) -> Result<UnreachedLine> {
    let heard = [
        (row.get::<Option<Day>>("visited")?, ContactKind::Visit),
        (row.get("asked")?, ContactKind::Request),
        (row.get("came")?, ContactKind::Reception),
    ];
    let last = rules::last_contact(heard.map(|(day, _)| day));
    let last_kind = heard.into_iter().find(|(day, _)| day.is_some() && *day == last).map(|(_, kind)| kind);
    Ok(UnreachedLine {
        party: row.get("party")?,
        file_no: row.get("file_no")?,
        name: row.get("name")?,
        class: row.get("class")?,
        governorate: row.get("governorate")?,
        city: row.get("city")?,
        mobile: row.get("mobile")?,
        researcher_name: row.get("researcher_name")?,
        last,
        last_kind,
        days: rules::silent_days(last, row.get("opened_on")?, today),
        planned: row.get("planned")?,
    })
}

/// How many files are out of reach and have nothing planned: of whoever asks, or all.
///
/// # Errors
/// What the database refuses.
pub fn waiting(cx: &Read<'_>, mine: bool) -> Result<i64> {
    let silent = settings::settings(cx)?.silent_days;
    let all = found(cx, &ListUnreached { mine, ..ListUnreached::default() }, None)?;
    let out = all.iter().filter(|line| i64::from(line.days) >= silent && line.planned.is_none());
    Ok(i64::try_from(out.count()).unwrap_or(i64::MAX))
}
