//! What screens ask: the lists, and the tab of a file.

pub use crate::groups::groups;
pub use crate::outcomes::outcomes;
pub use crate::rule_versions::rule_versions;
pub use crate::settings::settings;
pub use crate::sheet::{open, preview};

use crate::care::{ITEM, NEED};
use crate::inputs::{AssessmentsOf, ListAbilities, ListAssessments, ListCareItems, ListNeeds};
use crate::model::{
    Ability, AbilityLine, AbilityPage, AssessmentCounts, AssessmentLine, AssessmentPage, CareItem, CareItemPage,
    CareNeed, CareNeedPage, CarePerson, FileAssessments, ProgressPoint,
};
use crate::{ASSESSMENTS_FACTS, store};
use database::{Row, Value, values};
use kernel::arabic::Reading;
use kernel::id::{CareItemId, CareNeedId, PartyId};
use kernel::{Day, Failure, Result};
use office::context::Read;
use office::narrow::Narrow;
use office::order::order_by;
use office::page::{as_meant, limit_of};

const LINES: &str = include_str!("sql/assessments.sql");
const NEEDS: &str = include_str!("sql/needs.sql");
const ITEMS: &str = include_str!("sql/items.sql");
const ABILITIES: &str = include_str!("sql/abilities.sql");
/// Rows of one family that are shown together.
const OF_ONE: i64 = 300;

/// Needs that say by themselves what only those may see who see facts: they are absent for others, and counted nowhere.
const OPEN_TO_ALL: &str = "n.domain NOT IN ('health', 'orphans', 'debts')";
/// Items of such needs; who owns one sees it all the same.
const ITEMS_OPEN_TO_ALL: &str = "(i.owner = {} OR EXISTS (SELECT 1 FROM care_need n WHERE n.id = i.need \
                                 AND n.domain NOT IN ('health', 'orphans', 'debts')))";

/// What was found of families: income, debts, disability, orphans.
pub fn sees_facts(cx: &Read<'_>) -> bool {
    cx.who.role.may(ASSESSMENTS_FACTS)
}

const ORDERED: &[(&str, &str)] = &[
    ("number", "a.assessment_no"),
    ("name", "k.name_fold"),
    ("file_no", "f.file_no?"),
    ("city", "k.city"),
    ("kind", "a.kind"),
    ("done", "a.done_on"),
    ("score", "a.score?"),
    ("class", "a.final_class"),
    ("by", "b.name"),
    ("reviewed", "r.name?"),
    ("state", "a.state"),
];

pub fn list(cx: &Read<'_>, input: ListAssessments) -> Result<AssessmentPage> {
    as_meant(cx, &input.text, |page: &AssessmentPage| page.total == 0, |reading| page(cx, &input, reading))
}

fn page(cx: &Read<'_>, input: &ListAssessments, reading: Option<&Reading>) -> Result<AssessmentPage> {
    let narrow = narrow(cx, input, reading);
    let order = order_by(input.order.as_ref(), ORDERED, "a.done_on DESC, a.assessment_no DESC", "a.id");
    let (sql, values) = narrow.statement(LINES, &order, limit_of(input.limit), input.offset);
    let lines = cx.rows(&sql, values, line)?;
    let total = cx
        .one(&format!("SELECT count(*) AS n FROM assessment a {}", narrow.said()), narrow.values, |row| row.get("n"))?;
    let counts = cx.one(include_str!("sql/counts.sql"), values![cx.who.id], |row| {
        Ok(AssessmentCounts {
            draft: row.get("draft")?,
            to_review: row.get("to_review")?,
            exceptions: row.get("exceptions")?,
        })
    })?;
    Ok(AssessmentPage { lines, total, counts })
}

/// Why a class was given by hand tells of the family.
fn without_reasons(cx: &Read<'_>, mut lines: Vec<AssessmentLine>) -> Vec<AssessmentLine> {
    if !sees_facts(cx) {
        lines.iter_mut().for_each(|line| line.manual_reason.clear());
    }
    lines
}

