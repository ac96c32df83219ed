//! The lists of programmes, initiatives and the money that is looked for, as they are taken along.

use crate::store;
use database::values;
use kernel::Result;
use kernel::id::{PersonId, ProgrammeId};
use office::context::Read;
use office::tables::list::{Column, Filter, List, Pages, Said, Written, column, filter};

const TEXT: Filter = filter("text", "parts.search.label", Said::Plain);

pub const LISTS: &[List] = &[
    List {
        command: "programmes.list",
        title: "programmes.title",
        rows: "lines",
        key: &["programme"],
        pages: Pages::Offset,
        columns: PROGRAMMES,
        filters: &[TEXT, filter("state", "programmes.state_label", Said::Word("programmes.state"))],
    },
    List {
        command: "programmes.initiatives",
        title: "programmes.initiatives",
        rows: "lines",
        key: &["initiative"],
        pages: Pages::Offset,
        columns: INITIATIVES,
        filters: &[
            TEXT,
            filter("programme", "programmes.name", Said::Named(programme)),
            filter("state", "programmes.state_label", Said::Word("programmes.initiative_state")),
            filter("keeper", "programmes.keeper", Said::Named(person)),
            filter("late", "programmes.late_only", Said::Flag),
            filter("unmeasured", "programmes.unmeasured_only", Said::Flag),
        ],
    },
    List {
        command: "programmes.supports",
        title: "programmes.supports",
        rows: "lines",
        key: &["id"],
        pages: Pages::Offset,
        columns: SUPPORTS,
        filters: &[
            TEXT,
            filter("programme", "programmes.name", Said::Named(programme)),
            filter("stage", "programmes.stage_label", Said::Word("programmes.stage")),
            filter("source", "programmes.source_label", Said::Word("programmes.source")),
            filter("keeper", "programmes.keeper", Said::Named(person)),
        ],
    },
];

fn programme(cx: &Read<'_>, id: &str) -> Result<String> {
    store::label(cx, *id.parse::<ProgrammeId>()?.as_bytes())
}

fn person(cx: &Read<'_>, id: &str) -> Result<String> {
    let sql = "SELECT name FROM user_name WHERE id = $1";
    Ok(cx.row(sql, values![id.parse::<PersonId>()?], |row| row.get("name"))?.unwrap_or_default())
}

const PROGRAMMES: &[Column] = &[
    column("number", "programmes.number", "programme_no", Written::Text),
    column("name", "programmes.name", "name", Written::Text),
    column("governorate", "programmes.governorate", "governorate", Written::Text),
    column("phase", "programmes.phase_now", "phase", Written::Text),
    column("initiatives", "programmes.initiatives", "initiatives", Written::Whole),
    column("cost", "programmes.cost", "cost", Written::Money),
    column("progress", "programmes.progress", "progress", Written::Whole),
    column("coverage", "programmes.coverage", "coverage", Written::Whole),
    column("opened", "programmes.opened_on", "opened_on", Written::Day),
    column("state", "programmes.state_label", "state", Written::Word("programmes.state")),
];

const INITIATIVES: &[Column] = &[
    column("number", "programmes.initiative_no", "initiative_no", Written::Text),
    column("title", "programmes.initiative", "title", Written::Text),
    column("programme", "programmes.name", "programme_name", Written::Text),
    column("state", "programmes.state_label", "state", Written::Word("programmes.initiative_state")),
    column("priority", "programmes.priority", "priority", Written::Whole),
    column("sector", "programmes.sector", "sector", Written::Text),
    column("owner", "programmes.owner", "owner_name", Written::Text),
    column("keeper", "programmes.keeper", "keeper_name", Written::Text),
    column("cost", "programmes.cost", "cost", Written::Money),
    column("coverage", "programmes.coverage", "coverage", Written::Whole),
    column("progress", "programmes.progress", "progress", Written::Whole),
    column("starts", "programmes.starts", "starts", Written::Day),
    column("ends", "programmes.ends", "ends", Written::Day),
    column("unmeasured", "programmes.unmeasured", "unmeasured", Written::Whole),
];

const SUPPORTS: &[Column] = &[
    column("name", "programmes.supporter", "name", Written::Text),
    column("source", "programmes.source_label", "source", Written::Word("programmes.source")),
    column("programme", "programmes.name", "programme_name", Written::Text),
    column("initiative", "programmes.initiative", "initiative_title", Written::Text),
    column("stage", "programmes.stage_label", "stage", Written::Word("programmes.stage")),
    column("amount", "programmes.amount", "amount", Written::Money),
    column("next", "programmes.next_on", "next_on", Written::Day),
    column("closes", "programmes.closes_on", "closes_on", Written::Day),
    column("keeper", "programmes.keeper", "keeper_name", Written::Text),
    column("evidence", "programmes.evidence", "evidence", Written::Text),
];
