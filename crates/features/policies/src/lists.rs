//! The list of policies, as it is taken along.

use office::tables::list::{Column, List, Pages, Said, Written, column, filter};

pub const LISTS: &[List] = &[List {
    command: "policies.list",
    title: "policy.title",
    rows: "lines",
    key: &["policy"],
    pages: Pages::Offset,
    columns: COLUMNS,
    filters: &[
        filter("text", "parts.search.label", Said::Plain),
        filter("kind", "policy.kind_label", Said::Word("policy.kind")),
        filter("standing", "policy.standing_label", Said::Word("policy.standing")),
    ],
}];

const COLUMNS: &[Column] = &[
    column("title", "policy.name", "title", Written::Text),
    column("kind", "policy.kind_label", "kind", Written::Word("policy.kind")),
    column("issuer", "policy.issuer", "issuer", Written::Text),
    column("no", "policy.edition", "no", Written::Whole),
    column("decision", "policy.decision", "decision_no", Written::Text),
    column("approved", "policy.approved_on", "approved_on", Written::Day),
    column("effective", "policy.effective_on", "effective_on", Written::Day),
    column("review", "policy.review_on", "review_on", Written::Day),
    column("circulated", "policy.circulated", "circulated", Written::Whole),
    column("signed", "policy.signed", "signed", Written::Whole),
    column("standing", "policy.standing_label", "standing", Written::Word("policy.standing")),
];
