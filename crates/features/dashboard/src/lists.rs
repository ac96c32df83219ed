//! The vouchers behind a figure of the board, as they are taken along.

use kernel::Result;
use office::context::Read;
use office::tables::list::{List, Pages, Said, Written, column, filter};
use office::words::{self, Language};

pub const LISTS: &[List] = &[TRANCHES, FLOW, ROWS];

const TRANCHES: List = List {
    command: "dashboard.tranches",
    title: "board.tranches",
    rows: "lines",
    key: &["tranche"],
    pages: Pages::Offset,
    columns: &[
        column("loan", "board.loan", "loan_no", Written::Text),
        column("borrower", "board.borrower", "borrower", Written::Text),
        column("project", "board.project", "project", Written::Text),
        column("wait", "board.tranche_waits", "wait", Written::Word("board.tranche_wait")),
        column("since", "board.since", "since", Written::Day),
        column("days", "board.halted_days", "days", Written::Whole),
        column("amount", "funds.amount", "amount", Written::Money),
    ],
    filters: &[
        filter("day", "board.as_of", Said::Plain),
        filter("wait", "board.tranche_waits", Said::Word("board.tranche_wait")),
    ],
};

const FLOW: List = List {
    command: "dashboard.flow",
    title: "board.flow_text",
    rows: "lines",
    key: &["entry", "fund"],
    pages: Pages::Offset,
    columns: &[
        column("number", "funds.voucher", "number", Written::Text),
        column("day", "funds.day", "day", Written::Day),
        column("narration", "funds.narration", "narration", Written::Text),
        column("counterparty", "funds.counterparty", "counterparty", Written::Text),
        column("fund", "funds.fund", "fund_name", Written::Text),
        column("amount", "funds.amount", "amount", Written::Money),
    ],
    filters: &[
        filter("kind", "funds.filter_kind", Said::Word("board.flow")),
        filter("from", "collect.from", Said::Plain),
        filter("until", "collect.until", Said::Plain),
        filter("text", "parts.search.label", Said::Plain),
    ],
};

const ROWS: List = List {
    command: "dashboard.rows",
    title: "figures.rows",
    rows: "lines",
    key: &["key"],
    pages: Pages::Offset,
    columns: &[
        column("number", "figures.number", "number", Written::Text),
        column("name", "figures.name", "name", Written::Text),
        column("text", "figures.text", "text", Written::Text),
        column("person", "figures.person", "person", Written::Text),
        column("on", "figures.on", "on", Written::Day),
        column("due", "figures.due", "due", Written::Day),
        column("before", "figures.before", "before", Written::Whole),
        column("value", "figures.value", "value", Written::Whole),
        column("counts", "figures.counts", "counts", Written::Either("figures.counted", "figures.not_counted")),
    ],
    filters: &[
        filter("figure", "figures.figure", Said::Named(title)),
        filter("from", "collect.from", Said::Plain),
        filter("until", "collect.until", Said::Plain),
        filter("counts", "figures.counts", Said::Flag),
        filter("text", "parts.search.label", Said::Plain),
    ],
};

/// The name of a figure.
fn title(_: &Read<'_>, name: &str) -> Result<String> {
    Ok(words::word(&format!("figure.{name}.title"), Language::Ar))
}
