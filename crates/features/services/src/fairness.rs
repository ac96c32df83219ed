//! Whether families are decided on alike (K6), by one version of the criteria alone; whether their papers were verified by the
//! decision (K7); and the decisions behind both.

use crate::inputs::{ListDecided, WhichService};
use crate::model::{CommonReason, DecidedLine, DecidedPage, FairnessBy, FairnessRow, FairnessView, ServiceFairness};
use crate::queries::asked_for;
use crate::settings;
use crate::store::{column, name};
use casework::flows::Outcome;
use database::{Row, Value, values};
use kernel::arabic::fold;
use kernel::id::ServiceVersionId;
use kernel::{Day, Result};
use measures::kpi::{CriteriaDecision, VerifiedRequest, evidence_verified, fairness as k6};
use measures::{Period, Settings};
use office::context::Read;
use office::narrow::Narrow;
use office::order::order_by;
use office::page::limit_of;
use std::collections::BTreeMap;

const DECIDED: &str = include_str!("sql/decided.sql");
const ORDERED: &[(&str, &str)] = &[
    ("number", "q.request_no"),
    ("name", "k.name"),
    ("service", "s.name_fold"),
    ("outcome", "q.outcome"),
    ("decided", "q.decided_on"),
    ("verified", "q.verified_on?"),
];

/// The column of a way of comparing.
const fn of(by: FairnessBy) -> &'static str {
    match by {
        FairnessBy::Class => "q.class",
        FairnessBy::Governorate => "q.governorate",
        FairnessBy::Sex => "q.sex",
    }
}

/// A decision as it is counted.
struct Decided {
    groups: [String; 3],
    approved: Option<bool>,
    reason: String,
}

fn decisions(cx: &Read<'_>, version: ServiceVersionId) -> Result<Vec<Decided>> {
    let sql = "SELECT q.class, q.governorate, q.sex, q.outcome, q.reason FROM case_service_request q \
               WHERE q.version = $1 AND q.outcome IS NOT NULL";
    cx.rows(sql, values![version], |row| {
        let approved = match column::<Outcome>(row, "outcome")? {
            Outcome::Approved => Some(true),
            Outcome::Rejected => Some(false),
            _ => None,
        };
        Ok(Decided {
            groups: [row.get("class")?, row.get("governorate")?, row.get("sex")?],
            approved,
            reason: row.get("reason")?,
        })
    })
}

pub fn fairness(cx: &Read<'_>, input: WhichService) -> Result<ServiceFairness> {
    let version = asked_for(cx, input)?;
    let (decided, settings) = (decisions(cx, version.id)?, settings::measured(cx)?);
    let exceptions = "SELECT count(*) AS n FROM case_service_request WHERE version = $1 AND exception = 1";
    let mut views = Vec::new();
    for (place, by) in FairnessBy::ALL.iter().enumerate() {
        views.push(view(&decided, place, *by, version.number, &settings)?);
    }
    Ok(ServiceFairness {
        number: version.number,
        views,
        decisions: decided.iter().filter(|one| one.approved.is_some()).count() as i64,
        exceptions: cx.one(exceptions, values![version.id], |row| row.get("n"))?,
        settings: settings::settings(cx)?,
        version: cx.version(settings::RECORD, "all")?.number,
    })
}

fn view(decided: &[Decided], place: usize, by: FairnessBy, number: i64, settings: &Settings) -> Result<FairnessView> {
    let of_rules: Vec<CriteriaDecision> = decided
        .iter()
        .map(|one| CriteriaDecision {
            version: u32::try_from(number).unwrap_or(0),
            group: one.groups[place].clone(),
            approved: one.approved,
            count: 1,
        })
        .collect();
    let mut fairness = k6(&of_rules, settings)?;
    let reason = if fairness.flagged { common_reason(decided, place, &fairness.groups) } else { None };
    let counted: BTreeMap<String, u64> =
        fairness.groups.iter().map(|(group, rate)| (group.clone(), rate.decisions)).collect();
    let small = hidden(&counted, settings.suppress_under);
    let hidden = small.iter().filter_map(|group| fairness.groups.remove(group)).map(|rate| rate.decisions).sum::<u64>();
    let rows = fairness.groups.into_iter().map(|(group, rate)| FairnessRow { group, rate });
    let mut groups: Vec<FairnessRow> = rows.collect();
    groups.sort_by_key(|row| std::cmp::Reverse(row.rate.decisions));
    Ok(FairnessView {
        by,
        all: fairness.all,
        groups,
        gap: fairness.gap,
        flagged: fairness.flagged,
        hidden: i64::try_from(hidden).unwrap_or(i64::MAX),
        reason,
    })
}

/// Groups that are too small to be shown; where that is one only, the next smallest with it, so that the whole does not tell
/// the one.
fn hidden(groups: &BTreeMap<String, u64>, least: u16) -> Vec<String> {
    let mut by_size: Vec<(&String, u64)> = groups.iter().map(|(group, count)| (group, *count)).collect();
    by_size.sort_by_key(|(_, count)| *count);
    let small = by_size.iter().filter(|(_, count)| *count < u64::from(least)).count();
    let some = by_size.iter().any(|(_, count)| *count > 0 && *count < u64::from(least));
    let hide = if small == 1 && some { 2 } else { small };
    by_size.into_iter().take(hide).map(|(group, _)| group.clone()).collect()
}

