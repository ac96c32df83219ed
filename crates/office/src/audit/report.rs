//! The audit trail of a period on paper, with the state of its chain at the end.

use super::model::{AuditFilter, AuditReport};
use super::rules::{PERIOD_ORDER, TOO_MANY_LINES};
use super::{queries, verify};
use crate::context::Read;
use crate::paper::{self, Paper};
use crate::words::{self, Language};
use kernel::{Day, Refusal, Result, require};
use papers::Template;
use serde_json::{Value, json};

const REPORT: Template = Template { name: "audit_report", source: include_str!("papers/audit_report.typ") };
/// Lines; about a hundred pages. A longer period is printed in parts.
const MOST_LINES: i64 = 2_000;

pub fn report(cx: &Read<'_>, input: AuditReport) -> Result<Paper> {
    require(input.from <= input.until, Refusal::new(PERIOD_ORDER).at("until"))?;
    let filter = AuditFilter { from: Some(input.from), until: Some(input.until), ..AuditFilter::default() };
    let lines = queries::lines(cx, &filter, MOST_LINES + 1)?;
    require(lines.len() as i64 <= MOST_LINES, Refusal::new(TOO_MANY_LINES).with("most", MOST_LINES))?;
    let chain = verify::chain(cx)?;
    let rows: Vec<Value> = lines
        .iter()
        .rev()
        .map(|line| {
            json!({
                "seq": line.seq,
                "day": paper::dates_json(Day::in_riyadh(line.at)),
                "time": paper::time(line.at),
                "person": line.person_name,
                "action": command_words(&line.command),
                "subject": line.summary,
                "outcome": outcome_words(&line.outcome),
                "ok": line.outcome == "done",
            })
        })
        .collect();
    let data = json!({
        "from": paper::dates_json(input.from),
        "until": paper::dates_json(input.until),
        "filters": [],
        "lines": rows,
        "chain": {
            "lines": chain.lines,
            "head": chain.head,
            "intact": chain.intact,
            "broken_at": chain.broken_at,
            "verified_on": paper::dates_json(cx.today()),
            "verified_at": &paper::time(cx.now)[..5],
        },
    });
    cx.saw("audit", "audit", "", json!({ "from": input.from, "until": input.until, "lines": lines.len() }));
    paper::print(cx, &REPORT, "audit-report", &data)
}

fn command_words(command: &str) -> String {
    words::find(&format!("command.{command}"), Language::Ar).unwrap_or_else(|| command.to_owned())
}

fn outcome_words(outcome: &str) -> String {
    let kind = outcome.split(':').next().unwrap_or(outcome);
    words::word(&format!("audit.outcome.{kind}"), Language::Ar)
}
