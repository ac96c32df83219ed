//! The reports, as their list is taken along.

use office::tables::list::{List, Pages, Said, Written, column, filter};

pub const LISTS: &[List] = &[List {
    command: "reports.list",
    title: "reports.title",
    rows: "lines",
    key: &["report"],
    pages: Pages::Offset,
    columns: &[
        column("number", "reports.number", "report_no", Written::Text),
        column("month", "reports.until", "until", Written::Day),
        column("edition", "reports.edition", "edition", Written::Whole),
        column("state", "reports.state_label", "state", Written::Word("reports.state")),
        column("prepared_by", "reports.prepared_by", "prepared_by_name", Written::Text),
        column("prepared", "reports.prepared_on", "prepared_on", Written::Day),
        column("issued_by", "reports.issued_by", "issued_by_name", Written::Text),
        column("issued", "reports.issued_on", "issued_on", Written::Day),
        column("recipients", "reports.recipients", "recipients", Written::Whole),
        column("handed", "reports.handed", "handed", Written::Whole),
    ],
    filters: &[filter("state", "reports.state_label", Said::Word("reports.state"))],
}];
