//! The lists of requests, as they are taken along: with what is absent for who takes them absent here, too.

use kernel::{Failure, Result};
use office::context::Read;
use office::tables::list::{Column, Filter, List, Pages, Said, Written, column, filter};

const TEXT: Filter = filter("text", "parts.search.label", Said::Plain);

pub const LISTS: &[List] = &[
    RECEPTION,
    LETTERS,
    List {
        command: "requests.list",
        title: "requests.title",
        rows: "lines",
        key: &["request"],
        pages: Pages::Offset,
        columns: REQUESTS,
        filters: &[
            TEXT,
            filter("tab", "requests.tab_label", Said::Word("requests.tab")),
            filter("kind", "requests.kind_label", Said::Word("requests.kind")),
            filter("state", "requests.state_label", Said::Word("requests.state")),
            filter("researcher", "requests.researcher", Said::Named(person)),
            filter("party", "requests.applicant", Said::Named(party)),
            filter("service", "requests.kind.service", Said::Named(service)),
            filter("outcome", "requests.outcome_label", Said::Word("requests.outcome")),
            filter("ended", "requests.with_ended", Said::Flag),
        ],
    },
    List {
        command: "requests.callbacks",
        title: "requests.callbacks",
        rows: "lines",
        key: &["request"],
        pages: Pages::Offset,
        columns: &[
            column("number", "requests.number", "request_no", Written::Text),
            column("name", "requests.applicant", "name", Written::Text),
            column("mobile", "requests.mobile", "mobile", Written::Text),
            column("entity", "requests.entity", "entity_name", Written::Text),
            column("service", "requests.service", "service", Written::Text),
            column("waiting", "requests.waiting", "waiting", Written::Whole),
            column("unanswered", "requests.unanswered", "unanswered", Written::Whole),
        ],
        filters: &[TEXT],
    },
];

const RECEPTION: List = List {
    command: "requests.reception",
    title: "requests.reception",
    rows: "lines",
    key: &["id"],
    pages: Pages::Offset,
    columns: &[
        column("day", "requests.came_at", "at", Written::Moment),
        column("name", "requests.visitor", "name", Written::Text),
        column("purpose", "requests.purpose", "purpose", Written::Text),
        column("minutes", "requests.minutes", "minutes", Written::Whole),
        column(
            "answered",
            "requests.answered",
            "answered",
            Written::Either("requests.was_answered", "requests.not_answered"),
        ),
        column("request", "requests.number", "request_no", Written::Text),
        column("by", "requests.received_by", "by_name", Written::Text),
    ],
    filters: &[TEXT, filter("from", "requests.from", Said::Plain), filter("until", "requests.to", Said::Plain)],
};

const LETTERS: List = List {
    command: "requests.letters",
    title: "requests.letters",
    rows: "lines",
    key: &["id"],
    pages: Pages::Offset,
    columns: &[
        column("number", "requests.letter_no", "letter_no", Written::Text),
        column("direction", "requests.direction_label", "direction", Written::Word("requests.direction")),
        column("day", "requests.letter_day", "day", Written::Day),
        column("other", "requests.other_side", "other", Written::Text),
        column("subject", "requests.subject", "subject", Written::Text),
        column("their_no", "requests.their_no", "their_no", Written::Text),
        column("request", "requests.number", "request_no", Written::Text),
    ],
    filters: &[
        TEXT,
        filter("direction", "requests.direction_label", Said::Word("requests.direction")),
        filter("request", "requests.number", Said::Plain),
    ],
};

const REQUESTS: &[Column] = &[
    column("number", "requests.number", "request_no", Written::Text),
    column("kind", "requests.kind_label", "kind", Written::Word("requests.kind")),
    column("name", "requests.applicant", "name", Written::Text),
    column("subject", "requests.subject", "subject", Written::Text),
    column("received", "requests.received_on", "received_on", Written::Day),
    column("channel", "requests.channel_label", "channel", Written::Word("requests.channel")),
    column("state", "requests.state_label", "state", Written::Word("requests.state")),
    column("outcome", "requests.outcome_label", "outcome", Written::Word("requests.outcome")),
    column("due", "requests.due", "due", Written::Day),
    column("researcher", "requests.researcher", "researcher_name", Written::Text),
];

/// The name of somebody of the office.
fn person(cx: &Read<'_>, id: &str) -> Result<String> {
    let id: kernel::id::PersonId = id.parse().map_err(|_| Failure::not_found("person"))?;
    crate::facts::person_name(cx, id)
}

/// The name of somebody on file.
fn party(cx: &Read<'_>, id: &str) -> Result<String> {
    let id: kernel::id::PartyId = id.parse().map_err(|_| Failure::not_found("party"))?;
    let sql = "SELECT name FROM party_name WHERE id = $1";
    Ok(cx.row(sql, database::values![id], |row| row.get("name"))?.unwrap_or_default())
}

/// The name of a service.
fn service(cx: &Read<'_>, id: &str) -> Result<String> {
    let id: kernel::id::ServiceId = id.parse().map_err(|_| Failure::not_found("service"))?;
    let sql = "SELECT DISTINCT name FROM service_card WHERE service = $1";
    Ok(cx.row(sql, database::values![id], |row| row.get("name"))?.unwrap_or_default())
}
