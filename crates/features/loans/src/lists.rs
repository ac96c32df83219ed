//! The lists of loans and products, as they are taken along.

use kernel::id::FundId;
use kernel::{Failure, Money, Result};
use office::context::Read;
use office::tables::list::{Column, List, Pages, Said, Written, column, filter};
use office::words::{Language, counted, word};
use serde_json::Value;
use sheets::{ColumnKind, Value as Cell};

pub const LISTS: &[List] = &[
    List {
        command: "loans.list",
        title: "loan.tab.loans",
        rows: "lines",
        key: &["loan"],
        pages: Pages::Offset,
        columns: LOANS,
        filters: &[
            filter("text", "parts.search.label", Said::Plain),
            filter("phase", "loan.standing_label", Said::Word("loan.phase")),
            filter("late", "loan.late", Said::Flag),
            filter("restructured", "loan.restructured", Said::Flag),
            filter("fund", "loan.fund", Said::Named(fund_name)),
        ],
    },
    List {
        command: "loans.products",
        title: "loan.tab.products",
        rows: "products",
        key: &["id"],
        pages: Pages::Whole,
        columns: PRODUCTS,
        filters: &[],
    },
    List {
        command: "loans.tranches_waiting",
        title: "payouts.title",
        rows: "lines",
        key: &["tranche"],
        pages: Pages::Offset,
        columns: &[
            column("loan", "loan.number", "loan_no", Written::Text),
            column("no", "payouts.no", "no", Written::Whole),
            column("borrower", "loan.borrower", "borrower", Written::Text),
            column("project", "loan.project", "project_name", Written::Text),
            column("kind", "payouts.kind", "kind", Written::Word("loan.kind")),
            column("amount", "loan.amount", "amount", Written::Money),
            column("paid_to", "payouts.paid_to", "paid_to", Written::Text),
            column("fund", "loan.fund", "fund_name", Written::Text),
            column("since", "payouts.since", "since", Written::Day),
            column("by", "payouts.by", "by_name", Written::Text),
            column("ready", "payouts.ready_label", "ready", Written::Either("payouts.ready", "payouts.not_ready")),
        ],
        filters: &[
            filter("step", "payouts.steps", Said::Word("payouts.step")),
            filter("text", "parts.search.label", Said::Plain),
            filter("fund", "loan.fund", Said::Named(fund_name)),
        ],
    },
    List {
        command: "loans.detail",
        title: "loan.plan.title",
        rows: "rows",
        key: &["no"],
        pages: Pages::Whole,
        columns: PLAN,
        filters: &[filter("loan", "loan.number", Said::Named(loan_number))],
    },
];

const LOANS: &[Column] = &[
    column("number", "loan.number", "loan_no", Written::Text),
    column("borrower", "loan.borrower", "borrower", Written::Text),
    column("project", "loan.project", "project_name", Written::Text),
    column("fund", "loan.fund", "fund_name", Written::Text),
    column("amount", "loan.amount", "amount", Written::Money),
    column("outstanding", "loan.outstanding", "outstanding", Written::Money),
    column("overdue", "loan.overdue", "overdue", Written::Money),
    column("next", "loan.next_due", "next_due", Written::Day),
    column("next_amount", "loan.next_amount", "next_amount", Written::Money),
    column("last", "loan.last_payment", "last_paid_on", Written::Day),
    column("paid_out", "loan.paid_out", "paid_out", Written::Money),
    column("repaid", "loan.repaid", "repaid", Written::Money),
    column("restructured", "loan.restructured", "restructured", Written::Either("audit.affirmed", "audit.denied")),
    column("standing", "loan.standing_label", "phase", Written::Made(ColumnKind::Text, standing)),
];

const PRODUCTS: &[Column] = &[
    column("name", "loan.product.name", "name", Written::Text),
    column("range", "loan.product.amounts", "terms", Written::Made(ColumnKind::Text, range)),
    column("longest", "loan.product.longest", "terms.longest", Written::Whole),
    column("calendar", "loan.calendar_label", "terms.calendar", Written::Word("loan.calendar")),
    column("cash", "loan.product.cash", "terms.cash_percent", Written::Whole),
    column("loans", "loan.tab.loans", "loans", Written::Whole),
    column("version", "loan.product.version", "version", Written::Whole),
    column(
        "offered",
        "loan.standing_label",
        "offered",
        Written::Either("loan.product.offered", "loan.product.withdrawn"),
    ),
];

const PLAN: &[Column] = &[
    column("no", "loan.plan.row_no", "no", Written::Whole),
    column("due", "loan.plan.due", "due", Written::Day),
    column("amount", "loan.plan.amount", "amount", Written::Money),
    column("paid", "loan.plan.paid", "paid", Written::Money),
    column("left", "loan.plan.left", "outstanding", Written::Money),
    column("state", "loan.standing_label", "state", Written::Made(ColumnKind::Text, row_state)),
];

/// How a loan stands, as the list says it: late by so many days, or its phase.
fn standing(row: &Value, language: Language) -> Cell {
    let late = row["days_late"].as_u64().unwrap_or_default();
    let phase = row["phase"].as_str().unwrap_or_default();
    Cell::Text(match (phase, late) {
        ("active", 1..) => counted("loan.days_late", late, language),
        ("active", _) => word("loan.on_time", language),
        _ => word(&format!("loan.phase.{phase}"), language),
    })
}

fn row_state(row: &Value, language: Language) -> Cell {
    let late = row["days_late"].as_u64().unwrap_or_default();
    Cell::Text(match row["state"].as_str().unwrap_or_default() {
        "overdue" => counted("loan.days_late", late, language),
        "paid_late" => counted("loan.paid_after", late, language),
        state => word(&format!("loan.row.{state}"), language),
    })
}

fn range(row: &Value, _: Language) -> Cell {
    let amount = |field: &str| row["terms"][field].as_i64().and_then(|halalas| Money::from_halalas(halalas).ok());
    match (amount("least"), amount("most")) {
        (Some(least), Some(most)) => Cell::Text(format!("{least} – {most}")),
        _ => Cell::Empty,
    }
}

/// # Errors
/// Not found.
pub fn fund_name(cx: &Read<'_>, id: &str) -> Result<String> {
    let id: FundId = id.parse().map_err(|_| Failure::not_found("fund"))?;
    Ok(ledger::fund::funds(cx)?.into_iter().find(|fund| fund.id == id).map(|fund| fund.name).unwrap_or_default())
}

fn loan_number(cx: &Read<'_>, id: &str) -> Result<String> {
    let id: kernel::id::LoanId = id.parse().map_err(|_| Failure::not_found("loan"))?;
    let sql = "SELECT loan_no FROM loan_shelf WHERE loan = $1";
    Ok(cx.row(sql, database::values![id], |row| row.get("loan_no"))?.unwrap_or_default())
}
