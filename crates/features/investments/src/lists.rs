//! The lists of investments, units and rents, as they are taken along.

use crate::{estate, store};
use kernel::{Failure, Result};
use office::context::Read;
use office::tables::list::{Column, Filter, List, Pages, Said, Written, column, filter};

const TEXT: Filter = filter("text", "parts.search.label", Said::Plain);

pub const LISTS: &[List] = &[
    List {
        command: "investments.list",
        title: "investments.title",
        rows: "lines",
        key: &["investment"],
        pages: Pages::Offset,
        columns: INVESTMENTS,
        filters: &[
            TEXT,
            filter("kind", "investments.kind_label", Said::Word("investments.kind")),
            filter("standing", "investments.standing_label", Said::Word("investments.standing")),
            filter("fund", "investments.fund", Said::Named(fund)),
        ],
    },
    List {
        command: "investments.units",
        title: "investments.units",
        rows: "lines",
        key: &["unit"],
        pages: Pages::Offset,
        columns: UNITS,
        filters: &[
            TEXT,
            filter("standing", "investments.standing_label", Said::Word("investments.unit_standing")),
            filter("investment", "investments.building", Said::Named(building)),
            filter("ending", "investments.ending_soon", Said::Flag),
        ],
    },
    List {
        command: "investments.rents",
        title: "investments.rents",
        rows: "lines",
        key: &["key"],
        pages: Pages::Offset,
        columns: RENTS,
        filters: &[
            TEXT,
            filter("standing", "investments.standing_label", Said::Word("investments.rent_standing")),
            filter("investment", "investments.building", Said::Named(building)),
            filter("lease", "investments.lease", Said::Named(lease)),
            filter("due_from", "investments.due_from", Said::Plain),
            filter("due_until", "investments.due_until", Said::Plain),
            filter("on", "investments.as_on", Said::Plain),
        ],
    },
];

const INVESTMENTS: &[Column] = &[
    column("number", "investments.number", "investment_no", Written::Text),
    column("name", "investments.name", "name", Written::Text),
    column("kind", "investments.kind_label", "kind", Written::Word("investments.kind")),
    column("fund", "investments.fund", "fund_name", Written::Text),
    column("manager", "investments.manager", "manager", Written::Text),
    column("standing", "investments.standing_label", "standing", Written::Word("investments.standing")),
    column("cost", "investments.cost", "cost", Written::Money),
    column("received", "investments.received", "received", Written::Money),
    column("units", "investments.units", "units", Written::Whole),
    column("visited_on", "investments.visited_on", "visited_on", Written::Day),
];

const UNITS: &[Column] = &[
    column("name", "investments.unit", "facts.name", Written::Text),
    column("building", "investments.building", "investment_name", Written::Text),
    column("usage", "investments.usage_label", "facts.usage", Written::Word("investments.usage")),
    column("standing", "investments.standing_label", "standing", Written::Word("investments.unit_standing")),
    column("tenant", "investments.tenant", "tenant_name", Written::Text),
    column("cost", "investments.cost", "facts.cost", Written::Money),
    column("rent", "investments.monthly_rent", "rent", Written::Money),
    column("lease_ends", "investments.lease_ends", "lease_ends", Written::Day),
    column("next_due", "investments.next_due", "next_due", Written::Day),
    column("late", "investments.late", "late", Written::Money),
    column("vacant_since", "investments.vacant_since", "vacant_since", Written::Day),
    column("received", "investments.received", "received", Written::Money),
];

const RENTS: &[Column] = &[
    column("tenant", "investments.tenant", "tenant_name", Written::Text),
    column("unit", "investments.unit", "unit_name", Written::Text),
    column("building", "investments.building", "investment_name", Written::Text),
    column("lease_no", "investments.lease_no", "lease_no", Written::Text),
    column("due", "investments.due", "due", Written::Day),
    column("amount", "investments.rent", "amount", Written::Money),
    column("paid", "investments.paid", "paid", Written::Money),
    column("left", "investments.left", "left", Written::Money),
    column("late_days", "investments.late_days", "late_days", Written::Whole),
    column("standing", "investments.standing_label", "standing", Written::Word("investments.rent_standing")),
];

fn id(text: &str) -> Result<[u8; 16]> {
    let id: kernel::id::SubjectId = text.parse().map_err(|_| Failure::not_found("subject"))?;
    Ok(*id.as_bytes())
}

fn fund(cx: &Read<'_>, text: &str) -> Result<String> {
    Ok(ledger::fund::fund(cx, kernel::id::FundId::from_bytes(id(text)?))?.name)
}

fn building(cx: &Read<'_>, text: &str) -> Result<String> {
    store::label(cx, id(text)?)
}

fn lease(cx: &Read<'_>, text: &str) -> Result<String> {
    estate::leases::label(cx, id(text)?)
}
