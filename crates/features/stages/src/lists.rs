//! The list of projects with their stages, as it is taken along.

use office::tables::list::{Column, List, Pages, Said, Written, column, filter};

pub const LISTS: &[List] = &[List {
    command: "stages.projects",
    title: "stage.title",
    rows: "lines",
    key: &["project"],
    pages: Pages::Offset,
    columns: COLUMNS,
    filters: &[
        filter("text", "parts.search.label", Said::Plain),
        filter("standing", "loan.standing_label", Said::Word("loan.project_state")),
        filter("at", "stage.at_label", Said::Word("stage.at")),
    ],
}];

const COLUMNS: &[Column] = &[
    column("name", "loan.project", "name", Written::Text),
    column("borrower", "loan.borrower", "borrower", Written::Text),
    column("activity", "loan.activity", "activity", Written::Text),
    column("stage", "stage.now", "stage_name", Written::Text),
    column("at", "stage.at_label", "at", Written::Word("stage.at")),
    column("due", "stage.due", "stage_due", Written::Day),
    column("passed", "stage.passed_n", "passed", Written::Whole),
    column("stages", "stage.stages", "stages", Written::Whole),
    column("opened", "loan.opened_on", "opened_on", Written::Day),
    column("loans", "loan.tab.loans", "loans", Written::Whole),
    column("outstanding", "loan.outstanding", "outstanding", Written::Money),
    column("standing", "loan.standing_label", "standing", Written::Word("loan.project_state")),
];
