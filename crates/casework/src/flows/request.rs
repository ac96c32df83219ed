//! A request, as far as its steps depend on it.

use crate::criteria::Whole;
use crate::people::Role;
use crate::requests::{Kind, State};
use kernel::{Day, Money};
use serde::{Deserialize, Serialize};

/// Somebody who acts, or is given a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// Whatever tells persons apart.
    pub name: String,
    pub role: Role,
    pub department: Option<String>,
}

/// What was decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "RequestOutcome")]
pub enum Outcome {
    Approved,
    Rejected,
    Waitlisted,
    Referred,
    Upheld,
    Partly,
    Settled,
    NotSettled,
}

impl Outcome {
    /// The outcomes of a kind; none for a kind that is not decided.
    pub const fn of(kind: Kind) -> &'static [Self] {
        match kind {
            Kind::Service => &[Self::Approved, Self::Rejected, Self::Waitlisted, Self::Referred],
            Kind::Complaint | Kind::Grievance => &[Self::Upheld, Self::Partly, Self::Rejected],
            Kind::Dispute => &[Self::Settled, Self::NotSettled, Self::Referred],
            Kind::DataChange => &[Self::Approved, Self::Rejected],
            Kind::Inquiry | Kind::Referral | Kind::Loan | Kind::Volunteer | Kind::Internal => &[],
        }
    }

    /// Whether something is to be carried out.
    pub const fn is_carried_out(self) -> bool {
        matches!(self, Self::Approved | Self::Referred | Self::Upheld | Self::Partly | Self::Settled)
    }
}

/// Where a referral stands at the partner's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ReferralStage")]
pub enum Stage {
    /// The card was given to the person.
    HandedOver,
    /// The partner was spoken to.
    Contacted,
    Arrived,
    Served,
    Refused,
    NoShow,
}

impl Stage {
    pub const fn leads_to(self, next: Self) -> bool {
        match self {
            Self::HandedOver => matches!(next, Self::Contacted),
            Self::Contacted => matches!(next, Self::Arrived | Self::Refused | Self::NoShow),
            Self::Arrived => matches!(next, Self::Served | Self::Refused),
            Self::Served | Self::Refused | Self::NoShow => false,
        }
    }

    /// Nothing follows it; arriving is no result.
    pub const fn is_result(self) -> bool {
        matches!(self, Self::Served | Self::Refused | Self::NoShow)
    }
}

/// Whether data may be shared with the partner.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "SharingConsent")]
pub enum Consent {
    #[default]
    NotAsked,
    Given,
    Withdrawn,
}

/// What a grievance is against.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "GrievanceContests")]
pub enum Contests {
    #[default]
    Decision,
    /// May be contested before any decision, and has no last day.
    Procedure,
}

/// Whether a service wants a visit.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ServiceVisitPolicy")]
pub enum VisitPolicy {
    Never,
    #[default]
    IfNeeded,
    Always,
}

/// A document of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Document {
    pub mandatory: bool,
    pub genuine: bool,
    /// The last day on which it counts.
    pub expires: Option<Day>,
}

/// The request a grievance is against, with what it is against in its turn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contested {
    pub kind: Kind,
    pub state: Option<State>,
    pub outcome: Option<Outcome>,
    pub researcher: Option<String>,
    pub decider: Option<String>,
    /// The day on which its decision was handed over.
    pub letter: Option<Day>,
    pub parent: Option<Box<Contested>>,
}

impl Contested {
    /// Whether it has a decision: its outcome says so, or a state that only a decision leads to.
    pub fn is_decided(&self) -> bool {
        let past_it = matches!(self.state, Some(State::Decided | State::Executing | State::Closed));
        self.outcome.is_some() || (past_it && !Outcome::of(self.kind).is_empty())
    }
}

