//! The lists of partners, agreements and obligations, as they are taken along.

use kernel::{Failure, Result};
use office::context::Read;
use office::tables::list::{Column, Filter, List, Pages, Said, Written, column, filter};

const TEXT: Filter = filter("text", "parts.search.label", Said::Plain);

pub const LISTS: &[List] = &[
    List {
        command: "partners.list",
        title: "partners.title",
        rows: "lines",
        key: &["partner"],
        pages: Pages::Offset,
        columns: PARTNERS,
        filters: &[
            TEXT,
            filter("kind", "partners.kind_label", Said::Word("partners.kind")),
            filter("standing", "partners.standing_label", Said::Word("partners.standing")),
            filter("component", "partners.component_label", Said::Plain),
            filter("keeper", "partners.keeper", Said::Named(person)),
        ],
    },
    List {
        command: "partners.agreements",
        title: "partners.agreements",
        rows: "lines",
        key: &["agreement"],
        pages: Pages::Offset,
        columns: AGREEMENTS,
        filters: &[
            TEXT,
            filter("kind", "partners.agreement_kind_label", Said::Word("partners.agreement_kind")),
            filter("standing", "partners.agreement_standing_label", Said::Word("partners.agreement_standing")),
            filter("partner", "partners.partner", Said::Named(partner)),
            filter("ending", "partners.ending_soon", Said::Flag),
            filter("on", "partners.in_force_on", Said::Plain),
            filter("target", "partners.target_label", Said::Plain),
        ],
    },
    List {
        command: "partners.obligations",
        title: "partners.obligations",
        rows: "lines",
        key: &["obligation"],
        pages: Pages::Offset,
        columns: OBLIGATIONS,
        filters: &[
            TEXT,
            filter("side", "partners.side_label", Said::Word("partners.side")),
            filter("partner", "partners.partner", Said::Named(partner)),
            filter("keeper", "partners.seen_to_by", Said::Named(person)),
            filter("late", "partners.late_only", Said::Flag),
            filter("open", "partners.open_only", Said::Flag),
            filter("due_from", "partners.due_from", Said::Plain),
            filter("due_until", "partners.due_until", Said::Plain),
            filter("in_time", "partners.in_time_only", Said::Flag),
            filter("counted", "partners.counted_only", Said::Flag),
        ],
    },
];

const PARTNERS: &[Column] = &[
    column("name", "partners.name", "name", Written::Text),
    column("kind", "partners.kind_label", "kind", Written::Word("partners.kind")),
    column("sector", "partners.sector", "sector", Written::Text),
    column("city", "partners.place_label", "city", Written::Text),
    column("standing", "partners.standing_label", "standing", Written::Word("partners.standing")),
    column("since", "partners.since", "since", Written::Day),
    column("keeper", "partners.keeper", "keeper_name", Written::Text),
    column("agreements", "partners.agreements_in_force", "agreements", Written::Whole),
    column("ends", "partners.next_end", "ends", Written::Day),
    column("ours_late", "partners.ours_late", "ours_late", Written::Whole),
    column("theirs_late", "partners.theirs_late", "theirs_late", Written::Whole),
    column("alignment", "partners.alignment", "alignment", Written::Whole),
    column("given", "partners.given", "given", Written::Money),
];

const AGREEMENTS: &[Column] = &[
    column("number", "partners.agreement_no", "agreement_no", Written::Text),
    column("title", "partners.agreement_title", "title", Written::Text),
    column("partner", "partners.partner", "partner_name", Written::Text),
    column("kind", "partners.agreement_kind_label", "kind", Written::Word("partners.agreement_kind")),
    column("standing", "partners.agreement_standing_label", "standing", Written::Word("partners.agreement_standing")),
    column("signed", "partners.signed_on", "signed_on", Written::Day),
    column("event", "partners.event", "event", Written::Text),
    column("starts", "partners.starts", "starts", Written::Day),
    column("ends", "partners.ends", "ends", Written::Day),
    column("amount", "partners.amount", "amount", Written::Money),
    column("open", "partners.open_obligations", "open", Written::Whole),
    column("late", "partners.late_obligations", "late", Written::Whole),
];

const OBLIGATIONS: &[Column] = &[
    column("text", "partners.obligation", "text", Written::Text),
    column("side", "partners.side_label", "side", Written::Word("partners.side")),
    column("partner", "partners.partner", "partner_name", Written::Text),
    column("agreement", "partners.agreement_no", "agreement_no", Written::Text),
    column("site", "partners.site", "site", Written::Text),
    column("due", "partners.due", "due", Written::Day),
    column("amount", "partners.amount", "amount", Written::Money),
    column("keeper", "partners.seen_to_by", "keeper_name", Written::Text),
    column("done", "partners.done_on", "done_on", Written::Day),
    column("evidence", "partners.evidence_label", "evidence", Written::Text),
    column("standing", "partners.obligation_standing_label", "standing", Written::Word("partners.obligation_standing")),
];

/// The name of somebody of the office.
fn person(cx: &Read<'_>, id: &str) -> Result<String> {
    let id: kernel::id::PersonId = id.parse().map_err(|_| Failure::not_found("person"))?;
    let sql = "SELECT name FROM user_name WHERE id = $1";
    Ok(cx.row(sql, database::values![id], |row| row.get("name"))?.unwrap_or_default())
}

/// The name of a partner.
fn partner(cx: &Read<'_>, id: &str) -> Result<String> {
    crate::store::name_of(cx, id.parse().map_err(|_| Failure::not_found("partner"))?)
}
