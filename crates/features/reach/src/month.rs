//! What somebody of the office did in a month, as the features tell it: on the screen, and on paper.

use crate::REACH_TEAM;
use crate::inputs::{AskTeam, AskWorkerMonth};
use crate::model::{MonthOf, TeamLine, TeamMonth, WorkLine, WorkerMonth};
use crate::rules::{NOBODY, OWN_MONTH};
use kernel::id::PersonId;
use kernel::{Day, Refusal, Result, require};
use office::association::Calendar;
use office::context::Read;
use office::figure::Worked;
use office::paper::{self, Paper};
use office::span::{PeriodKind, Span, YearMonth};
use office::words::{self, Language};
use papers::Template;
use serde_json::json;

const WORK_MONTH: Template = Template { name: "work_month", source: include_str!("papers/work_month.typ") };

struct Cut {
    calendar: Calendar,
    month: YearMonth,
    span: Span,
}

fn cut(cx: &Read<'_>, day: Option<Day>, calendar: Option<Calendar>) -> Result<Cut> {
    let day = day.unwrap_or(cx.today());
    office::input::has_come(day, cx.today())?;
    let calendar = match calendar {
        Some(calendar) => calendar,
        None => office::association::profile(cx)?.calendar,
    };
    let month = YearMonth::of(day, calendar)?;
    Ok(Cut { calendar, month, span: month.days(PeriodKind::Month, calendar, cx.today())? })
}

fn works(cx: &Read<'_>, person: PersonId, span: Span) -> Result<Vec<Worked>> {
    let tellers = cx.features().all().filter_map(|feature| feature.works);
    Ok(tellers.map(|works| works(cx, person, span)).collect::<Result<Vec<_>>>()?.into_iter().flatten().collect())
}

/// Those who work here, or only who asks.
fn people(cx: &Read<'_>) -> Result<Vec<MonthOf>> {
    let all = cx.who.role.may(REACH_TEAM);
    let seen = office::staff::people(cx)?.into_iter().filter(|one| one.active && (all || one.id == cx.who.id));
    Ok(seen.map(|one| MonthOf { person: one.id, name: one.name }).collect())
}

pub fn month(cx: &Read<'_>, input: AskWorkerMonth) -> Result<WorkerMonth> {
    let person = input.person.unwrap_or(cx.who.id);
    require(person == cx.who.id || cx.who.role.may(REACH_TEAM), Refusal::new(OWN_MONTH).at("person"))?;
    let known = office::staff::people(cx)?.into_iter().find(|one| one.id == person);
    let name = known.ok_or(Refusal::new(NOBODY).at("person"))?.name;
    let Cut { calendar, month, span } = cut(cx, input.day, input.calendar)?;
    let previous = month.days_before(PeriodKind::Month, calendar)?;
    let before = works(cx, person, previous)?;
    let of = |key: &str| before.iter().find(|one| one.key == key).map_or(0, |one| one.count);
    let works = works(cx, person, span)?.into_iter().map(|now| WorkLine { before: of(&now.key), now }).collect();
    Ok(WorkerMonth {
        person,
        name,
        calendar,
        year: month.year(),
        month: month.month(),
        span,
        previous,
        works,
        people: people(cx)?,
    })
}

pub fn team(cx: &Read<'_>, input: AskTeam) -> Result<TeamMonth> {
    let Cut { calendar, month, span } = cut(cx, input.day, input.calendar)?;
    let lines = people(cx)?.into_iter().map(|one| {
        let works = works(cx, one.person, span)?;
        Ok(TeamLine { person: one.person, name: one.name, works })
    });
    // Who did nothing that is counted here is not in it.
    let mut lines: Vec<TeamLine> = lines.collect::<Result<_>>()?;
    lines.retain(|line| line.works.iter().any(|one| one.count > 0));
    Ok(TeamMonth { calendar, year: month.year(), month: month.month(), span, lines })
}

pub fn month_paper(cx: &Read<'_>, input: AskWorkerMonth) -> Result<Paper> {
    let month = month(cx, input)?;
    cx.saw("person", month.person, &month.name, json!({ "month": format!("{}-{:02}", month.year, month.month) }));
    let word = |key: String| words::word(&key, Language::Ar);
    let data = json!({
        "name": month.name,
        "month": format!("{} {}", word(format!("parts.{}.{}", month.calendar.name(), month.month)), month.year),
        "from": paper::dates_json(month.span.from),
        "until": paper::dates_json(month.span.until),
        "works": month.works.iter().map(|line| json!({
            "name": word(format!("work.{}", line.now.key)),
            "count": line.now.count,
            "of": line.now.of,
            "before": line.before,
            "now_only": line.now.key.ends_with("_now"),
        })).collect::<Vec<_>>(),
    });
    paper::print(cx, &WORK_MONTH, &format!("work-{}-{:02}", month.year, month.month), &data)
}
