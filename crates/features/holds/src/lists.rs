//! The list of holds, as it is taken along.

use office::tables::list::{Column, List, Pages, Said, Written, column, filter};

pub const LISTS: &[List] = &[List {
    command: "holds.list",
    title: "hold.title",
    rows: "lines",
    key: &["hold"],
    pages: Pages::Offset,
    columns: COLUMNS,
    filters: &[
        filter("text", "parts.search.label", Said::Plain),
        filter("state", "hold.state_label", Said::Word("hold.state")),
        filter("day", "board.as_of", Said::Plain),
        filter("cause", "hold.cause_label", Said::Word("hold.cause")),
    ],
}];

const COLUMNS: &[Column] = &[
    column("loan", "hold.loan", "loan_no", Written::Text),
    column("borrower", "hold.borrower", "borrower", Written::Text),
    column("project", "hold.project", "project_name", Written::Text),
    column("cause", "hold.cause_label", "cause", Written::Word("hold.cause")),
    column("side", "hold.side_label", "side", Written::Word("hold.side")),
    column("opened", "hold.opened_on", "opened_on", Written::Day),
    column("days", "hold.days_label", "days", Written::Whole),
    column("outstanding", "hold.outstanding", "outstanding", Written::Money),
    column("state", "hold.state_label", "state", Written::Word("hold.state")),
];
