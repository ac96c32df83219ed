//! The lists of the frame itself, as they are taken along: the trail, the people, the rights.

use super::list::{Column, List, Pages, Said, Written, column, filter};
use crate::words::{Language, find, word};
use serde_json::Value;
use sheets::{ColumnKind, Value as Cell};

pub const AUDIT: &[List] = &[
    List {
        command: "audit.list",
        title: "audit.title",
        rows: "lines",
        key: &["seq"],
        pages: Pages::Newest { before: "before" },
        columns: TRAIL,
        filters: &[
            filter("from", "audit.from", Said::Plain),
            filter("until", "audit.until", Said::Plain),
            filter("person", "audit.who", Said::Named(person_name)),
            filter("action", "audit.action_word", Said::Word("audit.action")),
            filter("feature", "audit.feature", Said::Word("feature")),
            filter("text", "parts.search.label", Said::Plain),
        ],
    },
    List {
        command: "audit.mine",
        title: "history.title",
        rows: "lines",
        key: &["seq"],
        pages: Pages::Newest { before: "before" },
        columns: TRAIL,
        filters: &[],
    },
];

const TRAIL: &[Column] = &[
    column("at", "audit.when", "at", Written::Moment),
    column("person", "audit.who", "person_name", Written::Text),
    column("command", "audit.what", "command", Written::Word("command")),
    column("summary", "audit.subject", "summary", Written::Text),
    column("action", "audit.action_word", "action", Written::Word("audit.action")),
    column("outcome", "audit.outcome_word", "outcome", Written::Made(ColumnKind::Text, outcome)),
    column("seq", "audit.seq", "seq", Written::Whole),
];

/// `done`, `refused:<code>`, `forbidden`, `broken:<reference>` in words.
fn outcome(row: &Value, language: Language) -> Cell {
    let said = row["outcome"].as_str().unwrap_or_default();
    let kind = said.split(':').next().unwrap_or_default();
    Cell::Text(find(&format!("audit.outcome.{kind}"), language).unwrap_or_else(|| said.to_owned()))
}

fn person_name(cx: &crate::context::Read<'_>, id: &str) -> kernel::Result<String> {
    let people = crate::staff::people(cx)?;
    Ok(people.into_iter().find(|person| person.id.to_string() == id).map(|person| person.name).unwrap_or_default())
}

pub const STAFF: &[List] = &[
    List {
        command: "staff.list",
        title: "staff.title",
        rows: "people",
        key: &["id"],
        pages: Pages::Whole,
        columns: &[
            column("name", "staff.name", "name", Written::Text),
            column("login", "session.login", "login", Written::Text),
            column("role", "staff.role", "role", Written::Word("role")),
            column("seen", "staff.last_seen", "last_seen_at", Written::Moment),
            column("added", "staff.added_at", "added_at", Written::Moment),
            column("state", "staff.state", "active", Written::Made(ColumnKind::Text, person_state)),
        ],
        filters: &[],
    },
    List {
        command: "staff.permissions",
        title: "permissions.title",
        rows: "permissions",
        key: &["name"],
        pages: Pages::Whole,
        columns: &[
            column("name", "permissions.right", "name", Written::Word("permission")),
            column("researcher", "role.researcher", "roles", Written::Made(ColumnKind::Text, researcher)),
            column("supervisor", "role.supervisor", "roles", Written::Made(ColumnKind::Text, supervisor)),
            column("finance", "role.finance", "roles", Written::Made(ColumnKind::Text, finance)),
            column("committee", "role.committee", "roles", Written::Made(ColumnKind::Text, committee)),
            column("administrator", "role.administrator", "roles", Written::Made(ColumnKind::Text, administrator)),
        ],
        filters: &[],
    },
];

fn person_state(row: &Value, language: Language) -> Cell {
    let is = |field: &str| row[field].as_bool().unwrap_or_default();
    let key = match (is("active"), is("must_change_password")) {
        (false, _) => "staff.state_removed",
        (true, true) => "staff.state_first_password",
        (true, false) => "staff.state_active",
    };
    Cell::Text(word(key, language))
}

fn holds(row: &Value, role: &str, language: Language) -> Cell {
    let roles = row["roles"].as_array();
    let held = roles.is_some_and(|roles| roles.iter().any(|one| one.as_str() == Some(role)));
    Cell::Text(word(if held { "permissions.allowed" } else { "permissions.not_allowed" }, language))
}

fn researcher(row: &Value, language: Language) -> Cell {
    holds(row, "researcher", language)
}

fn supervisor(row: &Value, language: Language) -> Cell {
    holds(row, "supervisor", language)
}

fn finance(row: &Value, language: Language) -> Cell {
    holds(row, "finance", language)
}

fn committee(row: &Value, language: Language) -> Cell {
    holds(row, "committee", language)
}

fn administrator(row: &Value, language: Language) -> Cell {
    holds(row, "administrator", language)
}
