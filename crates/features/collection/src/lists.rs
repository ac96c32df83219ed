//! The lists of whoever collects, as they are taken along.

use loans::fund_name;
use office::tables::list::{Filter, List, Pages, Said, Written, column, filter};
use office::words::{Language, counted, word};
use serde_json::Value;
use sheets::{ColumnKind, Value as Cell};

const TEXT: Filter = filter("text", "parts.search.label", Said::Plain);
const DAY: Filter = filter("day", "collect.as_of", Said::Plain);
const FROM: Filter = filter("from", "collect.from", Said::Plain);
const UNTIL: Filter = filter("until", "collect.until", Said::Plain);
const FUND: Filter = filter("fund", "collect.fund", Said::Named(fund_name));

pub const LISTS: &[List] = &[
    List {
        command: "collection.calls",
        title: "collect.tab.calls",
        rows: "lines",
        key: &["party"],
        pages: Pages::Offset,
        columns: &[
            column("name", "collect.borrower", "name", Written::Text),
            column("dpd", "collect.late_by", "dpd", Written::Whole),
            column("overdue", "collect.overdue", "overdue", Written::Money),
            column("loan", "collect.loan", "loan_no", Written::Text),
            column("called", "collecting.last_call", "last_call.on", Written::Day),
            column("promise", "collecting.promise", "promise.due", Written::Day),
            column("mobile", "collect.mobile", "mobile", Written::Text),
            column("outstanding", "collect.outstanding", "outstanding", Written::Money),
            column("last", "collect.last_payment", "last_payment", Written::Day),
        ],
        filters: &[filter("rank", "collecting.views", Said::Word("collecting.rank")), TEXT, FUND],
    },
    List {
        command: "collection.call_log",
        title: "collecting.view.log",
        rows: "lines",
        key: &["call"],
        pages: Pages::Offset,
        columns: &[
            column("on", "collecting.called_at", "at", Written::Moment),
            column("name", "collect.borrower", "name", Written::Text),
            column("loan", "collect.loan", "loan_no", Written::Text),
            column("outcome", "collecting.outcome_label", "outcome", Written::Word("collecting.outcome")),
            column("note", "collecting.note", "note", Written::Text),
            column("by", "collecting.called_by", "by_name", Written::Text),
        ],
        filters: &[filter("outcome", "collecting.outcome_label", Said::Word("collecting.outcome")), FROM, UNTIL, TEXT],
    },
    List {
        command: "collection.promises",
        title: "collect.tab.promises",
        rows: "lines",
        key: &["promise"],
        pages: Pages::Offset,
        columns: &[
            column("name", "collect.borrower", "name", Written::Text),
            column("loan", "collect.loan", "loan_no", Written::Text),
            column("amount", "collecting.promised_amount", "amount", Written::Money),
            column("due", "collecting.promised_day", "due", Written::Day),
            column("paid", "collecting.paid_of_it", "paid", Written::Money),
            column("standing", "collecting.standing_label", "standing", Written::Word("collecting.standing")),
            column("made", "collecting.made_on", "made_on", Written::Day),
            column("by", "collecting.made_by", "by_name", Written::Text),
        ],
        filters: &[filter("standing", "collecting.standing_label", Said::Word("collecting.standing")), TEXT],
    },
    List {
        command: "collection.due",
        title: "collect.tab.due",
        rows: "lines",
        key: &["loan", "no"],
        pages: Pages::Offset,
        columns: &[
            column("name", "collect.borrower", "name", Written::Text),
            column("loan", "collect.loan", "loan_no", Written::Text),
            column("due", "collect.due", "due", Written::Day),
            column("no", "collect.instalment", "no", Written::Whole),
            column("amount", "collect.amount", "amount", Written::Money),
            column("unpaid", "collect.unpaid", "unpaid", Written::Money),
            column("overdue", "collect.earlier", "overdue", Written::Money),
            column("mobile", "collect.mobile", "mobile", Written::Text),
            column("last", "collect.last_payment", "last_payment", Written::Day),
            column("project", "collect.project", "project", Written::Text),
        ],
        filters: &[FROM, UNTIL, filter("state", "collect.states", Said::Word("collect.state")), DAY, TEXT, FUND],
    },
    List {
        command: "collection.late",
        title: "collect.tab.late",
        rows: "lines",
        key: &["loan"],
        pages: Pages::Offset,
        columns: &[
            column("name", "collect.borrower", "name", Written::Text),
            column("loan", "collect.loan", "loan_no", Written::Text),
            column("dpd", "collect.late_by", "dpd", Written::Whole),
            column("since", "collect.since", "since", Written::Day),
            column("overdue", "collect.overdue", "overdue", Written::Money),
            column("outstanding", "collect.outstanding", "outstanding", Written::Money),
            column("mobile", "collect.mobile", "mobile", Written::Text),
            column("last", "collect.last_payment", "last_payment", Written::Day),
            column("project", "collect.project", "project", Written::Text),
        ],
        filters: &[DAY, filter("band", "collect.bands", Said::Word("collect.band")), TEXT, FUND],
    },
    List {
        command: "collection.portfolio",
        title: "collect.tab.portfolio",
        rows: "lines",
        key: &["loan"],
        pages: Pages::Offset,
        columns: &[
            column("name", "collect.borrower", "name", Written::Text),
            column("loan", "collect.loan", "loan_no", Written::Text),
            column("lent", "collect.lent", "lent", Written::Money),
            column("paid", "collect.paid", "paid", Written::Money),
            column("outstanding", "collect.outstanding", "outstanding", Written::Money),
            column("overdue", "collect.overdue", "overdue", Written::Money),
            column("dpd", "collect.late_by", "dpd", Written::Made(ColumnKind::Text, lateness)),
            column("credit", "collect.credit", "credit", Written::Money),
            column("project", "collect.project", "project", Written::Text),
        ],
        filters: &[DAY, filter("part", "collect.parts", Said::Word("collect.part")), TEXT, FUND],
    },
    List {
        command: "collection.received",
        title: "collect.tab.received",
        rows: "lines",
        key: &["loan", "place"],
        pages: Pages::Offset,
        columns: &[
            column("on", "collect.received.on", "on", Written::Day),
            column("name", "collect.borrower", "name", Written::Text),
            column("loan", "collect.loan", "loan_no", Written::Text),
            column("amount", "collect.received.amount", "amount", Written::Money),
            column("method", "collect.received.method", "method", Written::Word("funds.method")),
            column("number", "collect.received.number", "number", Written::Text),
            column("payer", "collect.received.payer", "payer", Written::Text),
            column("reference", "collect.received.reference", "reference", Written::Text),
            column("project", "collect.project", "project", Written::Text),
        ],
        filters: &[FROM, UNTIL, DAY, TEXT, FUND],
    },
];

/// How a loan of the portfolio stands, as the list says it.
fn lateness(row: &Value, language: Language) -> Cell {
    let late = row["dpd"].as_u64().unwrap_or_default();
    let owes = row["outstanding"].as_i64().unwrap_or_default() > 0;
    Cell::Text(match (late, owes, row["written_off"].as_bool().unwrap_or_default()) {
        (1.., _, _) => counted("collect.days", late, language),
        (_, true, _) => word("collect.part.on_time", language),
        (_, _, true) => word("collect.part.written_off", language),
        _ => word("collect.part.paid_off", language),
    })
}
