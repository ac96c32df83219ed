//! The list of applications, as it is taken along.

use kernel::{Failure, Result};
use office::context::Read;
use office::tables::list::{Column, List, Pages, Said, Written, column, filter};

pub const LISTS: &[List] = &[List {
    command: "applications.list",
    title: "application.title",
    rows: "lines",
    key: &["application"],
    pages: Pages::Offset,
    columns: COLUMNS,
    filters: &[
        filter("text", "parts.search.label", Said::Plain),
        filter("state", "application.state_label", Said::Word("application.state")),
        filter("product", "application.product", Said::Named(product_name)),
        filter("party", "application.applicant", Said::Named(party_name)),
        filter("researcher", "application.researcher", Said::Named(person_name)),
    ],
}];

const COLUMNS: &[Column] = &[
    column("number", "application.number", "application_no", Written::Text),
    column("applicant", "application.applicant", "applicant", Written::Text),
    column("project", "application.project", "project_name", Written::Text),
    column("product", "application.product", "product_name", Written::Text),
    column("amount", "application.amount", "amount", Written::Money),
    column("instalments", "application.instalments", "instalments", Written::Whole),
    column("opened", "application.opened_on", "opened_on", Written::Day),
    column("researcher", "application.researcher", "researcher_name", Written::Text),
    column("since", "application.since", "since", Written::Day),
    column("state", "application.state_label", "state", Written::Word("application.state")),
];

fn product_name(cx: &Read<'_>, id: &str) -> Result<String> {
    Ok(loans::product(cx, id.parse().map_err(|_| Failure::not_found("product"))?)?.name)
}

fn party_name(cx: &Read<'_>, id: &str) -> Result<String> {
    Ok(parties::party(cx, id.parse().map_err(|_| Failure::not_found("party"))?)?.facts.name)
}

fn person_name(cx: &Read<'_>, id: &str) -> Result<String> {
    let id: kernel::id::PersonId = id.parse().map_err(|_| Failure::not_found("person"))?;
    let sql = "SELECT name FROM user_name WHERE id = $1";
    let found: Option<String> = cx.row(sql, database::values![id], |row| row.get("name"))?;
    found.ok_or(Failure::not_found("person"))
}