fn narrow(cx: &Read<'_>, input: &ListAssessments, reading: Option<&Reading>) -> Narrow {
    let mut narrow = Narrow::default();
    narrow.words("a.search_fold", reading);
    narrow.one_of("a.kind", input.kind.iter().map(|one| Value::from(*one)));
    narrow.one_of("a.state", input.state.iter().map(|one| Value::from(*one)));
    if let Some(class) = input.class {
        narrow.and("(a.final_class = {} OR (a.final_class = '' AND a.class = {}))", values![class, class]);
    }
    if input.exception {
        narrow.and("a.manual_class <> '' AND a.state IN ('completed', 'reviewed')", values![]);
    }
    if input.to_review {
        let own = "a.state = 'completed' AND NOT EXISTS \
                   (SELECT 1 FROM assessment_hand h WHERE h.assessment = a.id AND h.person = {})";
        narrow.and(own, values![cx.who.id]);
    }
    if input.newest {
        narrow.and("a.newest = 1", values![]);
    }
    if let Some(person) = input.begun_by {
        narrow.and("a.begun_by = {}", values![person]);
    }
    if let Some(from) = input.from {
        narrow.and("a.done_on >= {}", values![from]);
    }
    if let Some(until) = input.until {
        narrow.and("a.done_on <= {}", values![until]);
    }
    narrow
}

pub fn line(row: &Row<'_>) -> Result<AssessmentLine> {
    Ok(AssessmentLine {
        assessment: row.get("id")?,
        assessment_no: row.get("assessment_no")?,
        party: row.get("party")?,
        name: row.get("name")?,
        file_no: row.get("file_no")?,
        city: row.get("city")?,
        kind: row.get("kind")?,
        state: row.get("state")?,
        done_on: row.get("done_on")?,
        begun_by_name: row.get("begun_by_name")?,
        reviewed_by_name: row.get("reviewed_by_name")?,
        score: row.get("score")?,
        class: row.get("class")?,
        manual_class: row.get("manual_class")?,
        manual_reason: row.get("manual_reason")?,
        final_class: row.get("final_class")?,
        class_before: row.get("class_before")?,
        rule_version: row.get("rule_version")?,
        newest: row.get("newest")?,
        sent_back: !row.get::<String>("sent_back")?.is_empty(),
    })
}

/// One line, as the page of the assessment shows it.
///
/// # Errors
/// Not found.
pub fn one_line(cx: &Read<'_>, id: kernel::id::AssessmentId) -> Result<AssessmentLine> {
    let mut narrow = Narrow::default();
    narrow.and("a.id = {}", values![id]);
    let (sql, values) = narrow.statement(LINES, "", 1, 0);
    cx.row(&sql, values, line)?.ok_or(Failure::not_found(store::RECORD))
}

/// Everybody who works here: who may own an item.
///
/// # Errors
/// What the database refuses.
pub fn people(cx: &Read<'_>) -> Result<Vec<CarePerson>> {
    let working = office::staff::people(cx)?.into_iter().filter(|person| person.active);
    Ok(working.map(|person| CarePerson { person: person.id, name: person.name }).collect())
}

/// The party and those merged into it.
fn all_of(cx: &Read<'_>, party: PartyId) -> Result<Vec<Value>> {
    let joined = parties::joined_into(cx, *party.as_bytes())?.into_iter().map(PartyId::from_bytes);
    Ok(std::iter::once(party).chain(joined).map(Value::from).collect())
}

