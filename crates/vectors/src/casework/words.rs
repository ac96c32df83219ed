//! Words that several rules read.

use crate::reader::{Fields, Read, money, text, wanted, word};
use casework::requests::{Kind, State};
use casework::{DecisionLimit, Role};
use serde_norway::Value;

pub(super) const ROLES: [(&str, Role); 6] = [
    ("staff", Role::Staff),
    ("supervisor", Role::Supervisor),
    ("director", Role::Director),
    ("committee", Role::Committee),
    ("finance", Role::Finance),
    ("admin", Role::Admin),
];

pub(super) fn role(value: &Value) -> Read<Role> {
    word(value, &ROLES)
}

pub(super) fn role_name(role: Role) -> &'static str {
    ROLES.iter().find(|(_, known)| *known == role).map_or("", |(name, _)| name)
}

/// What a case changes of the limits of decision.
pub(super) fn decision_limit(settings: &mut Fields<'_>, limit: &mut DecisionLimit) -> Read<()> {
    settings.within("decision_limit", |fields| {
        fields.set("supervisor", &mut limit.supervisor, money)?;
        fields.set("director", &mut limit.director, money)
    })?;
    Ok(())
}

pub(super) fn kind(value: &Value) -> Read<Kind> {
    let name = text(value)?;
    Kind::ALL.into_iter().find(|kind| kind.name() == name).ok_or_else(|| wanted("a kind of request", value))
}

pub(super) fn request_state(value: &Value) -> Read<State> {
    let name = text(value)?;
    State::ALL.into_iter().find(|state| state.name() == name).ok_or_else(|| wanted("a state of a request", value))
}

/// The states of a document, and whether it may be believed in that state.
pub(super) const DOCUMENTS: [(&str, bool); 5] =
    [("unreviewed", false), ("genuine", true), ("doubtful", false), ("rejected", false), ("expired", false)];
