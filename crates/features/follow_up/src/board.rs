//! The plan: what is late, then the week, by neighbourhood and by person.

use crate::inputs::AskVisitPlan;
use crate::model::{ActivityLine, FollowUpBoard, KeeperCount, ResearcherLoad};
use crate::queries::{lines, people};
use database::values;
use kernel::day::Weekday;
use kernel::{Day, Result};
use office::context::Read;
use office::narrow::Narrow;

/// Days of a week.
const DAYS: i32 = 7;
/// Late visits that are shown at once, and those of a week.
const MOST: i64 = 300;

pub fn board(cx: &Read<'_>, input: AskVisitPlan) -> Result<FollowUpBoard> {
    let today = cx.today();
    let from = input.from.unwrap_or(today);
    let until = from.plus_days(DAYS - 1)?;
    let mut late = asked(&input);
    late.and("a.state = 'planned' AND a.planned_on < {}", values![today]);
    let order = "ORDER BY a.planned_on, a.id";
    let sql = format!("SELECT count(*) AS n FROM activity a {}", late.said());
    let late_in_all = cx.one(&sql, &late.values, |row| row.get("n"))?;
    let mut late = lines(cx, &late, order, MOST, 0)?;
    let mut week = asked(&input);
    week.and("a.state = 'planned' AND a.planned_on BETWEEN {} AND {}", values![from.max(today), until]);
    let mut week = lines(cx, &week, order, MOST, 0)?;
    for all in [&mut late, &mut week] {
        all.sort_by(|one, other| by_place(one, other).then(one.planned_on.cmp(&other.planned_on)));
    }
    let planned = |day: Day| day == today || week.iter().any(|line| line.planned_on == day);
    let mut days = Vec::new();
    for number in 0..DAYS {
        let day = from.plus_days(number)?;
        if !matches!(day.weekday(), Weekday::Fri | Weekday::Sat) || planned(day) {
            days.push(day);
        }
    }
    let load = cx.rows(include_str!("sql/load.sql"), values![today, from, until], |row| {
        Ok(ResearcherLoad {
            researcher: row.get("researcher")?,
            name: row.get("name")?,
            late: row.get("late")?,
            planned: row.get("planned")?,
            done: row.get("done")?,
        })
    })?;
    let ours_late = cx.rows(include_str!("sql/ours_late.sql"), values![today], |row| {
        Ok(KeeperCount { keeper: row.get("keeper")?, name: row.get("name")?, late: row.get("late")? })
    })?;
    Ok(FollowUpBoard { today, days, late, late_in_all, week, load, ours_late, people: people(cx)? })
}

fn asked(input: &AskVisitPlan) -> Narrow {
    let mut narrow = Narrow::default();
    if let Some(researcher) = input.researcher {
        narrow.and("a.researcher = {}", values![researcher]);
    }
    if let Some(kind) = input.kind {
        narrow.and("a.kind = {}", values![kind]);
    }
    narrow
}

/// By city and neighbourhood; where nobody knows, last.
fn by_place(one: &ActivityLine, other: &ActivityLine) -> std::cmp::Ordering {
    let place = |line: &ActivityLine| (line.of.city.clone(), line.of.district.clone());
    let unknown = |line: &ActivityLine| line.of.district.is_empty();
    let (first, second) = (place(one), place(other));
    unknown(one)
        .cmp(&unknown(other))
        .then(kernel::arabic::compare(&first.0, &second.0))
        .then(kernel::arabic::compare(&first.1, &second.1))
}
