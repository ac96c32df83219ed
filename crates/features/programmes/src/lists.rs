//! The list of programmes, as it is taken along.

use office::tables::list::{Column, List, Pages, Said, Written, column, filter};

pub const LISTS: &[List] = &[List {
    command: "programmes.list",
    title: "programmes.title",
    rows: "lines",
    key: &["programme"],
    pages: Pages::Offset,
    columns: PROGRAMMES,
    filters: &[
        filter("text", "parts.search.label", Said::Plain),
        filter("state", "programmes.state_label", Said::Word("programmes.state")),
    ],
}];

const PROGRAMMES: &[Column] = &[
    column("number", "programmes.number", "programme_no", Written::Text),
    column("name", "programmes.name", "name", Written::Text),
    column("governorate", "programmes.governorate", "governorate", Written::Text),
    column("phase", "programmes.phase_now", "phase", Written::Text),
    column("initiatives", "programmes.initiatives", "initiatives", Written::Whole),
    column("cost", "programmes.cost", "cost", Written::Money),
    column("progress", "programmes.progress", "progress", Written::Whole),
    column("coverage", "programmes.coverage", "coverage", Written::Whole),
    column("opened", "programmes.opened_on", "opened_on", Written::Day),
    column("state", "programmes.state_label", "state", Written::Word("programmes.state")),
];
