//! Visits and promises of somebody: told to them; what was seen at theirs is forgotten when it was kept long enough.

use crate::FOLLOW_UP_VIEW;
use database::values;
use kernel::Result;
use kernel::arabic::fold;
use kernel::id::{ActivityId, PartyId};
use office::context::{Read, Write};
use office::personal::{Personal, Told, day, rests, text, word};
use sheets::Value;

pub const PERSONAL: Personal = Personal { tells, goes_on: rests, forgets };

fn tells(cx: &Read<'_>, id: PartyId) -> Result<Vec<Told>> {
    if !cx.who.role.may(FOLLOW_UP_VIEW) {
        return Ok(Vec::new());
    }
    let mut records = Vec::new();
    let sql = "SELECT id, activity_no, kind, state, planned_on, done_on, findings FROM activity WHERE party = $1 \
               ORDER BY planned_on, activity_no";
    let visits = cx.rows(sql, values![id], |row| {
        records.push(row.get::<ActivityId>("id")?.to_string());
        Ok(vec![
            text(row.get::<String>("activity_no")?),
            word("follow_up.kind", &row.get::<String>("kind")?),
            word("follow_up.state", &row.get::<String>("state")?),
            Value::Day(row.get("planned_on")?),
            day(row.get("done_on")?),
            text(row.get::<String>("findings")?),
        ])
    })?;
    let sql = "SELECT side, text, due, met_on FROM commitment WHERE party = $1 ORDER BY due";
    let promises = cx.rows(sql, values![id], |row| {
        Ok(vec![
            word("follow_up.side", &row.get::<String>("side")?),
            text(row.get::<String>("text")?),
            Value::Day(row.get("due")?),
            day(row.get("met_on")?),
        ])
    })?;
    Ok(vec![
        Told {
            title: "privacy.sheet.visits",
            columns: &[
                "figures.number",
                "follow_up.kind_label",
                "follow_up.state_label",
                "follow_up.planned_on",
                "privacy.column.done",
                "privacy.column.text",
            ],
            rows: visits,
            records,
        },
        Told {
            title: "privacy.sheet.promises",
            columns: &["follow_up.side_label", "follow_up.promise", "figures.due", "privacy.column.kept_on"],
            rows: promises,
            records: Vec::new(),
        },
    ])
}

fn forgets(cx: &Write<'_>, id: PartyId) -> Result<()> {
    let name: Option<String> =
        cx.row("SELECT name FROM party_place WHERE id = $1", values![id], |row| row.get("name"))?;
    let name = name.unwrap_or_default();
    let sql = "UPDATE activity SET findings = '', present = '', place = '', purpose = '' WHERE party = $1";
    cx.run(sql, values![id])?;
    // A file bears the name of the person; a project or a loan its own.
    let sql = "UPDATE activity SET subject_name = $1, search_fold = $2 WHERE party = $3 AND subject_kind = 'file'";
    cx.run(sql, values![name.as_str(), fold(&name), id])?;
    cx.run(
        "UPDATE commitment SET subject_name = $1 WHERE party = $2 AND subject_kind = 'file'",
        values![name.as_str(), id],
    )
    .map(drop)
}
