//! «الوصول إلى المستفيدين»: whom nobody has spoken to for so many days, whose identity record ends, what files lack; and
//! what somebody of the office did in a month.
//!
//! Nothing is kept here but after how many days a family is out of reach. What somebody did is told by the features
//! (`works` of their manifests); a visit is planned, an identity record checked and a file completed by the commands of the
//! features they belong to.

mod change_settings;
mod gaps;
mod identities;
pub mod inputs;
mod lists;
pub mod model;
mod month;
mod queries;
mod rules;
mod settings;
mod unreached;
mod waiting;

mod month_paper {
    pub use crate::month::month_paper;
}

pub use rules::REFUSALS;

use inputs::{AskTeam, AskWorkerMonth, ChangeReachSettings, ListGaps, ListIdentities, ListUnreached};
use model::{GapPage, IdentityPage, TeamMonth, UnreachedPage, WorkerMonth};
use office::feature::Feature;
use office::input::Nothing;
use office::paper::Paper;

/// What the house is told of this feature.
pub const FEATURE: Feature = Feature {
    name: "reach",
    commands: COMMANDS,
    permissions: PERMISSIONS,
    refusals: &[REFUSALS],
    views: &["reach"],
    screens: SCREENS,
    tasks: Some(waiting::tasks),
    lists: lists::LISTS,
    ..Feature::EMPTY
};

office::permissions! {
    /// See whom nobody has reached, and what files lack; and one's own month.
    REACH_VIEW = "reach.view", [Researcher, Supervisor, Committee, Administrator];
    /// See the months of everybody, and set after how many days a family is out of reach.
    REACH_TEAM = "reach.team", [Supervisor, Administrator];
}

office::screens! {
    UNREACHED = "reach.list", ListUnreached;
    GAPS = "reach.gaps", ListGaps;
    IDENTITIES = "reach.identities", ListIdentities;
    MONTH = "reach.month", AskWorkerMonth;
}

office::commands! { "reach",
    read  list       (ListUnreached) -> UnreachedPage,  needs REACH_VIEW, shows [reach, beneficiaries, follow_up, requests];
    read  identities (ListIdentities) -> IdentityPage,  needs REACH_VIEW, shows [reach, beneficiaries];
    read  gaps       (ListGaps) -> GapPage,             needs REACH_VIEW, shows [reach, beneficiaries];
    read  month      (AskWorkerMonth) -> WorkerMonth,   needs REACH_VIEW, shows [reach, beneficiaries, follow_up, requests, assessments];
    read  team       (AskTeam) -> TeamMonth,            needs REACH_TEAM, shows [reach, beneficiaries, follow_up, requests, assessments];
    write change_settings (ChangeReachSettings) -> Nothing, needs REACH_TEAM, touches [reach, tasks];
    print month_paper (AskWorkerMonth) -> Paper,        needs REACH_VIEW, touches [audit];
}
