//! K18, how far the initiatives have come; K19, how their cost is covered; K20, how many indicators are on their way.

use crate::inputs::{WhichInitiative, WhichProgramme};
use crate::model::{InitiativeState, ProgrammeSupport, SupportSource, SupportStage};
use crate::store::{self, Initiative};
use crate::{INITIATIVE, PROGRAMME, PROGRAMMES_VIEW, facts, measuring};
use database::values;
use kernel::{Day, Failure, Money, Result};
use measures::Decimal;
use measures::indicators::Light;
use measures::initiatives::{self, Standing};
use office::context::Read;
use office::figure::{Behind, Better, Figure, FigureChart, FigurePart, FigureRow, FigureSection, FigureUnit, Measured};
use office::span::Span;

const PROGRESS: &str = "programmes.progress";
const COVERAGE: &str = "programmes.coverage";
const INDICATORS: &str = "programmes.indicators";

pub const FIGURES: &[Figure] = &[
    Figure {
        row_value: Some("figures.progress"),
        ..figure(PROGRESS, "K18", FigureChart::Bullet, progress, progress_rows)
    },
    figure(COVERAGE, "K19", FigureChart::Stacked, coverage, coverage_rows),
    Figure { row_value: Some("figures.achieved"), ..figure(INDICATORS, "K20", FigureChart::Bars, lights, light_rows) },
];