/// The commonest reason for refusals in the group that was approved least.
fn common_reason(
    decided: &[Decided],
    place: usize,
    groups: &BTreeMap<String, measures::kpi::GroupRate>,
) -> Option<CommonReason> {
    let rated = groups.iter().filter(|(_, rate)| rate.percent.is_some());
    let group = rated.min_by_key(|(_, rate)| rate.percent)?.0.clone();
    let mut reasons: BTreeMap<String, (String, i64)> = BTreeMap::new();
    let refused = decided.iter().filter(|one| one.groups[place] == group && one.approved == Some(false));
    let mut of = 0;
    for one in refused {
        of += 1;
        reasons.entry(fold(&one.reason)).or_insert_with(|| (one.reason.clone(), 0)).1 += 1;
    }
    let (reason, count) = reasons.into_values().max_by_key(|(_, count)| *count)?;
    Some(CommonReason { group, reason, count, of })
}

fn narrow(cx: &Read<'_>, input: &ListDecided) -> Result<Narrow> {
    let mut narrow = Narrow::default();
    narrow.and("q.outcome IS NOT NULL", values![]);
    if let Some(service) = input.service {
        narrow.and("q.service = {}", values![service]);
    }
    if let Some(version) = input.version {
        narrow.and("q.version = {}", values![version]);
    }
    if let (Some(by), Some(group)) = (input.by, &input.group) {
        narrow.and(&format!("{} = {{}}", of(by)), values![group.as_str()]);
        // A group that is too small is not told by its rows either, whichever version or service is asked for.
        let (among, values) = match (input.version, input.service) {
            (Some(version), _) => ("q.version = $1", values![version].to_vec()),
            (None, Some(service)) => ("q.service = $1", values![service].to_vec()),
            (None, None) => ("1 = 1", Vec::new()),
        };
        let column = of(by);
        let sql = format!(
            "SELECT {column} AS name, count(*) AS n FROM case_service_request q WHERE {among} \
             AND q.outcome IN ('approved', 'rejected') GROUP BY {column}"
        );
        let counted: Vec<(String, i64)> = cx.rows(&sql, values, |row| Ok((row.get("name")?, row.get("n")?)))?;
        let counted: BTreeMap<String, u64> =
            counted.into_iter().map(|(name, n)| (name, u64::try_from(n).unwrap_or(0))).collect();
        if hidden(&counted, settings::settings(cx)?.suppress_under).contains(group) {
            narrow.and("1 = 0", values![]);
        }
    }
    let mut outcomes = Vec::new();
    for outcome in &input.outcome {
        outcomes.push(Value::from(name(outcome)?.as_str()));
    }
    narrow.one_of("q.outcome", outcomes.into_iter());
    if input.exception {
        narrow.and("q.exception = 1", values![]);
    }
    if input.unverified {
        narrow.and("q.papers > 0 AND (q.verified_on IS NULL OR q.verified_on > q.decided_on)", values![]);
    }
    if let Some(from) = input.from {
        narrow.and("q.decided_on >= {}", values![from]);
    }
    if let Some(until) = input.until {
        narrow.and("q.decided_on <= {}", values![until]);
    }
    Ok(narrow)
}

fn verified(papers: i64, decided: Day, verified_on: Option<Day>) -> VerifiedRequest {
    let papers = usize::try_from(papers).unwrap_or(0);
    VerifiedRequest { decided: Some(decided), documents: vec![verified_on; papers] }
}

fn line(row: &Row<'_>) -> Result<DecidedLine> {
    let (papers, decided_on, verified_on) = (row.get("papers")?, row.get("decided_on")?, row.get("verified_on")?);
    let own = Period::new(decided_on, decided_on)?;
    Ok(DecidedLine {
        request: row.get("request")?,
        request_no: row.get("request_no")?,
        name: row.get("name")?,
        service_name: row.get("service_name")?,
        number: row.get("number")?,
        outcome: column(row, "outcome")?,
        reason: row.get("reason")?,
        decided_on,
        exception: row.get("exception")?,
        exception_reason: row.get("exception_reason")?,
        papers,
        verified_on,
        verified: evidence_verified(&[verified(papers, decided_on, verified_on)], own).n() > 0,
    })
}

pub fn decided(cx: &Read<'_>, input: ListDecided) -> Result<DecidedPage> {
    let narrow = narrow(cx, &input)?;
    let order = order_by(input.order.as_ref(), ORDERED, "q.decided_on DESC, q.request_no DESC", "q.request");
    let (sql, values) = narrow.statement(DECIDED, &order, limit_of(input.limit), input.offset);
    let lines = cx.rows(&sql, values, line)?;
    let sql = format!("SELECT q.papers, q.decided_on, q.verified_on FROM case_service_request q {}", narrow.said());
    let all = cx.rows(&sql, narrow.values, |row| {
        Ok(verified(row.get("papers")?, row.get("decided_on")?, row.get("verified_on")?))
    })?;
    let days = all.iter().filter_map(|one| one.decided);
    let period = match (days.clone().min(), days.max()) {
        (Some(first), Some(last)) => {
            Period::new(input.from.unwrap_or(first).min(first), input.until.unwrap_or(last).max(last))?
        }
        _ => Period::new(cx.today(), cx.today())?,
    };
    Ok(DecidedPage { lines, total: all.len() as i64, verified: evidence_verified(&all, period) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_group_is_hidden_and_cannot_be_told_from_the_whole() {
        let groups = |all: &[(&str, u64)]| all.iter().map(|(group, count)| ((*group).to_owned(), *count)).collect();
        assert!(hidden(&groups(&[("a", 20), ("b", 5)]), 5).is_empty());
        assert_eq!(hidden(&groups(&[("a", 20), ("b", 9), ("c", 3)]), 5), ["c", "b"]);
        assert_eq!(hidden(&groups(&[("a", 20), ("b", 2), ("c", 3)]), 5), ["b", "c"]);
        assert_eq!(hidden(&groups(&[("a", 20), ("b", 0)]), 5), ["b"], "nobody is told by nothing");
    }
}