pub fn of_file(cx: &Read<'_>, input: AssessmentsOf) -> Result<FileAssessments> {
    beneficiaries::file_of(cx, input.party)?;
    let parties = all_of(cx, input.party)?;
    let mut of_them = Narrow::default();
    of_them.one_of("a.party", parties.clone().into_iter());
    let (sql, values) = of_them.statement(LINES, "ORDER BY a.done_on DESC, a.assessment_no DESC", OF_ONE, 0);
    let lines = without_reasons(cx, cx.rows(&sql, values, line)?);
    let sees_facts = sees_facts(cx);
    let mut progress = Vec::new();
    let sql = format!(
        "SELECT a.id, a.kind, a.done_on, a.score, a.final_class, a.income_total FROM assessment a {} \
         AND a.state = 'reviewed' ORDER BY a.done_on, a.assessment_no",
        of_them.said()
    );
    progress.extend(cx.rows(&sql, of_them.values, |row| {
        Ok(ProgressPoint {
            assessment: row.get("id")?,
            kind: row.get("kind")?,
            done_on: row.get("done_on")?,
            score: row.get("score")?,
            class: row.get("final_class")?,
            income: if sees_facts { row.get("income_total")? } else { None },
        })
    })?);
    let newest = progress.last().map(|one: &ProgressPoint| one.assessment);
    let abilities = newest.map(|id| store::abilities(cx, id)).transpose()?.unwrap_or_default();
    let mut needed = Narrow::default();
    needed.one_of("n.party", parties.into_iter());
    if !sees_facts {
        needed.and(OPEN_TO_ALL, values![]);
    }
    let case = beneficiaries::case_of(cx, input.party)?;
    Ok(FileAssessments {
        lines,
        progress,
        needs: needs_of(cx, &needed)?,
        abilities,
        people: people(cx)?,
        class: case.class,
        next_review_on: case.next_review_on,
        open: store::open_one(cx, input.party)?,
        sees_facts,
    })
}

/// The needs that fit, open ones and grave ones first, each with its items.
///
/// # Errors
/// What the database refuses.
pub fn needs_of(cx: &Read<'_>, narrow: &Narrow) -> Result<Vec<CareNeed>> {
    let order = "ORDER BY CASE n.state WHEN 'open' THEN 0 ELSE 1 END, \
                 CASE n.priority WHEN 'high' THEN 0 WHEN 'medium' THEN 1 ELSE 2 END, n.made_on, n.id";
    need_lines(cx, narrow, order, OF_ONE, 0)
}

fn need_lines(cx: &Read<'_>, narrow: &Narrow, order: &str, limit: i64, offset: i64) -> Result<Vec<CareNeed>> {
    let sees_facts = sees_facts(cx);
    let (sql, values) = narrow.statement(NEEDS, order, limit, offset);
    let mut needs = cx.rows(&sql, values, |row| {
        Ok(CareNeed {
            need: row.get("id")?,
            party: row.get("party")?,
            name: row.get("name")?,
            file_no: row.get("file_no")?,
            assessment: row.get("assessment")?,
            domain: row.get("domain")?,
            text: row.get("text")?,
            fact: if sees_facts { row.get("fact")? } else { String::new() },
            suggestion: row.get("suggestion")?,
            priority: row.get("priority")?,
            state: row.get("state")?,
            reason: row.get("reason")?,
            made_on: row.get("made_on")?,
            made_by_name: row.get("made_by_name")?,
            items: Vec::new(),
            version: 0,
        })
    })?;
    if needs.is_empty() {
        return Ok(needs);
    }
    let mut narrow = Narrow::default();
    narrow.one_of("i.need", needs.iter().map(|need| Value::from(need.need)).collect::<Vec<_>>().into_iter());
    let items = item_lines(cx, &narrow, "ORDER BY i.due, i.id", OF_ONE * 20, 0)?;
    for item in items {
        if let Some(need) = needs.iter_mut().find(|need| need.need == item.need) {
            need.items.push(item);
        }
    }
    for need in &mut needs {
        need.version = cx.version(NEED, need.need)?.number;
    }
    Ok(needs)
}

fn item_lines(cx: &Read<'_>, narrow: &Narrow, order: &str, limit: i64, offset: i64) -> Result<Vec<CareItem>> {
    let today = cx.today();
    let (sql, values) = narrow.statement(ITEMS, order, limit, offset);
    let mut items = cx.rows(&sql, values, |row| item_row(row, today))?;
    for item in &mut items {
        item.version = cx.version(ITEM, item.item)?.number;
    }
    Ok(items)
}

