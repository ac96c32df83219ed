//! What waits at partners beyond an approval: obligations by their day, agreements that end, what was signed without its copy,
//! what stays open of what is over.

use crate::agreements::list;
use crate::agreements::store::AGREEMENT as KIND;
use crate::inputs::{ListObligations, WhichAgreement};
use crate::keeping::items::papers;
use crate::model::{AgreementLine, AgreementStanding, ObligationSide};
use crate::{AGREEMENT, OBLIGATIONS, PARTNERS_MANAGE, settings};
use database::values;
use kernel::{Day, Result};
use office::context::Read;
use office::tasks::{NAMED, Severity, Task};

/// # Errors
/// What the database refuses.
pub fn tasks(cx: &Read<'_>) -> Result<Vec<Task>> {
    if !cx.who.role.may(crate::PARTNERS_KEEP) {
        return Ok(Vec::new());
    }
    let mut tasks = ours(cx)?;
    if cx.who.role.may(PARTNERS_MANAGE) {
        tasks.extend(theirs(cx)?);
        tasks.extend(agreements(cx)?);
    }
    Ok(tasks)
}

/// What we owe and this person sees to, by name: late, and in the coming days.
fn ours(cx: &Read<'_>) -> Result<Vec<Task>> {
    let soon = cx.today().plus_days(i32::from(settings::settings(cx)?.reminder_days))?;
    cx.rows(include_str!("sql/ours_due.sql"), values![cx.who.id, soon, NAMED], |row| {
        let due: Day = row.get("due")?;
        let severity = if due < cx.today() { Severity::Late } else { Severity::Soon };
        let target = AGREEMENT.asking(&WhichAgreement { agreement: row.get("agreement")? })?;
        let mut task = Task::new(if due < cx.today() { "obligation_late" } else { "obligation_due" }, target, severity);
        task.due = Some(due);
        for (name, value) in [("text", row.get("text")?), ("name", row.get("partner_name")?)] {
            task.args.insert(name.to_owned(), value);
        }
        Ok(task)
    })
}

/// What partners owe and did not do, counted.
fn theirs(cx: &Read<'_>) -> Result<Vec<Task>> {
    let sql = "SELECT count(*) AS n FROM agreement_obligation o JOIN agreement a ON a.id = o.agreement \
               WHERE o.state = 'open' AND o.side = 'theirs' AND o.due < $1 AND a.signed_on IS NOT NULL";
    let late: i64 = cx.one(sql, values![cx.today()], |row| row.get("n"))?;
    if late == 0 {
        return Ok(Vec::new());
    }
    let asks = ListObligations { side: Some(ObligationSide::Theirs), late: true, ..ListObligations::default() };
    let mut task = Task::new("obligations_theirs_late", OBLIGATIONS.asking(&asks)?, Severity::Soon);
    task.args.insert("n".to_owned(), late.to_string());
    Ok(vec![task])
}

fn agreements(cx: &Read<'_>) -> Result<Vec<Task>> {
    let renewal = i32::from(settings::settings(cx)?.renewal_days);
    let renewing: Vec<kernel::id::AgreementId> =
        cx.rows("SELECT renews FROM agreement WHERE renews IS NOT NULL AND state <> 'declined'", values![], |row| {
            row.get("renews")
        })?;
    let own: std::collections::BTreeMap<kernel::id::AgreementId, i64> = cx
        .rows("SELECT id, renewal_days FROM agreement WHERE renewal_days IS NOT NULL", values![], |row| {
            Ok((row.get("id")?, row.get("renewal_days")?))
        })?
        .into_iter()
        .collect();
    let mut tasks = Vec::new();
    for one in list::all(cx, cx.today())?.into_iter().map(|found| found.line) {
        let days = own.get(&one.agreement).and_then(|days| i32::try_from(*days).ok()).unwrap_or(renewal);
        let renewed = renewing.contains(&one.agreement);
        if !renewed && one.left.is_some_and(|left| left <= days) {
            tasks.push(task(&one, "agreement_ends", one.ends, Severity::Soon)?);
        } else if one.standing == AgreementStanding::Approved {
            tasks.push(task(&one, "agreement_unsigned", None, Severity::Calm)?);
        } else if one.standing.is_over() && one.open > 0 {
            tasks.push(task(&one, "agreement_left_open", one.ends, Severity::Soon)?);
        } else if one.standing.stands() && papers(cx, KIND, *one.agreement.as_bytes())? == 0 {
            tasks.push(task(&one, "agreement_no_copy", one.signed_on, Severity::Calm)?);
        }
        if tasks.len() as i64 >= NAMED {
            break;
        }
    }
    Ok(tasks)
}

fn task(one: &AgreementLine, kind: &str, due: Option<Day>, severity: Severity) -> Result<Task> {
    let target = AGREEMENT.asking(&WhichAgreement { agreement: one.agreement })?;
    let mut task = Task::new(kind, target, severity);
    task.due = due;
    for (name, value) in [
        ("number", one.agreement_no.clone()),
        ("title", one.title.clone()),
        ("name", one.partner_name.clone()),
        ("n", one.open.to_string()),
        ("left", one.left.unwrap_or(0).to_string()),
    ] {
        task.args.insert(name.to_owned(), value);
    }
    Ok(task)
}