const fn figure(
    name: &'static str,
    code: &'static str,
    chart: FigureChart,
    measure: office::figure::Measures,
    rows: office::figure::Rows,
) -> Figure {
    Figure {
        name,
        code,
        section: FigureSection::Outcomes,
        unit: FigureUnit::Percent,
        row_value: None,
        better: Better::More,
        chart,
        goal: None,
        lines: &[],
        view: PROGRAMMES_VIEW,
        measure,
        behind: Behind::Rows(rows),
    }
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// An initiative as it stood on a day: proposed by then, with the progress that was said by then.
fn stood(cx: &Read<'_>, one: &Initiative, on: Day) -> Result<Option<initiatives::Initiative>> {
    if one.proposed_on > on {
        return Ok(None);
    }
    let sql = "SELECT percent FROM initiative_progress WHERE initiative = $1 AND day <= $2 ORDER BY no DESC LIMIT 1";
    let percent: i64 = cx.row(sql, values![one.id, on], |row| row.get("percent"))?.unwrap_or(0);
    let since = one.state_since <= on;
    Ok(Some(initiatives::Initiative {
        cost: Some(store::cost(cx, one.id)?),
        progress: Decimal::from(i32::try_from(percent).map_err(Failure::broken)?),
        start: one.starts,
        end: one.ends,
        standing: match one.state {
            InitiativeState::Completed if since => Standing::Completed,
            InitiativeState::Cancelled if since => Standing::Cancelled,
            _ => Standing::Open,
        },
    }))
}

fn standing(cx: &Read<'_>, on: Day) -> Result<Vec<(Initiative, initiatives::Initiative)>> {
    let mut all = Vec::new();
    for one in store::all_initiatives(cx)? {
        if let Some(stood) = stood(cx, &one, on)? {
            all.push((one, stood));
        }
    }
    Ok(all)
}

fn progress(cx: &Read<'_>, spans: &[Span]) -> Result<Vec<Measured>> {
    spans
        .iter()
        .map(|span| {
            let all: Vec<_> = standing(cx, span.until)?.into_iter().map(|(_, stood)| stood).collect();
            let late = count(all.iter().filter(|one| one.late(span.until).is_some()).count());
            let value = initiatives::progress(&all)?;
            let part = FigurePart::worded(PROGRESS, "late", FigureUnit::Count, Some(late));
            Ok(Measured { value, of: None, parts: vec![part] })
        })
        .collect()
}

fn progress_rows(cx: &Read<'_>, span: Span) -> Result<Vec<FigureRow>> {
    let mut rows = Vec::new();
    for (one, stood) in standing(cx, span.until)? {
        if stood.standing == Standing::Cancelled {
            continue;
        }
        let late = stood.late(span.until).is_some();
        let percent: i64 = stood.progress.to_string().parse().map_err(Failure::broken)?;
        rows.push(FigureRow {
            text_keys: vec![format!("programmes.initiative_state.{}", one.state.name())],
            due: one.ends,
            value: Some(percent),
            parts: late.then(|| "late".to_owned()).into_iter().collect(),
            target: Some(INITIATIVE.asking(&WhichInitiative { initiative: one.id })?),
            ..FigureRow::new(one.id, one.initiative_no, one.title)
        });
    }
    Ok(rows)
}

/// A support as it stood on a day: received, pledged, or only looked for.
fn supported(one: &ProgrammeSupport, on: Day) -> SupportStage {
    let by = |day: Option<Day>| day.is_some_and(|day| day <= on);
    if by(one.received_on) {
        SupportStage::Received
    } else if by(one.pledged_on) && one.stage != SupportStage::Declined {
        SupportStage::Pledged
    } else {
        SupportStage::Identified
    }
}

fn cost(cx: &Read<'_>, on: Day) -> Result<Money> {
    let counted = standing(cx, on)?.into_iter().filter(|(_, stood)| stood.standing != Standing::Cancelled);
    Money::sum(counted.filter_map(|(_, stood)| stood.cost))
}

fn coverage(cx: &Read<'_>, spans: &[Span]) -> Result<Vec<Measured>> {
    let all = facts::supports(cx, None)?;
    spans
        .iter()
        .map(|span| {
            let stood = all.iter().map(|one| ProgrammeSupport { stage: supported(one, span.until), ..one.clone() });
            let cover = facts::covered(cost(cx, span.until)?, &stood.collect::<Vec<_>>(), 100)?;
            let mut parts = Vec::new();
            for share in &cover.shares {
                let given = share.received.plus(share.pledged)?.halalas();
                parts.push(FigurePart::worded(COVERAGE, share.source.name(), FigureUnit::Money, Some(given)));
            }
            let open = Some(cover.uncovered.halalas());
            parts.push(FigurePart::worded(COVERAGE, "uncovered", FigureUnit::Money, open));
            Ok(Measured { value: cover.coverage, of: None, parts })
        })
        .collect()
}

fn coverage_rows(cx: &Read<'_>, span: Span) -> Result<Vec<FigureRow>> {
    let mut rows = Vec::new();
    for one in facts::supports(cx, None)? {
        let stage = supported(&one, span.until);
        if stage == SupportStage::Identified {
            continue;
        }
        rows.push(FigureRow {
            text: one.amount.to_string(),
            person: one.keeper_name,
            on: if stage == SupportStage::Received { one.received_on } else { one.pledged_on },
            parts: vec![one.source.name().to_owned()],
            target: Some(PROGRAMME.asking(&WhichProgramme { programme: one.programme })?),
            ..FigureRow::new(one.id, one.programme_name, one.name)
        });
    }
    rows.sort_by_key(|row| SupportSource::ALL.iter().position(|source| row.parts.contains(&source.name().to_owned())));
    Ok(rows)
}

const LIGHTS: [(Light, &str); 4] =
    [(Light::Green, "green"), (Light::Amber, "amber"), (Light::Red, "red"), (Light::Grey, "grey")];

fn lights(cx: &Read<'_>, spans: &[Span]) -> Result<Vec<Measured>> {
    spans
        .iter()
        .map(|span| {
            let rows = light_rows(cx, *span)?;
            let of = |key: &str| count(rows.iter().filter(|row| row.parts.iter().any(|part| part == key)).count());
            let measured = count(rows.len()) - of("grey");
            let percent = (measured > 0).then(|| (200 * of("green") + measured) / (2 * measured));
            let parts = LIGHTS
                .iter()
                .map(|(_, key)| FigurePart::worded(INDICATORS, key, FigureUnit::Count, Some(of(key))))
                .collect();
            Ok(Measured { value: percent, of: Some((of("green"), measured)), parts })
        })
        .collect()
}

fn light_rows(cx: &Read<'_>, span: Span) -> Result<Vec<FigureRow>> {
    let mut rows = Vec::new();
    for (one, stood) in standing(cx, span.until)? {
        if stood.standing == Standing::Cancelled {
            continue;
        }
        for indicator in measuring::measured(cx, one.id, span.until)? {
            let key = LIGHTS.iter().find(|(light, _)| *light == indicator.light).map_or("grey", |(_, key)| *key);
            rows.push(FigureRow {
                text: indicator.text,
                value: indicator.percent,
                counts: (key != "grey").then_some(key == "green"),
                parts: vec![key.to_owned()],
                target: Some(INITIATIVE.asking(&WhichInitiative { initiative: one.id })?),
                ..FigureRow::new(indicator.id, one.initiative_no.clone(), one.title.clone())
            });
        }
    }
    Ok(rows)
}
