//! The follow-up report in two directions: of each project what the beneficiary kept and what the association kept, and
//! what is late of either with its days.

use crate::model::AskTwoWays;
use database::values;
use follow_up::inputs::AskMeasures;
use follow_up::{MeasuredShare, PromiseSide};
use follow_up::{PromiseBothWays, VisitBothWays};
use kernel::id::{LoanId, ProjectId, SubjectId};
use kernel::{Day, Money, Result};
use office::context::Read;
use office::paper::{self, Paper};
use office::span::Span;
use papers::Template;
use serde_json::{Value, json};
use std::collections::BTreeMap;

const TWO_WAYS: Template = Template { name: "two_ways", source: include_str!("papers/two_ways.typ") };

/// What one side owes the other in a project, in the period.
#[derive(Default)]
struct Kept {
    n: i64,
    of: i64,
}

impl Kept {
    fn add(&mut self, kept: bool) {
        self.of += 1;
        self.n += i64::from(kept);
    }

    fn json(&self) -> Value {
        json!([self.n, self.of])
    }
}

/// Something that is late: whose, what, since when, for how many days.
struct Late {
    side: PromiseSide,
    text: String,
    due: Day,
    days: i32,
}

#[derive(Default)]
struct Project {
    name: String,
    borrower: String,
    instalments: Kept,
    overdue: Money,
    hers: Kept,
    visits: Kept,
    ours: Kept,
    late: Vec<Late>,
}

/// # Errors
/// Days that have not come, or end before they begin.
pub fn two_ways_paper(cx: &Read<'_>, input: AskTwoWays) -> Result<Paper> {
    let until = input.until.min(cx.today());
    let span = Span { from: input.from, until };
    measures::Period::new(span.from, span.until)?;
    let measured = follow_up::promises::measures(cx, AskMeasures { from: span.from, until })?;
    let projects = projects(cx, span)?;
    let data = json!({
        "from": paper::dates_json(span.from),
        "until": paper::dates_json(span.until),
        "hers": share(&measured.beneficiary),
        "ours": share(&measured.association),
        "visits": share(&measured.visits),
        "projects": projects.iter().map(told).collect::<Vec<_>>(),
    });
    paper::print(cx, &TWO_WAYS, &format!("two-ways-{}-{}", span.from, span.until), &data)
}

fn share(share: &MeasuredShare) -> Value {
    json!([share.n, share.of, share.percent])
}

fn told(project: &Project) -> Value {
    let late = |side: PromiseSide| -> Vec<Value> {
        let own = project.late.iter().filter(|late| late.side == side);
        own.map(|late| json!([late.text, paper::dates_json(late.due), late.days])).collect()
    };
    json!({
        "name": project.name,
        "borrower": project.borrower,
        "instalments": project.instalments.json(),
        "overdue": project.overdue,
        "hers": project.hers.json(),
        "visits": project.visits.json(),
        "ours": project.ours.json(),
        "late_hers": late(PromiseSide::Beneficiary),
        "late_ours": late(PromiseSide::Association),
    })
}

/// Projects of which something was due in the period or is late at its end, by name.
fn projects(cx: &Read<'_>, span: Span) -> Result<Vec<Project>> {
    let mut all: BTreeMap<ProjectId, Project> = BTreeMap::new();
    let mut of_loan: BTreeMap<LoanId, ProjectId> = BTreeMap::new();
    let names = "SELECT g.loan, g.project, s.project_name, s.borrower FROM loan_guarantee g \
                 JOIN loan_standing s ON s.loan = g.loan";
    cx.rows(names, values![], |row| {
        let project: ProjectId = row.get("project")?;
        of_loan.insert(row.get("loan")?, project);
        let own = all.entry(project).or_default();
        (own.name, own.borrower) = (row.get("project_name")?, row.get("borrower")?);
        Ok(())
    })?;
    cx.rows(include_str!("sql/instalments_kept.sql"), values![span.from, span.until], |row| {
        let own = all.entry(row.get("project")?).or_default();
        own.instalments = Kept { n: row.get("paid_in_full")?, of: row.get("fallen_due")? };
        own.overdue = row.get("unpaid")?;
        Ok(())
    })?;
    let project = |kind: &str, subject: SubjectId| match kind {
        "project" => Some(ProjectId::from_bytes(*subject.as_bytes())),
        "loan" => of_loan.get(&LoanId::from_bytes(*subject.as_bytes())).copied(),
        _ => None,
    };
    for promise in follow_up::promises_both_ways(cx, span.from, span.until)? {
        let Some(id) = project(&promise.subject_kind, promise.subject) else { continue };
        take(all.entry(id).or_default(), promise);
    }
    for visit in follow_up::visits_both_ways(cx, span.from, span.until)? {
        let Some(id) = project(&visit.subject_kind, visit.subject) else { continue };
        visited(all.entry(id).or_default(), &visit);
    }
    let said =
        |one: &Project| one.instalments.of + one.hers.of + one.visits.of + one.ours.of > 0 || !one.late.is_empty();
    let mut shown: Vec<Project> = all.into_values().filter(said).collect();
    shown.sort_by(|one, other| kernel::arabic::compare(&one.name, &other.name));
    Ok(shown)
}

fn take(project: &mut Project, promise: PromiseBothWays) {
    if let Some(kept) = promise.kept {
        match promise.side {
            PromiseSide::Beneficiary => project.hers.add(kept),
            PromiseSide::Association => project.ours.add(kept),
        }
    }
    if promise.days_late > 0 {
        let PromiseBothWays { side, text, due, days_late, .. } = promise;
        project.late.push(Late { side, text, due, days: days_late });
    }
}

fn visited(project: &mut Project, visit: &VisitBothWays) {
    if let Some(in_time) = visit.in_time {
        project.visits.add(in_time);
    }
}
