//! The list of purchases, as it is taken along.

use kernel::Result;
use kernel::id::PartyId;
use office::context::Read;
use office::tables::list::{Column, List, Pages, Said, Written, column, filter};

pub const LISTS: &[List] = &[List {
    command: "purchases.list",
    title: "purchase.title",
    rows: "lines",
    key: &["purchase"],
    pages: Pages::Offset,
    columns: COLUMNS,
    filters: &[
        filter("text", "parts.search.label", Said::Plain),
        filter("state", "purchase.state_label", Said::Word("purchase.state")),
        filter("supplier", "purchase.supplier", Said::Named(supplier_name)),
        filter("late", "purchase.late", Said::Flag),
    ],
}];

const COLUMNS: &[Column] = &[
    column("order_no", "purchase.order_no", "order_no", Written::Text),
    column("title", "purchase.what", "title", Written::Text),
    column("loan", "purchase.loan", "loan_no", Written::Text),
    column("borrower", "purchase.borrower", "borrower", Written::Text),
    column("supplier", "purchase.supplier", "supplier_name", Written::Text),
    column("amount", "purchase.amount", "amount", Written::Money),
    column("ordered", "purchase.ordered_on", "ordered_on", Written::Day),
    column("due", "purchase.due_on", "due_on", Written::Day),
    column("state", "purchase.state_label", "state", Written::Word("purchase.state")),
];

fn supplier_name(cx: &Read<'_>, id: &str) -> Result<String> {
    let id: PartyId = id.parse().map_err(|_| kernel::Failure::not_found("party"))?;
    Ok(parties::party(cx, id)?.facts.name)
}
