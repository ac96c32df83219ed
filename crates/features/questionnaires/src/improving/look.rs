//! The log of what is made better. An action that came from a restricted complaint is absent for whom the complaint is.

use super::RECORD;
use crate::inputs::{ListImprovements, WhichImprovement};
use crate::model::{
    ImprovementAction, ImprovementPage, ImprovementSheet, ImprovementState, MeasuredAgain, OwnerChoice, OwnerChoices,
    QuestionnaireState,
};
use crate::reading::Answered;
use crate::{findings, rating, store};
use database::{Row, Value, values};
use kernel::id::{ImprovementId, QuestionnaireId};
use kernel::{Failure, Result};
use measures::Portion;
use office::context::Read;
use office::input::Nothing;
use office::narrow::Narrow;
use office::order::order_by;
use office::page::{as_meant, limit_of};

const LINES: &str = include_str!("../sql/improvements.sql");
const ORDERED: &[(&str, &str)] = &[
    ("number", "a.action_no"),
    ("text", "a.text"),
    ("owner", "owner_name"),
    ("due", "a.due"),
    ("state", "a.state"),
    ("made", "a.made_on"),
    ("effect", "a.effect?"),
];
const LATE: &str = "a.state = 'planned' AND a.due < {}";
const UNJUDGED: &str = "a.state = 'done' AND a.effect IS NULL";

pub fn improvements(cx: &Read<'_>, input: ListImprovements) -> Result<ImprovementPage> {
    let today = cx.today();
    as_meant(
        cx,
        &input.text,
        |page: &ImprovementPage| page.total == 0,
        |reading| {
            let mut narrow = visible();
            if let Some(questionnaire) = input.questionnaire {
                narrow.and("COALESCE(a.questionnaire, f.questionnaire) = {}", values![questionnaire]);
            }
            if let Some(owner) = input.owner {
                narrow.and("a.owner = {}", values![owner]);
            }
            if input.late {
                narrow.and(LATE, values![today]);
            }
            if input.unjudged {
                narrow.and(UNJUDGED, values![]);
            }
            narrow.one_of("a.state", input.state.iter().map(|one| Value::from(*one)));
            narrow.words("a.search_fold", reading);
            let order = order_by(
                input.order.as_ref(),
                ORDERED,
                "CASE a.state WHEN 'planned' THEN 1 WHEN 'done' THEN 2 ELSE 3 END, a.due",
                "a.id",
            );
            let (sql, values) = narrow.statement(LINES, &order, limit_of(input.limit), input.offset);
            let lines = cx.rows(&sql, values, |row| line(cx, row))?;
            Ok(ImprovementPage {
                lines,
                total: count(cx, narrow)?,
                late: counted(cx, LATE, values![today].to_vec())?,
                unjudged: counted(cx, UNJUDGED, Vec::new())?,
            })
        },
    )
}

/// Those of restricted complaints stand in no list.
fn visible() -> Narrow {
    let mut narrow = Narrow::default();
    narrow.and("(a.request IS NULL OR r.restricted = 0)", values![]);
    narrow
}

fn counted(cx: &Read<'_>, condition: &str, values: Vec<Value>) -> Result<i64> {
    let mut narrow = visible();
    narrow.and(condition, values);
    count(cx, narrow)
}

fn count(cx: &Read<'_>, narrow: Narrow) -> Result<i64> {
    let sql = format!("{} {}", include_str!("../sql/improvements_counted.sql").trim_end(), narrow.said());
    cx.one(&sql, narrow.values, |row| row.get("n"))
}

/// One of them.
///
/// # Errors
/// Not found.
pub fn action(cx: &Read<'_>, id: ImprovementId) -> Result<ImprovementAction> {
    let mut narrow = Narrow::default();
    narrow.and("a.id = {}", values![id]);
    let (sql, values) = narrow.statement(LINES, "ORDER BY a.id", 1, 0);
    let found = cx.row(&sql, values, |row| line(cx, row))?.ok_or(Failure::not_found(RECORD))?;
    // What came from a complaint that is not there for somebody is not there either.
    if let Some(request) = found.request {
        rating::seen(cx, request).map_err(|_| Failure::not_found(RECORD))?;
    }
    Ok(found)
}

