//! The files that are due, as their list is taken along.

use office::tables::list::{List, Pages, Said, Written, column, filter};

pub const LISTS: &[List] = &[List {
    command: "privacy.due",
    title: "privacy.due_title",
    rows: "lines",
    key: &["party"],
    pages: Pages::Offset,
    columns: &[
        column("file_no", "privacy.file_no", "file_no", Written::Text),
        column("name", "privacy.name", "name", Written::Text),
        column("status", "privacy.status", "status", Written::Word("beneficiaries.status")),
        column("since", "privacy.since", "since", Written::Day),
        column("due", "privacy.due_on", "due", Written::Day),
        column("state", "privacy.state_label", "state", Written::Word("privacy.state")),
        column("reason", "privacy.reason", "reason", Written::Text),
        column("by", "privacy.asked_by", "asked_by_name", Written::Text),
    ],
    filters: &[
        filter("text", "parts.search.label", Said::Plain),
        filter("waiting", "privacy.waiting_only", Said::Flag),
    ],
}];
