//! What waits for the person who asks: ratings to offer, sheets to enter again or to look at where entries differ, and actions
//! that are late or whose effect nobody has said.

use crate::inputs::{ListImprovements, ListRatingOffers, WhichQuestionnaire};
use crate::settings::settings_of;
use crate::{
    IMPROVEMENTS, QUESTIONNAIRE, QUESTIONNAIRES_KEEP, QUESTIONNAIRES_RECEIVE, QUESTIONNAIRES_VIEW, RATING_OFFERS,
};
use database::values;
use kernel::Result;
use kernel::id::QuestionnaireId;
use office::context::Read;
use office::tasks::{NAMED, Severity, Task};
use std::collections::BTreeMap;

/// # Errors
/// What the database refuses.
pub fn tasks(cx: &Read<'_>) -> Result<Vec<Task>> {
    let (who, role) = (cx.who.id, cx.who.role);
    let mut tasks = Vec::new();
    if role.may(QUESTIONNAIRES_RECEIVE) && crate::store::at_closing(cx, cx.today())?.is_some() {
        let sql = "SELECT count(*) AS n FROM rating_offer o JOIN case_request_closed c ON c.request = o.request \
                   WHERE o.state = 'due' AND c.restricted = 0";
        let due: i64 = cx.one(sql, values![], |row| row.get("n"))?;
        if due > 0 {
            let target = RATING_OFFERS.asking(&ListRatingOffers::default())?;
            tasks.push(counted(due, "", Task::new("ratings_due", target, Severity::Soon)));
        }
    }
    if role.may(QUESTIONNAIRES_KEEP) {
        for (kind, sql) in [
            ("sheets_second", include_str!("sql/waiting_second.sql")),
            ("sheets_differ", include_str!("sql/waiting_settle.sql")),
        ] {
            let every = i64::from(settings_of(cx)?.double_entry_every.max(1));
            let found: Vec<(QuestionnaireId, String, i64)> =
                cx.rows(sql, values![who, every, NAMED], |row| Ok((row.get("id")?, row.get("title")?, row.get("n")?)))?;
            if kind == "sheets_second" && settings_of(cx)?.double_entry_every == 0 {
                continue;
            }
            for (questionnaire, title, n) in found {
                let target = QUESTIONNAIRE.asking(&WhichQuestionnaire { questionnaire })?;
                tasks.push(counted(n, &title, Task::new(kind, target, Severity::Soon)));
            }
        }
    }
    if role.may(QUESTIONNAIRES_VIEW) {
        let sql = "SELECT count(*) AS n FROM improvement_action WHERE state = 'planned' AND due < $1 AND owner = $2";
        let late: i64 = cx.one(sql, values![cx.today(), who], |row| row.get("n"))?;
        if late > 0 {
            let list = ListImprovements { late: true, owner: Some(who), ..ListImprovements::default() };
            let task = Task::new("improvements_late", IMPROVEMENTS.asking(&list)?, Severity::Late);
            tasks.push(counted(late, "", task));
        }
    }
    if role.may(QUESTIONNAIRES_KEEP) {
        let sql = "SELECT count(*) AS n FROM improvement_action a LEFT JOIN case_request_called r ON r.request = a.request \
                   WHERE a.state = 'done' AND a.effect IS NULL AND a.owner <> $1 AND (a.request IS NULL OR r.restricted = 0)";
        let unjudged: i64 = cx.one(sql, values![who], |row| row.get("n"))?;
        if unjudged > 0 {
            let list = ListImprovements { unjudged: true, ..ListImprovements::default() };
            let task = Task::new("improvements_unjudged", IMPROVEMENTS.asking(&list)?, Severity::Calm);
            tasks.push(counted(unjudged, "", task));
        }
    }
    Ok(tasks)
}

fn counted(count: i64, title: &str, task: Task) -> Task {
    let args = [("n", count.to_string()), ("title", title.to_owned())];
    Task { args: BTreeMap::from(args.map(|(name, value)| (name.to_owned(), value))), ..task }
}
