//! The list of guarantees, as it is taken along.

use kernel::Result;
use kernel::id::PartyId;
use office::context::Read;
use office::tables::list::{Column, List, Pages, Said, Written, column, filter};
use office::words::Language;
use serde_json::Value;
use sheets::{ColumnKind, Value as Cell};

pub const LISTS: &[List] = &[List {
    command: "guarantees.list",
    title: "guarantee.title",
    rows: "lines",
    key: &["id"],
    pages: Pages::Offset,
    columns: COLUMNS,
    filters: &[
        filter("text", "parts.search.label", Said::Plain),
        filter("state", "guarantee.state_label", Said::Word("guarantee.state")),
        filter("kind", "guarantee.kind", Said::Word("loan.guarantee_kind")),
        filter("party", "guarantee.guarantor", Said::Named(guarantor_name)),
    ],
}];

const COLUMNS: &[Column] = &[
    column("loan", "guarantee.loan", "loan_no", Written::Text),
    column("borrower", "guarantee.borrower", "borrower_name", Written::Text),
    column("kind", "guarantee.kind", "kind", Written::Word("loan.guarantee_kind")),
    column("guarantor", "guarantee.guarantor", "name", Written::Made(ColumnKind::Text, guarantor)),
    column("until", "guarantee.until", "until", Written::Day),
    column("state", "guarantee.state_label", "state", Written::Word("guarantee.state")),
    column("proposed", "guarantee.proposed_by", "proposed_by_name", Written::Text),
    column("verified", "guarantee.verified_by", "verified_by_name", Written::Text),
];

/// Who guarantees, or what the office says of it.
fn guarantor(row: &Value, _: Language) -> Cell {
    let text = |field: &str| row[field].as_str().unwrap_or_default();
    Cell::Text(if text("name").is_empty() { text("said") } else { text("name") }.to_owned())
}

fn guarantor_name(cx: &Read<'_>, id: &str) -> Result<String> {
    let id: PartyId = id.parse().map_err(|_| kernel::Failure::not_found("party"))?;
    Ok(parties::party(cx, id)?.facts.name)
}
