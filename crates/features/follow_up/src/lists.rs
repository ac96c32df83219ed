//! The lists of following up, as they are taken along.

use kernel::{Failure, Result};
use office::context::Read;
use office::tables::list::{Column, Filter, List, Pages, Said, Written, column, filter};

const TEXT: Filter = filter("text", "parts.search.label", Said::Plain);
const FROM: Filter = filter("from", "follow_up.from", Said::Plain);
const UNTIL: Filter = filter("until", "follow_up.until", Said::Plain);

pub const LISTS: &[List] = &[
    List {
        command: "follow_up.list",
        title: "follow_up.tab.visits",
        rows: "lines",
        key: &["activity"],
        pages: Pages::Offset,
        columns: ACTIVITIES,
        filters: &[
            TEXT,
            filter("state", "follow_up.state_label", Said::Word("follow_up.state")),
            filter("kind", "follow_up.kind_label", Said::Word("follow_up.kind")),
            filter("signal", "follow_up.signal_label", Said::Word("follow_up.signal")),
            filter("researcher", "follow_up.researcher", Said::Named(person)),
            filter("late", "follow_up.late", Said::Flag),
            filter("due_by", "follow_up.due_by", Said::Plain),
            filter("to_review", "follow_up.to_review", Said::Flag),
            filter("action_open", "follow_up.action_open", Said::Flag),
            FROM,
            UNTIL,
            filter("timing", "follow_up.timing_label", Said::Word("follow_up.timing")),
        ],
    },
    List {
        command: "follow_up.commitments",
        title: "follow_up.tab.commitments",
        rows: "lines",
        key: &["commitment"],
        pages: Pages::Offset,
        columns: &[
            column("text", "follow_up.promise", "text", Written::Text),
            column("side", "follow_up.side_label", "side", Written::Word("follow_up.side")),
            column("name", "follow_up.person", "of.party_name", Written::Text),
            column("of", "follow_up.of", "of.name", Written::Text),
            column("due", "follow_up.due", "due", Written::Day),
            column("late", "follow_up.days_late", "days_late", Written::Whole),
            column("keeper", "follow_up.keeper", "keeper_name", Written::Text),
            column("met", "follow_up.met_on", "met_on", Written::Day),
            column("evidence", "follow_up.evidence", "evidence", Written::Text),
            column("state", "follow_up.state_label", "state", Written::Word("follow_up.promise_state")),
        ],
        filters: &[
            TEXT,
            filter("side", "follow_up.side_label", Said::Word("follow_up.side")),
            filter("state", "follow_up.state_label", Said::Word("follow_up.promise_state")),
            filter("late", "follow_up.late", Said::Flag),
            filter("keeper", "follow_up.keeper", Said::Named(person)),
        ],
    },
    List {
        command: "follow_up.promises",
        title: "follow_up.tab.promises",
        rows: "lines",
        key: &[],
        pages: Pages::Offset,
        columns: &[
            column("day", "follow_up.day", "day", Written::Day),
            column("text", "follow_up.promise", "text", Written::Text),
            column("side", "follow_up.side_label", "side", Written::Word("follow_up.side")),
            column("name", "follow_up.person", "of.party_name", Written::Text),
            column("of", "follow_up.of", "of.name", Written::Text),
            column(
                "kept",
                "follow_up.kept_label",
                "kept",
                Written::Either("follow_up.kept.kept", "follow_up.kept.broken"),
            ),
        ],
        filters: &[FROM, UNTIL, filter("side", "follow_up.side_label", Said::Word("follow_up.side"))],
    },
];

const ACTIVITIES: &[Column] = &[
    column("number", "follow_up.number", "activity_no", Written::Text),
    column("kind", "follow_up.kind_label", "kind", Written::Word("follow_up.kind")),
    column("name", "follow_up.person", "of.party_name", Written::Text),
    column("of", "follow_up.of", "of.name", Written::Text),
    column("district", "follow_up.district", "of.district", Written::Text),
    column("planned", "follow_up.planned_on", "planned_on", Written::Day),
    column("late", "follow_up.days_late", "days_late", Written::Whole),
    column("researcher", "follow_up.researcher", "researcher_name", Written::Text),
    column("done", "follow_up.done_on", "done_on", Written::Day),
    column("signal", "follow_up.signal_label", "signal", Written::Word("follow_up.signal")),
    column("action", "follow_up.action", "action", Written::Text),
    column("action_due", "follow_up.action_due", "action_due", Written::Day),
    column("state", "follow_up.state_label", "state", Written::Word("follow_up.state")),
];

/// The name of somebody of the office.
fn person(cx: &Read<'_>, id: &str) -> Result<String> {
    let id: kernel::id::PersonId = id.parse().map_err(|_| Failure::not_found("person"))?;
    let sql = "SELECT name FROM user_name WHERE id = $1";
    Ok(cx.row(sql, database::values![id], |row| row.get("name"))?.unwrap_or_default())
}
