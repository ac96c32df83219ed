//! What the office settles for its requests: departments and who works in them, days without work, entities people are
//! referred to, terms.

use crate::frame::{self, Calendar};
use crate::inputs::{AddDayOff, ChangeDeadlines, PlacePerson, RemoveDayOff, SaveDepartment, SaveEntity};
use crate::model::DayOff;
use crate::{rules, store};
use database::values;
use kernel::arabic::fold;
use kernel::id::CaseRequestId;
use kernel::{Failure, Refusal, Result, require};
use office::context::Write;
use office::input::Nothing;
use serde_json::json;

/// A department is added, named anew, or closed for new requests.
pub fn save_department(cx: &Write<'_>, input: SaveDepartment) -> Result<Nothing> {
    let name = rules::said("name", &input.name, rules::NAME_MISSING)?;
    let all = frame::departments(cx)?;
    let before = all.iter().find(|one| one.department == input.id);
    let taken = all.iter().any(|one| one.department != input.id && fold(&one.name) == fold(&name));
    require(!taken, Refusal::new(rules::NAME_TAKEN).at("name"))?;
    cx.run(
        "INSERT INTO department (id, name, name_fold, active) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, name_fold = excluded.name_fold, active = excluded.active",
        values![input.id, name.as_str(), fold(&name), input.active],
    )?;
    cx.changed("department", input.id, &name, &before, &json!({ "name": name, "active": input.active }))?;
    Ok(Nothing {})
}

/// Somebody of the office works in a department, or in none.
pub fn place_person(cx: &Write<'_>, input: PlacePerson) -> Result<Nothing> {
    let person = office::staff::people(cx)?.into_iter().find(|one| one.id == input.person);
    let person = person.ok_or(Failure::not_found("person"))?;
    let before = frame::department_of(cx, input.person)?;
    match input.department {
        Some(department) => {
            let known = frame::departments(cx)?.into_iter().any(|one| one.department == department);
            require(known, Refusal::new(rules::DEPARTMENT_UNKNOWN).at("department"))?;
            let sql = "INSERT INTO department_person (person, department) VALUES ($1, $2) \
                       ON CONFLICT (person) DO UPDATE SET department = excluded.department";
            cx.run(sql, values![input.person, department])?;
        }
        None => {
            cx.run("DELETE FROM department_person WHERE person = $1", values![input.person])?;
        }
    }
    let told = |department| json!({ "department": department });
    cx.changed("person", input.person, &person.name, &told(before), &told(input.department))?;
    Ok(Nothing {})
}

pub fn add_day_off(cx: &Write<'_>, input: AddDayOff) -> Result<Nothing> {
    let name = rules::said("name", &input.name, rules::NAME_MISSING)?;
    require(input.off_until >= input.off_from, Refusal::new(rules::DAYS_BACKWARDS).at("off_until"))?;
    let days = input.off_until.days_since(input.off_from);
    require(days <= 60, Refusal::new(rules::DAYS_RANGE).with("least", 1).with("most", 60).at("off_until"))?;
    let sql = "INSERT INTO day_off (id, from_day, to_day, name) VALUES ($1, $2, $3, $4) ON CONFLICT (id) DO NOTHING";
    let written = cx.run(sql, values![input.id, input.off_from, input.off_until, name.as_str()])?;
    require(written == 1, rules::ADDED_ALREADY)?;
    let added = DayOff { day_off: input.id, from: input.off_from, to: input.off_until, name: name.clone() };
    cx.changed("day_off", input.id, &name, &(), &added)?;
    reckon_all(cx, &frame::calendar(cx)?)
}

pub fn remove_day_off(cx: &Write<'_>, input: RemoveDayOff) -> Result<Nothing> {
    let before = frame::days_off(cx)?.into_iter().find(|one| one.day_off == input.id);
    let before = before.ok_or(Failure::not_found("day_off"))?;
    cx.run("DELETE FROM day_off WHERE id = $1", values![input.id])?;
    cx.changed("day_off", input.id, &before.name, &before, &())?;
    reckon_all(cx, &frame::calendar(cx)?)
}

/// An entity people are referred to is added, changed, or closed for new referrals.
pub fn save_entity(cx: &Write<'_>, input: SaveEntity) -> Result<Nothing> {
    let name = rules::said("name", &input.name, rules::NAME_MISSING)?;
    let all = frame::entities(cx)?;
    let before = all.iter().find(|one| one.entity == input.id);
    let taken = all.iter().any(|one| one.entity != input.id && fold(&one.name) == fold(&name));
    require(!taken, Refusal::new(rules::NAME_TAKEN).at("name"))?;
    let typed =
        [("place", &input.place), ("phone", &input.phone), ("contact", &input.contact), ("hours", &input.hours)];
    let mut lines = Vec::new();
    for (field, text) in typed {
        lines.push(rules::line(field, text)?);
    }
    cx.run(
        include_str!("sql/save_entity.sql"),
        values![
            input.id,
            name.as_str(),
            fold(&name),
            lines[0].as_str(),
            lines[1].as_str(),
            lines[2].as_str(),
            lines[3].as_str(),
            input.active
        ],
    )?;
    let after = frame::entities(cx)?.into_iter().find(|one| one.entity == input.id);
    cx.changed("referral_entity", input.id, &name, &before, &after)?;
    Ok(Nothing {})
}

/// Other terms: the days of every open request are read anew.
pub fn change_deadlines(cx: &Write<'_>, input: ChangeDeadlines) -> Result<Nothing> {
    let terms = input.deadlines.deadline_days.values().map(|days| i64::from(*days));
    let range = |field, least: i64, most: i64, days: i64| {
        require(
            (least..=most).contains(&days),
            Refusal::new(rules::DAYS_RANGE).with("least", least).with("most", most).at(field),
        )
    };
    for days in terms {
        range("deadline_days", 1, 250, days)?;
    }
    range("appeal_days", 1, 366, input.deadlines.appeal_days.into())?;
    range("callback_days", 1, 60, input.deadlines.callback_days.into())?;
    casework::deadlines::WorkingDays::new(&input.deadlines.weekend, &[])?;
    cx.claim(frame::SETTINGS, "all", input.version)?;
    let before = frame::deadlines(cx)?;
    frame::keep(cx.db(), &input.deadlines)?;
    cx.changed(frame::SETTINGS, "", "", &before, &input.deadlines)?;
    reckon_all(cx, &frame::calendar(cx)?)
}

fn reckon_all(cx: &Write<'_>, calendar: &Calendar) -> Result<Nothing> {
    let open: Vec<CaseRequestId> =
        cx.rows("SELECT id FROM case_request WHERE ended = 0", values![], |row| row.get("id"))?;
    for id in open {
        store::clocked(cx, id, calendar)?;
    }
    Ok(Nothing {})
}
