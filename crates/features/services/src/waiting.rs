//! What waits at services for the person who asks: what another person wrote and they may approve, what is approved and not
//! announced, what closes soon, and families who wished to ask by now.

use crate::inputs::{AskWhoQualifies, WhichService};
use crate::model::ServiceCallState;
use crate::{QUALIFY, SERVICE, SERVICES_ANNOUNCE, SERVICES_APPROVE, SERVICES_CALL};
use database::values;
use kernel::id::ServiceId;
use kernel::{Day, Result};
use office::context::Read;
use office::tasks::{NAMED, Severity, Task};
use std::collections::BTreeMap;

/// Days before its last one from which a service closes soon.
const SOON: i32 = 7;

fn named(pairs: [(&str, String); 2]) -> BTreeMap<String, String> {
    pairs.into_iter().map(|(key, value)| (key.to_owned(), value)).collect()
}

/// # Errors
/// What the database refuses.
pub fn decisions(cx: &Read<'_>) -> Result<Vec<Task>> {
    if !cx.who.role.may(SERVICES_APPROVE) {
        return Ok(Vec::new());
    }
    let sql = "SELECT v.id, v.service, s.name, v.number FROM service_version v JOIN service s ON s.id = v.service \
               WHERE v.state = 'draft' AND v.sent_back = '' AND v.about <> '' \
               AND EXISTS (SELECT 1 FROM service_criterion c WHERE c.version = v.id AND c.mandatory = 1) \
               AND NOT EXISTS (SELECT 1 FROM service_hand h WHERE h.version = v.id AND h.person = $1) \
               ORDER BY v.written_at, v.id LIMIT $2";
    cx.rows(sql, values![cx.who.id, NAMED], |row| {
        let target = SERVICE.asking(&WhichService { service: row.get("service")?, version: Some(row.get("id")?) })?;
        let number: i64 = row.get("number")?;
        Ok(Task {
            args: named([("name", row.get("name")?), ("n", number.to_string())]),
            ..Task::new("service_approval", target, Severity::Soon)
        })
    })
}

/// # Errors
/// What the database refuses.
pub fn tasks(cx: &Read<'_>) -> Result<Vec<Task>> {
    let mut tasks = Vec::new();
    if cx.who.role.may(SERVICES_ANNOUNCE) {
        let sql = "SELECT v.id, v.service, s.name, v.number FROM service_version v JOIN service s ON s.id = v.service \
                   WHERE v.state = 'approved' ORDER BY v.approved_on, v.id LIMIT $1";
        tasks.extend(cx.rows(sql, values![NAMED], |row| {
            let target =
                SERVICE.asking(&WhichService { service: row.get("service")?, version: Some(row.get("id")?) })?;
            let number: i64 = row.get("number")?;
            Ok(Task {
                args: named([("name", row.get("name")?), ("n", number.to_string())]),
                ..Task::new("service_announcement", target, Severity::Calm)
            })
        })?);
        let (today, soon) = (cx.today(), cx.today().plus_days(SOON)?);
        let sql = "SELECT v.service, s.name, v.closes_on, v.number FROM service_version v JOIN service s ON s.id = v.service \
                   WHERE v.state = 'announced' AND v.closes_on <= $1 ORDER BY v.closes_on, v.id LIMIT $2";
        tasks.extend(cx.rows(sql, values![soon, NAMED], |row| {
            let last: Day = row.get("closes_on")?;
            let (kind, severity) =
                if last < today { ("service_over", Severity::Soon) } else { ("service_closing", Severity::Calm) };
            let target = SERVICE.asking(&WhichService { service: row.get("service")?, version: None })?;
            let number: i64 = row.get("number")?;
            Ok(Task {
                due: Some(last),
                args: named([("name", row.get("name")?), ("n", number.to_string())]),
                ..Task::new(kind, target, severity)
            })
        })?);
    }
    if cx.who.role.may(SERVICES_CALL) {
        tasks.extend(to_remind(cx)?);
    }
    Ok(tasks)
}

/// Families whose last word was to ask by a day that has come, and who did not.
fn to_remind(cx: &Read<'_>) -> Result<Vec<Task>> {
    let sql = "SELECT v.service, s.name, count(*) AS n FROM service_call c \
               JOIN service_version v ON v.id = c.version AND v.state = 'announced' \
               JOIN service s ON s.id = v.service \
               WHERE c.result = 'will_ask' AND c.until_day <= $1 \
               AND NOT EXISTS (SELECT 1 FROM service_call l WHERE l.version = c.version AND l.party = c.party AND l.at > c.at) \
               AND NOT EXISTS (SELECT 1 FROM case_service_request q WHERE q.version = c.version AND q.party = c.party) \
               AND (v.closes_on IS NULL OR v.closes_on >= $1) \
               GROUP BY v.service, s.name ORDER BY s.name LIMIT $2";
    cx.rows(sql, values![cx.today(), NAMED], |row| {
        let service: ServiceId = row.get("service")?;
        let list = AskWhoQualifies {
            service,
            text: String::new(),
            state: vec![ServiceCallState::WillAsk],
            order: None,
            offset: 0,
            limit: None,
        };
        let count: i64 = row.get("n")?;
        Ok(Task {
            args: named([("name", row.get("name")?), ("n", count.to_string())]),
            ..Task::new("service_reminders", QUALIFY.asking(&list)?, Severity::Soon)
        })
    })
}
