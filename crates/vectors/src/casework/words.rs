//! Words that several rules read.

use crate::reader::{Fields, Read, money, word};
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