pub fn improvement(cx: &Read<'_>, input: WhichImprovement) -> Result<ImprovementSheet> {
    let line = action(cx, input.action)?;
    Ok(ImprovementSheet { again: measured_again(cx, &line)?, mine: line.owner == cx.who.id, line })
}

/// Later editions that ask the same, with what they say now and what was said before.
///
/// # Errors
/// What the database refuses.
pub fn measured_again(cx: &Read<'_>, line: &ImprovementAction) -> Result<Vec<MeasuredAgain>> {
    let of = match (line.questionnaire, line.finding) {
        (Some(of), _) => of,
        (None, Some(finding)) => findings::look::finding(cx, finding)?.questionnaire,
        (None, None) => return Ok(Vec::new()),
    };
    let of = store::questionnaire(cx, of)?;
    let editions = store::editions(cx, of.series)?;
    let Some(before_percent) = percent(cx, of.id, &line.question)? else { return Ok(Vec::new()) };
    let later = editions.into_iter().filter(|one| {
        one.edition > of.edition && matches!(one.state, QuestionnaireState::Approved | QuestionnaireState::Closed)
    });
    let mut found = Vec::new();
    for one in later {
        let Some(after_percent) = percent(cx, one.id, &line.question)? else { continue };
        found.push(MeasuredAgain {
            questionnaire: one.id,
            title: one.title,
            edition: one.edition,
            before_percent,
            after_percent,
        });
    }
    Ok(found)
}

/// What an edition says of a question, or in all where none is named; none where nothing is shown of it.
fn percent(cx: &Read<'_>, id: QuestionnaireId, key: &str) -> Result<Option<i64>> {
    let all = Answered::load(cx, store::questionnaire(cx, id)?)?;
    let question = if key.is_empty() { all.overall() } else { all.of.question(key) };
    match question {
        Some(question) => Ok(all.satisfaction(question)?.and_then(|one| one.satisfied).and_then(Portion::percent)),
        None => Ok(None),
    }
}

fn line(cx: &Read<'_>, row: &Row<'_>) -> Result<ImprovementAction> {
    let action: ImprovementId = row.get("id")?;
    let (state, due): (ImprovementState, kernel::Day) = (row.get("state")?, row.get("due")?);
    let text = |column: &str| Ok::<_, Failure>(row.get::<Option<String>>(column)?.unwrap_or_default());
    Ok(ImprovementAction {
        version: cx.version(RECORD, action)?.number,
        action,
        action_no: row.get("action_no")?,
        source: row.get("source")?,
        questionnaire: row.get("questionnaire")?,
        study: text("study")?,
        question: row.get("question")?,
        finding: row.get("finding")?,
        finding_no: text("finding_no")?,
        request: row.get("request")?,
        request_no: text("request_no")?,
        said: row.get("said")?,
        text: row.get("text")?,
        owner: row.get("owner")?,
        owner_name: row.get("owner_name")?,
        due,
        late: state == ImprovementState::Planned && due < cx.today(),
        state,
        ended_on: row.get("ended_on")?,
        outcome: row.get("outcome")?,
        effect: row.get("effect")?,
        effect_note: row.get("effect_note")?,
        effect_by_name: text("effect_by_name")?,
        effect_on: row.get("effect_on")?,
        before_percent: row.get("before_percent")?,
        after_percent: row.get("after_percent")?,
        measured_with: row.get("measured_with")?,
        made_by_name: row.get("made_by_name")?,
        made_on: row.get("made_on")?,
    })
}

/// Who may own an action: everybody who works here.
pub fn owners(cx: &Read<'_>, _: Nothing) -> Result<OwnerChoices> {
    let people = office::staff::people(cx)?.into_iter().filter(|person| person.active);
    Ok(OwnerChoices { people: people.map(|one| OwnerChoice { person: one.id, name: one.name }).collect() })
}
