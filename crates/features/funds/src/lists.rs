//! The lists of the books, as they are taken along.

use kernel::id::FundId;
use kernel::{Failure, Money, Result};
use office::context::Read;
use office::tables::list::{Filter, List, Pages, Said, Written, column, filter};
use office::words::{Language, fill, word};
use serde_json::Value;
use sheets::{ColumnKind, Value as Cell};
use std::collections::BTreeMap;

const FROM: Filter = filter("from", "collect.from", Said::Plain);
const UNTIL: Filter = filter("until", "collect.until", Said::Plain);
const AS_OF: Filter = filter("day", "funds.as_of", Said::Plain);
const FUND: Filter = filter("fund", "funds.fund", Said::Named(fund_name));

pub const LISTS: &[List] = &[
    List {
        command: "funds.list",
        title: "funds.funds",
        rows: "funds",
        key: &["fund.id"],
        pages: Pages::Whole,
        columns: &[
            column("fund", "funds.fund", "fund.name", Written::Text),
            column("class", "funds.class", "fund.class", Written::Word("funds.restriction")),
            column("cash", "funds.cash", "totals.cash", Written::Money),
            column("loans", "funds.loans", "totals.loans", Written::Money),
            column("investments", "funds.investments", "totals.investments", Written::Money),
            column("net_assets", "funds.net_assets", "totals.net_assets", Written::Money),
        ],
        filters: &[AS_OF],
    },
    List {
        command: "funds.journal",
        title: "funds.journal",
        rows: "rows",
        key: &["id"],
        pages: Pages::Newest { before: "filter.before" },
        columns: &[
            column("voucher", "funds.voucher", "voucher", Written::Made(ColumnKind::Text, voucher)),
            column("day", "funds.day", "day", Written::Day),
            column("narration", "funds.narration", "narration", Written::Made(ColumnKind::Text, narration)),
            column("fund", "funds.fund", "fund_name", Written::Made(ColumnKind::Text, funds_of)),
            column("debit", "funds.debit", "debit_name", Written::Text),
            column("credit", "funds.credit", "credit_name", Written::Text),
            column("amount", "funds.amount", "amount", Written::Money),
            column("state", "funds.state", "reversed", Written::Made(ColumnKind::Text, state)),
        ],
        filters: &[
            filter("filter.from", "collect.from", Said::Plain),
            filter("filter.until", "collect.until", Said::Plain),
            filter("filter.kind", "funds.filter_kind", Said::Word("funds.voucher_kind")),
            filter("filter.fund", "funds.fund", Said::Named(fund_name)),
            filter("filter.text", "parts.search.label", Said::Plain),
        ],
    },
    List {
        command: "funds.account",
        title: "funds.ledger.title",
        rows: "ledger.lines",
        key: &[],
        pages: Pages::Whole,
        columns: &[
            column("voucher", "funds.voucher", "voucher", Written::Made(ColumnKind::Text, voucher)),
            column("day", "funds.day", "day", Written::Day),
            column("narration", "funds.narration", "narration", Written::Made(ColumnKind::Text, memo)),
            column("fund", "funds.fund", "fund", Written::Named(fund_name)),
            column("debit", "funds.debit", "amount", Written::Made(ColumnKind::Money, debit)),
            column("credit", "funds.credit", "amount", Written::Made(ColumnKind::Money, credit)),
            column("balance", "funds.ledger.balance", "balance", Written::Money),
        ],
        filters: &[filter("account", "funds.chart.code", Said::Plain), FROM, UNTIL, FUND],
    },
    List {
        command: "funds.trial_balance",
        title: "funds.trial_balance",
        rows: "rows",
        key: &["account"],
        pages: Pages::Whole,
        columns: &[
            column("account", "funds.chart.code", "account", Written::Text),
            column("name", "funds.chart.name", "name", Written::Text),
            column("debit", "funds.debit", "debit", Written::Money),
            column("credit", "funds.credit", "credit", Written::Money),
            column("debit_balance", "funds.debit_balance", "debit_balance", Written::Money),
            column("credit_balance", "funds.credit_balance", "credit_balance", Written::Money),
        ],
        filters: &[AS_OF, FUND],
    },
    List {
        command: "funds.chart",
        title: "funds.chart.title",
        rows: "accounts",
        key: &["code"],
        pages: Pages::Whole,
        columns: &[
            column("code", "funds.chart.code", "code", Written::Text),
            column("name", "funds.chart.name", "name", Written::Text),
            column("type", "funds.chart.type", "type", Written::Word("funds.chart.type_of")),
            column("class", "funds.class", "restriction_class", Written::Word("funds.restriction")),
            column(
                "postable",
                "funds.chart.postable",
                "postable",
                Written::Either("funds.chart.is_postable", "funds.chart.is_group"),
            ),
            column("origin", "funds.chart.origin", "origin", Written::Word("funds.chart.origin_of")),
            column(
                "checked",
                "funds.chart.checked",
                "checked",
                Written::Either("funds.chart.is_checked", "funds.chart.is_unchecked"),
            ),
        ],
        filters: &[],
    },
    List {
        command: "funds.cheques",
        title: "funds.cheque.title",
        rows: "cheques",
        key: &["id"],
        pages: Pages::Whole,
        columns: &[
            column("voucher", "funds.voucher", "voucher", Written::Text),
            column("day", "funds.day", "day", Written::Day),
            column("number", "funds.cheque.number", "reference", Written::Text),
            column("donor", "funds.cheque.donor", "donor", Written::Text),
            column("fund", "funds.fund", "fund_name", Written::Text),
            column("amount", "funds.amount", "amount", Written::Money),
            column("state", "funds.state", "state", Written::Word("funds.cheque")),
            column("cleared_on", "funds.cheque.cleared_on", "cleared_on", Written::Day),
        ],
        filters: &[],
    },
];

