//! The vouchers behind a figure of the board, as they are taken along.

use office::tables::list::{List, Pages, Said, Written, column, filter};

pub const LISTS: &[List] = &[List {
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
}];