/// A request with all that its steps look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    pub kind: Kind,
    /// None before it is opened.
    pub state: Option<State>,
    /// While it waits or is on hold: the state it came from.
    pub back: Option<State>,
    /// None for a complaint or an inquiry without a name.
    pub applicant: Option<String>,
    pub anonymous: bool,
    /// Hidden from the department it is against.
    pub restricted: bool,
    /// The department complained of.
    pub against: Option<String>,
    /// Who studies it.
    pub researcher: Option<String>,
    pub decider: Option<String>,
    pub outcome: Option<Outcome>,
    pub documents: Vec<Document>,
    pub interview: bool,
    pub visit: bool,
    pub visit_policy: VisitPolicy,
    pub visit_needed: bool,
    /// Whether applicant and researcher have one family name.
    pub same_family_name: bool,
    /// Who declared to have no tie with the applicant.
    pub declared: Vec<String>,
    /// Who declared to have one.
    pub ties: Vec<String>,
    /// What the criteria of the service say.
    pub criteria: Whole,
    pub asked: Option<Money>,
    pub contests: Contests,
    /// The day on which the letter with the decision was handed over.
    pub letter: Option<Day>,
    pub parent: Option<Contested>,
    pub consent: Consent,
    /// Whether the card of a referral is printed.
    pub card: bool,
    pub stage: Option<Stage>,
    pub executed: bool,
    /// A service approved against its criteria.
    pub exception: bool,
}

impl Request {
    /// A request that is not opened yet.
    pub fn of(kind: Kind) -> Self {
        Self {
            kind,
            state: None,
            back: None,
            applicant: None,
            anonymous: false,
            restricted: false,
            against: None,
            researcher: None,
            decider: None,
            outcome: None,
            documents: Vec::new(),
            interview: false,
            visit: false,
            visit_policy: VisitPolicy::default(),
            visit_needed: false,
            same_family_name: false,
            declared: Vec::new(),
            ties: Vec::new(),
            criteria: Whole::Eligible,
            asked: None,
            contests: Contests::default(),
            letter: None,
            parent: None,
            consent: Consent::default(),
            card: false,
            stage: None,
            executed: false,
            exception: false,
        }
    }

    /// 0 for what is no grievance, 2 for a grievance against a grievance, else 1.
    pub fn level(&self) -> u8 {
        match (self.kind, &self.parent) {
            (Kind::Grievance, Some(parent)) if parent.kind == Kind::Grievance => 2,
            (Kind::Grievance, _) => 1,
            _ => 0,
        }
    }

    /// Whether the person's department is the one a restricted request is against.
    pub fn is_hidden_from(&self, person: &Actor) -> bool {
        self.restricted && self.against.is_some() && self.against == person.department
    }

    /// Whether somebody studied or decided what the grievance is against, or anything above that.
    pub fn had_a_hand_in_it(&self, name: &str) -> bool {
        let mut above = self.parent.as_ref().filter(|_| self.kind == Kind::Grievance);
        while let Some(contested) = above {
            if [&contested.researcher, &contested.decider].into_iter().flatten().any(|hand| hand == name) {
                return true;
            }
            above = contested.parent.as_deref();
        }
        false
    }
}

/// What somebody does with a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    Open,
    /// Gives it to somebody to study.
    Assign(Actor),
    To(Move),
    /// Takes a referral on at the partner's.
    Stage(Stage),
}

/// A move to another state, with what is said on the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Move {
    pub to: State,
    /// Of waiting, a hold, or a decision.
    pub reason: Option<String>,
    /// Of a decision.
    pub outcome: Option<Outcome>,
    /// What is approved.
    pub amount: Option<Money>,
    /// Whether it is approved against the criteria.
    pub exception: bool,
    /// Of an inquiry.
    pub answer: Option<String>,
    /// Whether the applicant asked for the withdrawal.
    pub asked_by_applicant: bool,
}

impl Move {
    pub const fn to(to: State) -> Self {
        Self {
            to,
            reason: None,
            outcome: None,
            amount: None,
            exception: false,
            answer: None,
            asked_by_applicant: false,
        }
    }
}