fn voucher(row: &Value, _: Language) -> Cell {
    let of = |field: &str| &row["voucher"][field];
    let (year, no) = (of("year").as_i64().unwrap_or_default(), of("no").as_i64().unwrap_or_default());
    Cell::Text(format!("{}-{year}-{no:06}", of("kind").as_str().unwrap_or_default()))
}

fn joined(row: &Value, first: &str, second: &str) -> Cell {
    let text = |field: &str| row[field].as_str().unwrap_or_default();
    let parts = [text(first), text(second)].into_iter().filter(|part| !part.is_empty());
    Cell::Text(parts.collect::<Vec<_>>().join(" – "))
}

fn narration(row: &Value, _: Language) -> Cell {
    if row["reverses"].is_null() { joined(row, "narration", "counterparty") } else { joined(row, "narration", "") }
}

fn memo(row: &Value, _: Language) -> Cell {
    joined(row, "narration", "memo")
}

fn funds_of(row: &Value, language: Language) -> Cell {
    let name = row["fund_name"].as_str().unwrap_or_default().to_owned();
    if row["funds"].as_i64().unwrap_or_default() > 1 {
        return Cell::Text(fill("funds.several_funds", language, &BTreeMap::from([("name", name)])));
    }
    Cell::Text(name)
}

fn state(row: &Value, language: Language) -> Cell {
    let key = match (row["reversed"].as_bool().unwrap_or_default(), row["reverses"].is_null()) {
        (true, _) => "funds.reversed",
        (false, false) => "funds.is_reversal",
        (false, true) => "funds.posted",
    };
    Cell::Text(word(key, language))
}

/// The amount of a line on one side of the books: debits are positive.
fn side(row: &Value, debit: bool) -> Cell {
    let amount = row["amount"].as_i64().and_then(|halalas| Money::from_halalas(halalas).ok());
    match amount {
        Some(amount) if debit && amount.is_positive() => Cell::Money(amount),
        Some(amount) if !debit && amount.is_negative() => Cell::Money(amount.negated()),
        _ => Cell::Empty,
    }
}

fn debit(row: &Value, _: Language) -> Cell {
    side(row, true)
}

fn credit(row: &Value, _: Language) -> Cell {
    side(row, false)
}

fn fund_name(cx: &Read<'_>, id: &str) -> Result<String> {
    let id: FundId = id.parse().map_err(|_| Failure::not_found("fund"))?;
    Ok(ledger::fund::funds(cx)?.into_iter().find(|fund| fund.id == id).map(|fund| fund.name).unwrap_or_default())
}
