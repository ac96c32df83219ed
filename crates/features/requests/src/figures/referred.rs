//! K10, whether those who are referred arrive.

use super::facts;
use crate::inputs::WhichRequest;
use crate::{REQUEST, seen};
use database::values;
use kernel::id::CaseRequestId;
use kernel::{Day, Result};
use measures::Settings;
use measures::kpi::{self, Referral};
use office::context::Read;
use office::figure::{FigurePart, FigureRow, FigureUnit, Measured};
use office::narrow::Narrow;
use office::span::Span;
use std::collections::BTreeMap;

pub const ARRIVED: &str = "requests.arrived";
const STAGES: [&str; 4] = ["sent", "contacted", "arrived", "served"];

/// The referrals whose card was handed over between two days, with the days of what followed.
fn sent(cx: &Read<'_>, range: Span) -> Result<Vec<(CaseRequestId, Referral)>> {
    let mut found: BTreeMap<CaseRequestId, Referral> = BTreeMap::new();
    let mut narrow = Narrow::default();
    narrow.and("f.card_on BETWEEN {} AND {}", values![range.from, range.until]);
    seen::visible(cx, &mut narrow)?;
    let sql = format!("{} {} ORDER BY e.request, e.no", include_str!("../sql/referral_days.sql"), narrow.said());
    cx.rows(&sql, narrow.values, |row| {
        let sent: Day = row.get("card_on")?;
        let of = found.entry(row.get("id")?).or_insert(Referral {
            sent,
            contacted: None,
            arrived: None,
            served: None,
            lost: None,
        });
        let (Some(day), Some(word)) = (row.get::<Option<Day>>("day")?, row.get::<Option<String>>("word")?) else {
            return Ok(());
        };
        let place = match word.as_str() {
            "contacted" => &mut of.contacted,
            "arrived" => &mut of.arrived,
            "served" => &mut of.served,
            "refused" | "no_show" => &mut of.lost,
            _ => return Ok(()),
        };
        place.get_or_insert(day);
        Ok(())
    })?;
    Ok(found.into_iter().collect())
}

/// # Errors
/// What the database refuses.
pub fn arrived(cx: &Read<'_>, spans: &[Span]) -> Result<Vec<Measured>> {
    let Some(range) = facts::range(spans) else { return Ok(Vec::new()) };
    let all: Vec<Referral> = sent(cx, range)?.into_iter().map(|(_, referral)| referral).collect();
    let settings = Settings::default();
    let part = |key: &str, count: u64| {
        FigurePart::worded(ARRIVED, key, FigureUnit::Count, Some(i64::try_from(count).unwrap_or(i64::MAX)))
    };
    spans
        .iter()
        .map(|span| {
            let found = kpi::referrals(&all, facts::period(span)?, &settings);
            let stages = STAGES.iter().zip(found.funnel).map(|(key, count)| part(key, count));
            Ok(Measured::share(found.reached.n(), found.reached.of(), found.reached.percent())
                .with(stages)
                .with([part("lost", found.lost)]))
        })
        .collect()
}

/// # Errors
/// What the database refuses.
pub fn arrived_rows(cx: &Read<'_>, span: Span) -> Result<Vec<FigureRow>> {
    let mut narrow = Narrow::default();
    narrow.and("f.card_on BETWEEN {} AND {}", values![span.from, span.until]);
    seen::visible(cx, &mut narrow)?;
    let sql = format!("{} {}", include_str!("../sql/referral_names.sql"), narrow.said());
    let named: Vec<(CaseRequestId, [String; 4])> = cx.rows(&sql, narrow.values, |row| {
        let told = [row.get("request_no")?, row.get("name")?, row.get("entity_name")?, row.get("researcher_name")?];
        Ok((row.get("id")?, told))
    })?;
    let mut named: BTreeMap<CaseRequestId, [String; 4]> = named.into_iter().collect();
    let (period, settings) = (facts::period(&span)?, Settings::default());
    sent(cx, span)?
        .into_iter()
        .map(|(id, referral)| {
            let found = kpi::referrals(&[referral], period, &settings);
            let stages = STAGES.iter().zip(found.funnel).filter(|(_, there)| *there > 0).map(|(key, _)| *key);
            let lost = (found.lost > 0).then_some("lost");
            let [number, name, entity, person] = named.remove(&id).unwrap_or_default();
            Ok(FigureRow {
                text: entity,
                person,
                on: Some(referral.sent),
                counts: Some(found.reached.n() > 0),
                parts: stages.chain(lost).map(ToOwned::to_owned).collect(),
                target: Some(REQUEST.asking(&WhichRequest { request: id })?),
                ..FigureRow::new(id, number, name)
            })
        })
        .collect()
}
