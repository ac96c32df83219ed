//! The list of members, as it is taken along.

use office::tables::list::{Column, List, Pages, Said, Written, column, filter};

pub const LISTS: &[List] = &[List {
    command: "assembly.list",
    title: "assembly.title",
    rows: "lines",
    key: &["member"],
    pages: Pages::Offset,
    columns: COLUMNS,
    filters: &[
        filter("text", "parts.search.label", Said::Plain),
        filter("year", "assembly.year", Said::Plain),
        filter("kind", "assembly.kind_label", Said::Word("assembly.kind")),
        filter("standing", "assembly.standing_label", Said::Word("assembly.standing")),
    ],
}];

const COLUMNS: &[Column] = &[
    column("number", "assembly.number", "number", Written::Whole),
    column("name", "assembly.name", "name", Written::Text),
    column("kind", "assembly.kind_label", "kind", Written::Word("assembly.kind")),
    column("joined", "assembly.joined_on", "joined_on", Written::Day),
    column("due", "assembly.due", "due", Written::Money),
    column("paid", "assembly.paid", "paid", Written::Money),
    column("standing", "assembly.standing_label", "standing", Written::Word("assembly.standing")),
    column("ended", "assembly.ended_on", "ended_on", Written::Day),
];
