//! Ending a hold: another person's decision, with what each decision needs.

use super::{Facts, Reading, Settings, sales_until, taken};
use crate::is_written;
use crate::people::Role;
use crate::refusals::{
    HOLD_ASSETS, HOLD_CAPACITY, HOLD_DECLARATION, HOLD_IMPROVED_READING, HOLD_NOT_OPEN, HOLD_PROPOSER, HOLD_REASON,
    HOLD_RECENT_READING, HOLD_ROLE, HOLD_TOTAL, HOLD_VISIT, HOLD_VISITOR, Refusals,
};
use kernel::{Day, Money, Refusal};
use serde::{Deserialize, Serialize};

/// How a hold ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Decision {
    /// Coaching has helped; the project goes on as it was.
    CoachResume,
    /// Smaller instalments; what is paid out waits for better readings.
    Reschedule(Reschedule),
    /// The project ends; what was bought with the loan is listed.
    Stop { assets_listed: bool },
}

/// The figures of a rescheduling. None is unknown, and does not pass.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Reschedule {
    pub new_instalment: Option<Money>,
    pub outstanding: Option<Money>,
    /// The sum of the new plan; nothing is added and nothing forgiven by rescheduling.
    pub new_total: Option<Money>,
}

/// Who wants to end the open hold, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Release {
    pub decision: Decision,
    pub proposed_by: String,
    pub approved_by: String,
    /// Of who approves.
    pub role: Role,
    /// Whether who approves declared to have no tie with the family.
    pub declared: bool,
    pub reason: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ProjectStateAfterHold")]
pub enum ProjectState {
    Running,
    Stopped,
}

/// What becomes of the tranches not yet paid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "TranchesAfterHold")]
pub enum Tranches {
    Open,
    /// Until enough readings are better than the one before them.
    Locked,
    Cancelled,
}

/// How things stand after a release.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
#[ts(rename = "HoldAftermath")]
pub struct Aftermath {
    pub project: ProjectState,
    pub tranches: Tranches,
}

impl Decision {
    /// How things stand after this decision once so many readings have [`improved`]. Asked again with each reading, because
    /// a rescheduled project's tranches open by themselves.
    pub fn aftermath(&self, improved: usize, settings: &Settings) -> Aftermath {
        let (project, tranches) = match self {
            Self::CoachResume => (ProjectState::Running, Tranches::Open),
            Self::Reschedule(_) if improved >= usize::from(settings.unlock_readings) => {
                (ProjectState::Running, Tranches::Open)
            }
            Self::Reschedule(_) => (ProjectState::Running, Tranches::Locked),
            Self::Stop { .. } => (ProjectState::Stopped, Tranches::Cancelled),
        };
        Aftermath { project, tranches }
    }
}

/// How many readings of sales, taken after `opened_on` and by `on`, are above the one taken before them.
pub fn improved(readings: &[Reading], opened_on: Day, on: Day) -> usize {
    let sales = sales_until(readings, on);
    sales.windows(2).filter(|pair| pair[1].0 > opened_on && pair[1].1 > pair[0].1).count()
}

/// Ends the open hold.
///
/// # Errors
/// All that is in the way: nobody may release alone what they proposed or what their own visit opened, only director and
/// committee decide, and each decision has conditions of its own. Without an open hold that alone is named.
pub fn release(facts: &Facts, release: &Release, settings: &Settings) -> Result<Aftermath, Refusals> {
    let Some(hold) = facts.open_hold() else { return Err(Refusals::only(HOLD_NOT_OPEN)) };
    let improved = improved(&facts.readings, hold.opened_on, facts.on);
    let mut missing = Refusals::default();
    missing.unless(is_written(release.reason.as_deref()), Refusal::new(HOLD_REASON).at("reason"));
    missing.unless(matches!(release.role, Role::Director | Role::Committee), HOLD_ROLE);
    missing.unless(release.approved_by != release.proposed_by, HOLD_PROPOSER);
    missing.unless(hold.opened_by.as_ref() != Some(&release.approved_by), HOLD_VISITOR);
    missing.unless(release.declared, Refusal::new(HOLD_DECLARATION).at("declared"));
    match &release.decision {
        Decision::CoachResume => {
            let wanted = settings.resume_readings;
            let enough = improved >= usize::from(wanted);
            missing.unless(enough, Refusal::new(HOLD_IMPROVED_READING).with("wanted", wanted).with("found", improved));
        }
        Decision::Reschedule(plan) => rescheduling(facts, hold.opened_on, plan, settings, &mut missing),
        Decision::Stop { assets_listed } => {
            missing.unless(*assets_listed, Refusal::new(HOLD_ASSETS).at("assets_listed"));
        }
    }
    missing.or(release.decision.aftermath(improved, settings))
}

fn rescheduling(facts: &Facts, opened_on: Day, plan: &Reschedule, settings: &Settings, missing: &mut Refusals) {
    let seen_since = |done: Day| opened_on <= done && done <= facts.on;
    missing.unless(facts.visits.iter().any(|visit| visit.done.is_some_and(seen_since)), HOLD_VISIT);

    let net = taken(&facts.readings, facts.on, |reading| reading.net);
    let days = settings.reading_recent_days;
    let recent = net.last().is_some_and(|(day, _)| facts.on.days_since(*day) <= i32::from(days));
    missing.unless(recent, Refusal::new(HOLD_RECENT_READING).with("days", days));

    let last_two = &net[net.len().saturating_sub(2)..];
    let bearable = plan.new_instalment.is_some_and(|instalment| bears(last_two, instalment, settings));
    let percent = settings.reschedule_income_percent;
    missing.unless(bearable, Refusal::new(HOLD_CAPACITY).with("percent", percent).at("new_instalment"));

    let kept = plan.new_total.is_some() && plan.new_total == plan.outstanding;
    missing.unless(kept, Refusal::new(HOLD_TOTAL).at("new_total"));
}

/// Whether an instalment is at most the wanted share of the mean of some net readings; the mean of none is 0.
fn bears(net: &[(Day, Money)], instalment: Money, settings: &Settings) -> bool {
    let sum: i128 = net.iter().map(|(_, net)| i128::from(net.halalas())).sum();
    let count = i128::try_from(net.len().max(1)).unwrap_or(1);
    i128::from(instalment.halalas()) * 100 * count <= sum * i128::from(settings.reschedule_income_percent)
}
