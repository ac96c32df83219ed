//! What somebody asked of the association: told to them, and forgotten when it was kept long enough. What is absent for who
//! asks is told to nobody by them.

use crate::{REQUESTS_VIEW, seen};
use database::{Value as Kept, values};
use kernel::Result;
use kernel::id::{CaseRequestId, PartyId};
use office::context::{Read, Write};
use office::narrow::Narrow;
use office::personal::{Personal, Told, day, text, word};
use office::words::{self, Language};
use sheets::Value;

pub const PERSONAL: Personal = Personal { tells, goes_on, forgets };

fn tells(cx: &Read<'_>, id: PartyId) -> Result<Vec<Told>> {
    if !cx.who.role.may(REQUESTS_VIEW) {
        return Ok(Vec::new());
    }
    let mut narrow = Narrow::default();
    narrow.one_of("r.party", parties_of(cx, id)?.into_iter());
    seen::visible(cx, &mut narrow)?;
    let sql = format!(
        "SELECT r.id, r.request_no, r.kind, r.state, r.subject, r.body, r.received_on, r.outcome, r.decided_on, r.answer \
         FROM case_request r {} ORDER BY r.received_on, r.id",
        narrow.said()
    );
    let mut records = Vec::new();
    let rows = cx.rows(&sql, narrow.values, |row| {
        records.push(row.get::<CaseRequestId>("id")?.to_string());
        let outcome: Option<String> = row.get("outcome")?;
        Ok(vec![
            text(row.get::<String>("request_no")?),
            word("requests.kind", &row.get::<String>("kind")?),
            word("requests.state", &row.get::<String>("state")?),
            text(row.get::<String>("subject")?),
            text(row.get::<String>("body")?),
            Value::Day(row.get("received_on")?),
            word("requests.outcome", &outcome.unwrap_or_default()),
            day(row.get("decided_on")?),
            text(row.get::<String>("answer")?),
        ])
    })?;
    Ok(vec![Told {
        title: "privacy.sheet.requests",
        columns: &[
            "requests.number",
            "requests.kind_label",
            "requests.state_label",
            "requests.subject",
            "privacy.column.text",
            "requests.received_on",
            "requests.outcome_label",
            "privacy.column.decided",
            "privacy.column.answer",
        ],
        rows,
        records,
    }])
}

/// The party and those that were joined into it.
fn parties_of(db: &database::Read<'_>, id: PartyId) -> Result<Vec<Kept>> {
    let joined = parties::joined_into(db, *id.as_bytes())?;
    Ok(std::iter::once(*id.as_bytes()).chain(joined).map(Kept::from).collect())
}

fn goes_on(db: &database::Read<'_>, id: PartyId) -> Result<bool> {
    let mut narrow = Narrow::default();
    narrow.one_of("r.party", parties_of(db, id)?.into_iter());
    narrow.and("r.ended = 0", values![]);
    let sql = format!("SELECT count(*) AS n FROM case_request r {}", narrow.said());
    Ok(db.one(&sql, narrow.values, |row| row.get::<i64>("n"))? > 0)
}

fn forgets(cx: &Write<'_>, id: PartyId) -> Result<()> {
    let gone = words::word("privacy.gone", Language::Ar);
    for party in parties_of(cx, id)? {
        cx.run(
            "DELETE FROM case_data_change WHERE request IN (SELECT id FROM case_request WHERE party = $1)",
            [party.clone()],
        )?;
        let sql = "UPDATE case_request SET applicant_name = '', applicant_mobile = '', on_behalf_of = '', subject = $1, \
                   body = '', answer = '', executed_note = '' WHERE party = $2";
        cx.run(sql, [Kept::from(gone.as_str()), party.clone()])?;
        let sql = "UPDATE reception SET name = $1, purpose = $1, search_fold = '' WHERE party = $2";
        cx.run(sql, [Kept::from(gone.as_str()), party])?;
    }
    // What is looked for follows the name that is gone.
    crate::store::party_changed(cx, *id.as_bytes())
}
