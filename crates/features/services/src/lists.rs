//! The lists of services, as they are taken along.

use crate::model::MissingFact;
use crate::papers::missing_words;
use kernel::{Failure, Result};
use office::context::Read;
use office::tables::list::{Column, Filter, List, Pages, Said, Written, column, filter};
use office::words::Language;
use serde_json::Value;
use sheets::{ColumnKind, Value as Cell};

const TEXT: Filter = filter("text", "parts.search.label", Said::Plain);
const NAME: Column = column("name", "services.family", "name", Written::Text);

pub const LISTS: &[List] = &[
    List {
        command: "services.list",
        title: "services.title",
        rows: "lines",
        key: &["service"],
        pages: Pages::Offset,
        columns: &[
            column("name", "services.name", "name", Written::Text),
            column("number", "services.version", "number", Written::Whole),
            column("standing", "services.standing_label", "standing", Written::Word("services.standing")),
            column("gives", "services.gives_label", "gives", Written::Word("services.gives")),
            column("programme", "services.programme", "programme", Written::Text),
            column("opens", "services.opens_on", "opens_on", Written::Day),
            column("closes", "services.closes_on", "closes_on", Written::Day),
            column("term", "services.term_days", "term_days", Written::Whole),
            column("capacity", "services.capacity", "capacity", Written::Whole),
            column("taken", "services.taken", "taken", Written::Whole),
            column("asked", "services.being_studied", "asked", Written::Whole),
        ],
        filters: &[
            TEXT,
            filter("standing", "services.standing_label", Said::Word("services.standing")),
            filter("open", "services.open_only", Said::Flag),
        ],
    },
    List {
        command: "services.who_qualifies",
        title: "services.who_qualifies",
        rows: "lines",
        key: &["party"],
        pages: Pages::Offset,
        columns: &[
            NAME,
            column("file_no", "services.file_no", "file_no", Written::Text),
            column("mobile", "services.mobile", "mobile", Written::Text),
            column("city", "services.city", "city", Written::Text),
            column("district", "services.district", "district", Written::Text),
            column("score", "services.score", "score", Written::Whole),
            column("met", "services.criteria_met", "mandatory_met", Written::Whole),
            column("missing", "services.missing", "missing", Written::Made(ColumnKind::Text, missing)),
            column("state", "services.call_state_label", "state", Written::Word("services.call_state")),
            column("last", "services.last_call", "last_on", Written::Day),
            column("note", "services.call_note", "note", Written::Text),
        ],
        filters: &[
            TEXT,
            filter("service", "services.service", Said::Named(service)),
            filter("state", "services.call_state_label", Said::Word("services.call_state")),
        ],
    },
    List {
        command: "services.decided",
        title: "services.decisions",
        rows: "lines",
        key: &["request"],
        pages: Pages::Offset,
        columns: &[
            column("number", "services.request_no", "request_no", Written::Text),
            NAME,
            column("service", "services.service", "service_name", Written::Text),
            column("version", "services.version", "number", Written::Whole),
            column("outcome", "requests.outcome_label", "outcome", Written::Word("requests.outcome")),
            column("reason", "services.reason", "reason", Written::Text),
            column("decided", "services.decided_on", "decided_on", Written::Day),
            column("exception", "services.exception_reason", "exception_reason", Written::Text),
            column("verified", "services.verified_on", "verified_on", Written::Day),
        ],
        filters: &[
            filter("service", "services.service", Said::Named(service)),
            filter("version", "services.version", Said::Named(version)),
            filter("by", "services.by_label", Said::Word("services.by")),
            filter("group", "services.group", Said::Plain),
            filter("outcome", "requests.outcome_label", Said::Word("requests.outcome")),
            filter("exception", "services.exceptions", Said::Flag),
            filter("unverified", "services.unverified", Said::Flag),
            filter("from", "services.from", Said::Plain),
            filter("until", "services.until", Said::Plain),
        ],
    },
];

fn missing(row: &Value, language: Language) -> Cell {
    let all: Vec<MissingFact> = serde_json::from_value(row["missing"].clone()).unwrap_or_default();
    Cell::Text(missing_words(&all, language))
}

/// The name of a service.
fn service(cx: &Read<'_>, id: &str) -> Result<String> {
    let id: kernel::id::ServiceId = id.parse().map_err(|_| Failure::not_found("service"))?;
    crate::store::label(cx, *id.as_bytes())
}

/// The number of a version.
fn version(cx: &Read<'_>, id: &str) -> Result<String> {
    let id: kernel::id::ServiceVersionId = id.parse().map_err(|_| Failure::not_found("service"))?;
    Ok(crate::store::version(cx, id)?.number.to_string())
}
