//! The table of moves.

use super::{Outcome, Request};
use crate::requests::{Kind, State};

/// The states a request can be moved to, whoever asks.
pub fn ways(request: &Request) -> Vec<State> {
    let Some(from) = request.state else { return Vec::new() };
    let mut ways = forward(request, from);
    let kind = request.kind;
    if waits_from(kind, from) {
        ways.push(State::AwaitingApplicant);
    }
    if holds_from(kind, from) {
        ways.push(State::OnHold);
    }
    ways.extend(out_of_a_pause(request, from));
    if withdraws_from(kind, from) {
        ways.push(State::Withdrawn);
    }
    ways
}

/// The moves of a kind on its way to the end.
fn forward(request: &Request, from: State) -> Vec<State> {
    use State::{Assessment, Closed, Decided, Executing, ForDecision, New};
    match (request.kind, from) {
        (Kind::Service, Decided) if request.outcome == Some(Outcome::Waitlisted) => {
            vec![Executing, Closed, ForDecision]
        }
        (Kind::Service | Kind::Complaint | Kind::Grievance | Kind::Dispute, from) => match from {
            New => vec![Assessment],
            Assessment => vec![ForDecision],
            ForDecision => vec![Decided, Assessment],
            Decided => vec![Executing, Closed],
            Executing => vec![Closed],
            _ => Vec::new(),
        },
        (Kind::DataChange, New) => vec![ForDecision],
        (Kind::DataChange, ForDecision) => vec![Decided],
        (Kind::DataChange, Decided) => vec![Executing, Closed],
        (Kind::Inquiry | Kind::Volunteer, New) => vec![Closed],
        (Kind::Internal, New) => vec![Executing, Closed],
        (Kind::Referral, New) => vec![Executing],
        (Kind::DataChange | Kind::Referral | Kind::Internal, Executing) => vec![Closed],
        _ => Vec::new(),
    }
}

/// Kinds whose requests follow a way here; loans have their own.
const fn has_a_way(kind: Kind) -> bool {
    !matches!(kind, Kind::Loan)
}

const fn waits_from(kind: Kind, from: State) -> bool {
    has_a_way(kind) && matches!(from, State::New | State::Assessment | State::ForDecision)
}

const fn holds_from(kind: Kind, from: State) -> bool {
    has_a_way(kind)
        && !kind.is_answered()
        && !matches!(kind, Kind::Referral)
        && matches!(from, State::Assessment | State::ForDecision | State::Executing)
}

/// Back to where it came from. Who waited for the applicant at the decision studies the answer first; a change of data has
/// no study.
fn out_of_a_pause(request: &Request, from: State) -> Option<State> {
    match (from, request.back?) {
        (State::AwaitingApplicant, State::ForDecision) if request.kind != Kind::DataChange => Some(State::Assessment),
        (State::AwaitingApplicant | State::OnHold, back) => Some(back),
        _ => None,
    }
}

const fn withdraws_from(kind: Kind, from: State) -> bool {
    use State::{Assessment, AwaitingApplicant, Executing, ForDecision, New, OnHold};
    match from {
        New | AwaitingApplicant | OnHold | Assessment | ForDecision => has_a_way(kind),
        Executing => matches!(kind, Kind::Referral),
        _ => false,
    }
}
