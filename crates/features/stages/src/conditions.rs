//! What must hold before a stage opens, before it passes, and before a project is completed: each condition with its
//! state and the place that mends it.

use crate::inputs::StagesOf;
use crate::model::{ProjectStage, StageState};
use crate::rules::{self, CONDITIONS_MISSING};
use crate::store::{self, Project};
use follow_up::{ActivityState, FollowUpFacts, PromiseSide};
use kernel::id::{LoanId, ProjectId, SubjectId};
use kernel::{Day, Refusal, Result, require};
use loans::LoanPhase;
use loans::{ProjectState, TrancheState};
use office::context::Read;
use office::gate::Condition;

/// Refuses while one of them does not hold.
///
/// # Errors
/// `stages.conditions_missing`, with the keys of what is missing.
pub fn must_hold(conditions: &[Condition]) -> Result<()> {
    let gaps: Vec<&str> = conditions.iter().filter(|one| !one.met).map(|one| one.key.as_str()).collect();
    let refusal = Refusal::new(CONDITIONS_MISSING).with("n", gaps.len()).with("gaps", gaps.join(" "));
    require(gaps.is_empty(), refusal)
}

/// Before a stage opens.
///
/// # Errors
/// What the database refuses.
pub fn opening(
    cx: &Read<'_>,
    project: &Project,
    stages: &[ProjectStage],
    stage: &ProjectStage,
) -> Result<Vec<Condition>> {
    let before = rules::unpassed_before(stages, stage.no);
    let args = [("before", before.map(|one| one.name.clone()).unwrap_or_default()), ("stage", stage.name.clone())];
    let mut found = vec![Condition::new("stages.before", before.is_none(), args)];
    found.extend(advancing(cx, project)?);
    Ok(found)
}

/// Before a stage passes. What is visited and promised is looked at since the day it opened.
///
/// # Errors
/// What the database refuses.
pub fn passing(cx: &Read<'_>, project: &Project, stage: &ProjectStage) -> Result<Vec<Condition>> {
    let mut found = vec![tranches(cx, stage)?];
    found.extend(visits_and_promises(cx, stage)?);
    found.extend(own(stage));
    found.extend(advancing(cx, project)?);
    Ok(found)
}

/// The project runs, and none of its loans is halted.
fn advancing(cx: &Read<'_>, project: &Project) -> Result<Vec<Condition>> {
    let runs = Condition::new("stages.running", project.state == ProjectState::Running, []);
    let mut found = vec![runs.mended_at(page(project.id)?)];
    found.extend(halted(cx, project.id)?);
    Ok(found)
}

/// The first hold that stands on a loan of the project; met where none does. Of a project without loans that go on there
/// is nothing to say.
fn halted(cx: &Read<'_>, project: ProjectId) -> Result<Option<Condition>> {
    let mut met = None;
    for loan in store::loans_of(cx, project)? {
        match holds::not_halted(cx, loan)? {
            Some(condition) if !condition.met => return Ok(Some(condition)),
            other => met = other.or(met),
        }
    }
    Ok(met)
}

/// Every tranche of the stage was verified.
fn tranches(cx: &Read<'_>, stage: &ProjectStage) -> Result<Condition> {
    let all = store::tranches(cx, stage.project)?;
    let of_it = all.iter().filter(|one| one.stage == Some(stage.id));
    let left = of_it.filter(|one| one.state != TrancheState::Verified).count();
    Ok(Condition::new("stages.tranches", left == 0, [("n", left.to_string())]).mended_at(page(stage.project)?))
}

fn visits_and_promises(cx: &Read<'_>, stage: &ProjectStage) -> Result<Vec<Condition>> {
    let opened = stage.opened_on.unwrap_or(cx.today());
    let mut seen = Seen::default();
    seen.count(&follow_up::facts(cx, "project", SubjectId::from_bytes(*stage.project.as_bytes()))?, opened, cx.today());
    for loan in store::loans_of(cx, stage.project)? {
        seen.count(&follow_up::facts(cx, "loan", SubjectId::from_bytes(*loan.as_bytes()))?, opened, cx.today());
    }
    let needed = usize::from(stage.visits);
    let mut found = Vec::new();
    if needed > 0 {
        let args = [("needed", needed.to_string()), ("n", seen.reviewed.to_string())];
        found.push(Condition::new("stages.visits", seen.reviewed >= needed, args));
    }
    found.push(Condition::new("stages.visits_left", seen.left == 0, [("n", seen.left.to_string())]));
    found.push(Condition::new("stages.promises", seen.promises == 0, [("n", seen.promises.to_string())]));
    let target = || page(stage.project);
    found.into_iter().map(|one| Ok(one.mended_at(target()?))).collect()
}

/// What of following up counts for a stage.
#[derive(Default)]
struct Seen {
    /// Visits on the spot, made since the stage opened and reviewed.
    reviewed: usize,
    /// Made and not reviewed, or planned until today and not made.
    left: usize,
    /// Promises of the beneficiary that were due and are neither met nor excused.
    promises: usize,
}

impl Seen {
    fn count(&mut self, facts: &FollowUpFacts, opened: Day, today: Day) {
        for visit in facts.visits.iter().filter(|one| one.kind.is_on_the_spot()) {
            let since = visit.done.is_some_and(|day| day >= opened);
            self.reviewed += usize::from(visit.state == ActivityState::Reviewed && since);
            let unreviewed = visit.state == ActivityState::Done && since;
            let unmade = visit.state == ActivityState::Planned && visit.planned <= today;
            self.left += usize::from(unreviewed || unmade);
        }
        let owed = facts.commitments.iter().filter(|one| one.owner == PromiseSide::Beneficiary && one.due <= today);
        self.promises += owed.filter(|one| one.met_on.is_none() && !one.excused).count();
    }
}

/// All of the office's own conditions were ticked; nothing where there are none.
fn own(stage: &ProjectStage) -> Option<Condition> {
    let left = stage.conditions.iter().filter(|one| one.ticked_by.is_none()).count();
    let args = [("n", left.to_string()), ("of", stage.conditions.len().to_string())];
    (!stage.conditions.is_empty()).then(|| Condition::new("stages.own", left == 0, args))
}

/// Before a project is completed: its stages have passed, its loans are paid back.
///
/// # Errors
/// What the database refuses.
pub fn completing(cx: &Read<'_>, project: &Project, stages: &[ProjectStage]) -> Result<Vec<Condition>> {
    let open = stages.iter().filter(|one| one.state != StageState::Passed).count();
    let mut found = vec![Condition::new("stages.all_passed", open == 0, [("n", open.to_string())])];
    let mut owing = Vec::new();
    for loan in store::loans_of(cx, project.id)? {
        let (loan_no, phase) = phase(cx, loan)?;
        if !matches!(phase, LoanPhase::Closed | LoanPhase::Rejected | LoanPhase::Cancelled) {
            owing.push(loan_no);
        }
    }
    found.push(Condition::new("stages.loans_ended", owing.is_empty(), [("loans", owing.join("، "))]));
    found.extend(halted(cx, project.id)?);
    Ok(found)
}

fn phase(cx: &Read<'_>, loan: LoanId) -> Result<(String, LoanPhase)> {
    let sql = "SELECT loan_no, phase FROM loan_standing WHERE loan = $1";
    cx.one(sql, database::values![loan], |row| Ok((row.get("loan_no")?, row.get("phase")?)))
}

/// The page that mends most of it.
pub fn page(project: ProjectId) -> Result<office::target::Target> {
    crate::PROJECT.asking(&StagesOf { project })
}
