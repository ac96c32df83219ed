//! K8, visits in time; K9, what each side kept of its promises.

use crate::inputs::WhichActivity;
use crate::measures::{in_time, share};
use crate::model::{MeasuredShare, PromiseRow, PromiseSide};
use crate::{ACTIVITY, COMMITMENTS, FOLLOW_UP_VIEW, promises, settings};
use database::values;
use kernel::id::{ActivityId, PersonId};
use kernel::{Day, Result};
use office::context::Read;
use office::figure::{Behind, Better, Figure, FigureChart, FigurePart, FigureRow, FigureSection, FigureUnit, Measured};
use office::span::Span;
use std::collections::BTreeMap;

const VISITS: &str = "follow_up.visits";
const KEPT: &str = "follow_up.kept";

pub const FIGURES: &[Figure] = &[
    Figure {
        name: VISITS,
        code: "K8",
        section: FigureSection::FollowUp,
        unit: FigureUnit::Percent,
        row_value: None,
        better: Better::More,
        chart: FigureChart::Bars,
        goal: Some(90),
        lines: &[],
        view: FOLLOW_UP_VIEW,
        measure: visits,
        behind: Behind::Rows(visit_rows),
    },
    Figure {
        name: KEPT,
        code: "K9",
        section: FigureSection::FollowUp,
        unit: FigureUnit::Percent,
        row_value: None,
        better: Better::More,
        chart: FigureChart::Line,
        goal: None,
        lines: &["beneficiary", "association"],
        view: FOLLOW_UP_VIEW,
        measure: kept,
        behind: Behind::Rows(kept_rows),
    },
];

/// From the first day of all periods to their last.
fn range(spans: &[Span]) -> Option<(Day, Day)> {
    Some((spans.iter().map(|span| span.from).min()?, spans.iter().map(|span| span.until).max()?))
}

fn measured(share: &MeasuredShare) -> Measured {
    Measured { value: share.percent, of: Some((share.n, share.of)), parts: Vec::new() }
}

fn part(share: &MeasuredShare, part: FigurePart) -> FigurePart {
    FigurePart { value: share.percent, of: Some((share.n, share.of)), ..part }
}

fn visits(cx: &Read<'_>, spans: &[Span]) -> Result<Vec<Measured>> {
    let Some((from, until)) = range(spans) else { return Ok(Vec::new()) };
    let tolerance = settings::settings(cx)?.tolerance;
    let sql = "SELECT planned_on, done_on, researcher FROM activity \
               WHERE planned_on BETWEEN $1 AND $2 AND state <> 'cancelled' AND unplanned = 0";
    let planned: Vec<(Day, Option<Day>, PersonId)> = cx.rows(sql, values![from, until], |row| {
        Ok((row.get("planned_on")?, row.get("done_on")?, row.get("researcher")?))
    })?;
    let names: BTreeMap<PersonId, String> =
        office::staff::people(cx)?.into_iter().map(|one| (one.id, one.name)).collect();
    spans
        .iter()
        .map(|span| {
            let mut all = Vec::new();
            let mut by: BTreeMap<PersonId, Vec<Option<bool>>> = BTreeMap::new();
            for (planned, done, researcher) in planned.iter().filter(|(planned, ..)| span.holds(*planned)) {
                let timed = in_time(*planned, *done, span.until, tolerance)?;
                all.push(timed);
                by.entry(*researcher).or_default().push(timed);
            }
            let mut parts: Vec<FigurePart> = by
                .into_iter()
                .map(|(researcher, timed)| (researcher, share(timed)))
                .filter(|(_, share)| share.of > 0)
                .map(|(researcher, of)| {
                    let name = names.get(&researcher).cloned().unwrap_or_default();
                    part(&of, FigurePart::named(researcher.to_string(), name, FigureUnit::Percent, None))
                })
                .collect();
            parts.sort_by(|one, other| kernel::arabic::compare(&one.label, &other.label));
            Ok(measured(&share(all)).with(parts))
        })
        .collect()
}

fn visit_rows(cx: &Read<'_>, span: Span) -> Result<Vec<FigureRow>> {
    let tolerance = settings::settings(cx)?.tolerance;
    let rows = cx.rows(include_str!("sql/visits_measured.sql"), values![span.from, span.until], |row| {
        let planned: Day = row.get("planned_on")?;
        let Some(counts) = in_time(planned, row.get("done_on")?, span.until, tolerance)? else { return Ok(None) };
        let activity: ActivityId = row.get("id")?;
        let researcher: PersonId = row.get("researcher")?;
        let kind: String = row.get("kind")?;
        Ok(Some(FigureRow {
            text_keys: vec![format!("follow_up.kind.{kind}")],
            person: row.get("researcher_name")?,
            on: row.get("done_on")?,
            due: Some(planned),
            counts: Some(counts),
            parts: vec![researcher.to_string()],
            target: Some(ACTIVITY.asking(&WhichActivity { activity })?),
            ..FigureRow::new(activity, row.get("activity_no")?, row.get("subject_name")?)
        }))
    })?;
    Ok(rows.into_iter().flatten().collect())
}

fn kept(cx: &Read<'_>, spans: &[Span]) -> Result<Vec<Measured>> {
    spans
        .iter()
        .map(|span| {
            let rows = promises::counted(cx, span.from, span.until.min(cx.today()))?;
            let of = |side: Option<PromiseSide>| {
                share(rows.iter().filter(|(of, _)| side.is_none_or(|side| *of == side)).map(|(_, kept)| Some(*kept)))
            };
            let side = |side: PromiseSide| {
                part(&of(Some(side)), FigurePart::worded(KEPT, side.name(), FigureUnit::Percent, None))
            };
            Ok(measured(&of(None)).with([side(PromiseSide::Beneficiary), side(PromiseSide::Association)]))
        })
        .collect()
}

fn kept_rows(cx: &Read<'_>, span: Span) -> Result<Vec<FigureRow>> {
    promises::rows(cx, span.from, span.until.min(cx.today()))?
        .into_iter()
        .enumerate()
        .map(|(place, row)| {
            let PromiseRow { activity, of, side, text, day, kept, .. } = row;
            let target = match activity {
                Some(activity) => ACTIVITY.asking(&WhichActivity { activity })?,
                None => COMMITMENTS.asking(&crate::inputs::ListCommitments {
                    side: Some(side),
                    text: text.clone(),
                    ..Default::default()
                })?,
            };
            Ok(FigureRow {
                text,
                on: Some(day),
                counts: Some(kept),
                parts: vec![side.name().to_owned()],
                target: Some(target),
                ..FigureRow::new(place, of.name, of.party_name)
            })
        })
        .collect()
}
