//! The lists of the social research, as they are taken along: nothing of the facts is among their columns.

use kernel::{Failure, Result};
use office::context::Read;
use office::tables::list::{Column, Filter, List, Pages, Said, Written, column, filter};

const TEXT: Filter = filter("text", "parts.search.label", Said::Plain);
const CLASS: Filter = filter("class", "assessments.class_label", Said::Word("assessments.class"));
const NAME: Column = column("name", "assessments.name", "name", Written::Text);
const FILE_NO: Column = column("file_no", "assessments.file_no", "file_no", Written::Text);
const CITY: Column = column("city", "assessments.city", "city", Written::Text);

pub const LISTS: &[List] = &[
    List {
        command: "assessments.list",
        title: "assessments.title",
        rows: "lines",
        key: &["assessment"],
        pages: Pages::Offset,
        columns: &[
            column("number", "assessments.number", "assessment_no", Written::Text),
            NAME,
            FILE_NO,
            CITY,
            column("kind", "assessments.kind_label", "kind", Written::Word("assessments.kind")),
            column("done", "assessments.done_on", "done_on", Written::Day),
            column("score", "assessments.score", "score", Written::Whole),
            column("class", "assessments.class_computed", "class", Written::Word("assessments.class")),
            column("manual", "assessments.class_manual", "manual_class", Written::Word("assessments.class")),
            column("final", "assessments.class_final", "final_class", Written::Word("assessments.class")),
            column("by", "assessments.begun_by", "begun_by_name", Written::Text),
            column("reviewed", "assessments.reviewed_by", "reviewed_by_name", Written::Text),
            column("state", "assessments.state_label", "state", Written::Word("assessments.state")),
        ],
        filters: &[
            TEXT,
            filter("kind", "assessments.kind_label", Said::Word("assessments.kind")),
            filter("state", "assessments.state_label", Said::Word("assessments.state")),
            CLASS,
            filter("exception", "assessments.exception", Said::Flag),
            filter("to_review", "assessments.to_review", Said::Flag),
            filter("newest", "assessments.newest", Said::Flag),
            filter("begun_by", "assessments.begun_by", Said::Named(person)),
            filter("from", "assessments.from", Said::Plain),
            filter("until", "assessments.until", Said::Plain),
        ],
    },
    List {
        command: "assessments.needs",
        title: "assessments.tab.needs",
        rows: "lines",
        key: &["need"],
        pages: Pages::Offset,
        columns: &[
            column("text", "assessments.need", "text", Written::Text),
            NAME,
            FILE_NO,
            column("domain", "assessments.domain_label", "domain", Written::Word("assessments.domain")),
            column("priority", "assessments.priority_label", "priority", Written::Word("assessments.priority")),
            column("made", "assessments.made_on", "made_on", Written::Day),
            column("state", "assessments.state_label", "state", Written::Word("assessments.need_state")),
        ],
        filters: &[
            TEXT,
            filter("domain", "assessments.domain_label", Said::Word("assessments.domain")),
            filter("priority", "assessments.priority_label", Said::Word("assessments.priority")),
            filter("state", "assessments.state_label", Said::Word("assessments.need_state")),
            CLASS,
            filter("unplanned", "assessments.unplanned", Said::Flag),
        ],
    },
    List {
        command: "assessments.items",
        title: "assessments.tab.items",
        rows: "lines",
        key: &["item"],
        pages: Pages::Offset,
        columns: &[
            column("action", "assessments.action", "action", Written::Text),
            column("need", "assessments.need", "need_text", Written::Text),
            NAME,
            FILE_NO,
            column("service", "assessments.service", "service", Written::Text),
            column("partner", "assessments.partner", "partner", Written::Text),
            column("owner", "assessments.owner", "owner_name", Written::Text),
            column("due", "assessments.due", "due", Written::Day),
            column("late", "assessments.days_late", "days_late", Written::Whole),
            column("outcome", "assessments.outcome", "outcome", Written::Text),
            column("state", "assessments.state_label", "state", Written::Word("assessments.item_state")),
        ],
        filters: &[
            TEXT,
            filter("state", "assessments.state_label", Said::Word("assessments.item_state")),
            filter("late", "assessments.late", Said::Flag),
            filter("owner", "assessments.owner", Said::Named(person)),
        ],
    },
    List {
        command: "assessments.abilities",
        title: "assessments.tab.abilities",
        rows: "lines",
        key: &["assessment", "place"],
        pages: Pages::Offset,
        columns: &[
            column("text", "assessments.ability", "ability.text", Written::Text),
            column("kind", "assessments.ability_kind_label", "ability.kind", Written::Word("assessments.ability_kind")),
            column("who", "assessments.who", "ability.who", Written::Text),
            NAME,
            FILE_NO,
            CITY,
            column(
                "trains",
                "assessments.trains",
                "ability.trains",
                Written::Either("assessments.yes", "assessments.no"),
            ),
            column("runs", "assessments.runs", "ability.runs", Written::Either("assessments.yes", "assessments.no")),
            column("class", "assessments.class_label", "class", Written::Word("assessments.class")),
            column("done", "assessments.done_on", "done_on", Written::Day),
        ],
        filters: &[
            TEXT,
            filter("kind", "assessments.ability_kind_label", Said::Word("assessments.ability_kind")),
            filter("trains", "assessments.trains", Said::Flag),
            filter("runs", "assessments.runs", Said::Flag),
            CLASS,
        ],
    },
];

/// The name of somebody of the office.
fn person(cx: &Read<'_>, id: &str) -> Result<String> {
    let id: kernel::id::PersonId = id.parse().map_err(|_| Failure::not_found("person"))?;
    let sql = "SELECT name FROM user_name WHERE id = $1";
    Ok(cx.row(sql, database::values![id], |row| row.get("name"))?.unwrap_or_default())
}