fn item_row(row: &Row<'_>, today: Day) -> Result<CareItem> {
    let (due, state): (Day, crate::model::CareState) = (row.get("due")?, row.get("state")?);
    Ok(CareItem {
        item: row.get("id")?,
        need: row.get("need")?,
        need_text: row.get("need_text")?,
        party: row.get("party")?,
        name: row.get("name")?,
        file_no: row.get("file_no")?,
        action: row.get("action")?,
        service: row.get("service")?,
        partner: row.get("partner")?,
        goal: row.get("goal")?,
        owner: row.get("owner")?,
        owner_name: row.get("owner_name")?,
        due,
        state,
        days_late: if state.is_open() { today.days_since(due).max(0) } else { 0 },
        outcome: row.get("outcome")?,
        goal_reached: row.get("goal_reached")?,
        closed_on: row.get("closed_on")?,
        version: 0,
    })
}

pub fn find_need(cx: &Read<'_>, id: CareNeedId) -> Result<Option<CareNeed>> {
    let mut narrow = Narrow::default();
    narrow.and("n.id = {}", values![id]);
    Ok(need_lines(cx, &narrow, "", 1, 0)?.into_iter().next())
}

/// # Errors
/// Not found.
pub fn need(cx: &Read<'_>, id: CareNeedId) -> Result<CareNeed> {
    find_need(cx, id)?.ok_or(Failure::not_found(NEED))
}

pub fn find_item(cx: &Read<'_>, id: CareItemId) -> Result<Option<CareItem>> {
    let mut narrow = Narrow::default();
    narrow.and("i.id = {}", values![id]);
    Ok(item_lines(cx, &narrow, "", 1, 0)?.into_iter().next())
}

/// # Errors
/// Not found.
pub fn item(cx: &Read<'_>, id: CareItemId) -> Result<CareItem> {
    find_item(cx, id)?.ok_or(Failure::not_found(ITEM))
}

pub fn needs(cx: &Read<'_>, input: ListNeeds) -> Result<CareNeedPage> {
    let ask = |reading: Option<&Reading>| {
        let mut narrow = Narrow::default();
        narrow.words("n.text_fold", reading);
        if !sees_facts(cx) {
            narrow.and(OPEN_TO_ALL, values![]);
        }
        narrow.one_of("n.state", input.state.iter().map(|one| Value::from(*one)));
        narrow.one_of("n.priority", input.priority.iter().map(|one| Value::from(*one)));
        if let Some(domain) = input.domain {
            narrow.and("n.domain = {}", values![domain]);
        }
        if let Some(class) = input.class {
            let of =
                "EXISTS (SELECT 1 FROM assessment a WHERE a.party = n.party AND a.newest = 1 AND a.final_class = {})";
            narrow.and(of, values![class]);
        }
        if input.unplanned {
            let none = "NOT EXISTS (SELECT 1 FROM care_item i WHERE i.need = n.id AND i.state <> 'cancelled')";
            narrow.and(none, values![]);
        }
        let columns = [
            ("text", "n.text"),
            ("name", "k.name_fold"),
            ("domain", "n.domain"),
            ("priority", "CASE n.priority WHEN 'high' THEN 0 WHEN 'medium' THEN 1 ELSE 2 END"),
            ("made", "n.made_on"),
            ("state", "n.state"),
        ];
        let order = order_by(input.order.as_ref(), &columns, "n.made_on DESC, n.text_fold", "n.id");
        let lines = need_lines(cx, &narrow, &order, limit_of(input.limit), input.offset)?;
        let sql = format!("SELECT count(*) AS n FROM care_need n {}", narrow.said());
        Ok(CareNeedPage { lines, total: cx.one(&sql, narrow.values, |row| row.get("n"))? })
    };
    as_meant(cx, &input.text, |page: &CareNeedPage| page.total == 0, ask)
}

/// Narrows items to those the person who asks may see.
fn open_to(cx: &Read<'_>, narrow: &mut Narrow) {
    if !sees_facts(cx) {
        narrow.and(ITEMS_OPEN_TO_ALL, values![cx.who.id]);
    }
}

