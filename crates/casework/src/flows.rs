//! Who may move a request where, and what it lacks.
//!
//! [`attempt`] tries one step of one person on one day and gives the request as it stands afterwards, or every refusal that
//! applies: a screen shows them as the list above the button. Three refusals come alone, before all others: the request is
//! hidden from the person, the person declared a tie, or the way does not exist ([`ways`]).

mod deciding;
mod moving;
mod request;
mod ways;

pub use request::{Actor, Consent, Contested, Contests, Document, Move, Outcome, Request, Stage, Step, VisitPolicy};
pub use ways::ways;

use crate::deadlines::{self, DaysOff, appeal_last};
use crate::people::{DecisionLimit, Role};
use crate::refusals::{
    FLOW_APPEAL_OVER, FLOW_APPLICANT, FLOW_ASSIGNEE_ROLE, FLOW_CONSENT, FLOW_CONTESTED, FLOW_HIDDEN,
    FLOW_NO_THIRD_LEVEL, FLOW_PARENT, FLOW_PARENT_NOT_DECIDED, FLOW_ROLE, FLOW_STAGE, FLOW_TIE, FLOW_TRANSITION,
    Refusals,
};
use crate::requests::{Kind, State};
use kernel::{Day, Refusal};

/// What the association has settled that the steps depend on.
#[derive(Debug, Clone, Copy)]
pub struct Frame<'a> {
    pub decision_limit: DecisionLimit,
    /// For the last day of appeal.
    pub deadlines: &'a deadlines::Settings,
    pub days_off: &'a [DaysOff],
}

/// Roles that take requests in and study them.
pub(crate) const STUDYING: [Role; 3] = [Role::Staff, Role::Supervisor, Role::Director];

/// Tries a step.
///
/// # Errors
/// All that is in the way, in the order of the rule. A refused step changes nothing.
pub fn attempt(request: &Request, actor: &Actor, on: Day, step: &Step, frame: Frame<'_>) -> Result<Request, Refusals> {
    if request.is_hidden_from(actor) {
        return Err(Refusals::only(FLOW_HIDDEN));
    }
    if request.ties.contains(&actor.name) {
        return Err(Refusals::only(FLOW_TIE));
    }
    match step {
        Step::Open => open(request, actor, on, frame),
        Step::Assign(assignee) => assign(request, actor, assignee),
        Step::To(way) => {
            if !ways(request).contains(&way.to) {
                return Err(Refusals::only(FLOW_TRANSITION));
            }
            moving::go(request, actor, on, way, frame)
        }
        Step::Stage(stage) => advance(request, actor, *stage),
    }
}

fn open(request: &Request, actor: &Actor, on: Day, frame: Frame<'_>) -> Result<Request, Refusals> {
    if request.state.is_some() {
        return Err(Refusals::only(FLOW_TRANSITION));
    }
    let mut refused = Refusals::default();
    refused.unless(STUDYING.contains(&actor.role), FLOW_ROLE);
    let may_be_nobody = request.anonymous && matches!(request.kind, Kind::Complaint | Kind::Inquiry);
    refused.unless(request.applicant.is_some() || may_be_nobody, Refusal::new(FLOW_APPLICANT).at("applicant"));
    if request.kind == Kind::Grievance {
        contest(request, on, frame, &mut refused)?;
    }
    refused.or(Request { state: Some(State::New), ..request.clone() })
}

/// Whether a grievance may be raised.
fn contest(request: &Request, on: Day, frame: Frame<'_>, refused: &mut Refusals) -> Result<(), Refusals> {
    let Some(parent) = &request.parent else {
        refused.add(Refusal::new(FLOW_PARENT).at("parent"));
        return Ok(());
    };
    let third = parent.kind == Kind::Grievance
        && parent.parent.as_ref().is_some_and(|grandparent| grandparent.kind == Kind::Grievance);
    refused.unless(!third, FLOW_NO_THIRD_LEVEL);
    if request.contests == Contests::Decision {
        refused.unless(parent.is_decided(), FLOW_PARENT_NOT_DECIDED);
        if let Some(letter) = parent.letter {
            let last = appeal_last(letter, frame.days_off, frame.deadlines)?;
            refused.unless(on <= last, Refusal::new(FLOW_APPEAL_OVER).with("last", last));
        }
    }
    Ok(())
}

fn assign(request: &Request, actor: &Actor, assignee: &Actor) -> Result<Request, Refusals> {
    if request.state.is_none_or(State::is_end) {
        return Err(Refusals::only(FLOW_TRANSITION));
    }
    let mut refused = Refusals::default();
    let takes_it = actor.role == Role::Staff && assignee.name == actor.name && request.researcher.is_none();
    refused.unless(takes_it || matches!(actor.role, Role::Supervisor | Role::Director), FLOW_ROLE);
    refused.unless(STUDYING.contains(&assignee.role), Refusal::new(FLOW_ASSIGNEE_ROLE).at("assignee"));
    refused.unless(!request.is_hidden_from(assignee), FLOW_HIDDEN);
    refused.unless(!request.ties.contains(&assignee.name), FLOW_TIE);
    refused.unless(!request.had_a_hand_in_it(&assignee.name), FLOW_CONTESTED);
    refused.or(Request { researcher: Some(assignee.name.clone()), ..request.clone() })
}

/// Takes a referral on at the partner's.
fn advance(request: &Request, actor: &Actor, stage: Stage) -> Result<Request, Refusals> {
    let mut refused = Refusals::default();
    refused.unless(STUDYING.contains(&actor.role), FLOW_ROLE);
    let under_way = request.kind == Kind::Referral && request.state == Some(State::Executing);
    let follows = request.stage.unwrap_or(Stage::HandedOver).leads_to(stage);
    refused.unless(under_way && follows, Refusal::new(FLOW_STAGE).at("stage"));
    refused.unless(request.consent == Consent::Given, FLOW_CONSENT);
    refused.or(Request { stage: Some(stage), ..request.clone() })
}