pub fn items(cx: &Read<'_>, input: ListCareItems) -> Result<CareItemPage> {
    let late = "i.state IN ('planned', 'in_progress') AND i.due < {}";
    let ask = |reading: Option<&Reading>| {
        let mut narrow = Narrow::default();
        narrow.words("i.text_fold", reading);
        open_to(cx, &mut narrow);
        narrow.one_of("i.state", input.state.iter().map(|one| Value::from(*one)));
        if input.late {
            narrow.and(late, values![cx.today()]);
        }
        if let Some(owner) = input.owner {
            narrow.and("i.owner = {}", values![owner]);
        }
        let columns = [
            ("action", "i.action"),
            ("name", "k.name_fold"),
            ("owner", "o.name"),
            ("due", "i.due"),
            ("state", "i.state"),
        ];
        let order = order_by(input.order.as_ref(), &columns, "i.due, i.text_fold", "i.id");
        let lines = item_lines(cx, &narrow, &order, limit_of(input.limit), input.offset)?;
        let sql = format!("SELECT count(*) AS n FROM care_item i {}", narrow.said());
        let total = cx.one(&sql, narrow.values, |row| row.get("n"))?;
        let mut overdue = Narrow::default();
        overdue.and(late, values![cx.today()]);
        open_to(cx, &mut overdue);
        let sql = format!("SELECT count(*) AS n FROM care_item i {}", overdue.said());
        Ok(CareItemPage { lines, total, late: cx.one(&sql, overdue.values, |row| row.get("n"))? })
    };
    as_meant(cx, &input.text, |page: &CareItemPage| page.total == 0, ask)
}

pub fn abilities(cx: &Read<'_>, input: ListAbilities) -> Result<AbilityPage> {
    let ask = |reading: Option<&Reading>| {
        let mut narrow = Narrow::default();
        narrow.and("a.newest = 1", values![]);
        narrow.words("b.text_fold", reading);
        narrow.one_of("b.kind", input.kind.iter().map(|one| Value::from(*one)));
        if input.trains {
            narrow.and("b.trains = 1", values![]);
        }
        if input.runs {
            narrow.and("b.runs = 1", values![]);
        }
        if let Some(class) = input.class {
            narrow.and("a.final_class = {}", values![class]);
        }
        let columns = [
            ("text", "b.text"),
            ("kind", "b.kind"),
            ("who", "b.who"),
            ("name", "k.name_fold"),
            ("city", "k.city"),
            ("class", "a.final_class"),
            ("done", "a.done_on"),
        ];
        let order = order_by(input.order.as_ref(), &columns, "b.text_fold", "b.assessment, b.no");
        let (sql, values) = narrow.statement(ABILITIES, &order, limit_of(input.limit), input.offset);
        let lines = cx.rows(&sql, values, |row| {
            Ok(AbilityLine {
                assessment: row.get("assessment")?,
                place: row.get("no")?,
                party: row.get("party")?,
                name: row.get("name")?,
                file_no: row.get("file_no")?,
                city: row.get("city")?,
                ability: Ability {
                    kind: row.get("kind")?,
                    who: row.get("who")?,
                    text: row.get("text")?,
                    trains: row.get("trains")?,
                    runs: row.get("runs")?,
                },
                done_on: row.get("done_on")?,
                class: row.get("final_class")?,
            })
        })?;
        let sql = format!(
            "SELECT count(*) AS n, COALESCE(sum(b.trains), 0) AS trains, COALESCE(sum(b.runs), 0) AS runs \
             FROM assessment_ability b JOIN assessment a ON a.id = b.assessment {}",
            narrow.said()
        );
        let (total, trains, runs) =
            cx.one(&sql, narrow.values, |row| Ok((row.get("n")?, row.get("trains")?, row.get("runs")?)))?;
        Ok(AbilityPage { lines, total, trains, runs })
    };
    as_meant(cx, &input.text, |page: &AbilityPage| page.total == 0, ask)
}
