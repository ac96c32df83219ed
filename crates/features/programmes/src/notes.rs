//! What is seen of an initiative beside its figures: evaluations, lessons, whether it lasts; and what it is worth, resting on
//! assumptions.

use crate::inputs::{AddInitiativeNote, SaveReturns};
use crate::model::{
    InitiativeNote, InitiativeNoteKind, InitiativeProgress, InitiativeState, ReturnRow, SavedInitiative, SocialReturn,
};
use crate::results::{open, said};
use crate::rules::{
    self, ADDED_ALREADY, EVIDENCE_MISSING, LASTS_MISSING, NAME_MISSING, NOT_COMPLETED, RETURN_SOURCE, RETURNS,
};
use crate::store;
use database::{Read, values};
use kernel::id::InitiativeId;
use kernel::{Money, Refusal, Result, require};
use office::context::Write;
use serde_json::json;

/// Rows of a social return.
const MOST_ROWS: usize = 30;

/// The newest first.
///
/// # Errors
/// What the database refuses.
pub fn progress(db: &Read<'_>, id: InitiativeId) -> Result<Vec<InitiativeProgress>> {
    let sql = "SELECT p.day, p.percent, p.note, u.name AS said_by_name FROM initiative_progress p \
               JOIN user_name u ON u.id = p.said_by WHERE p.initiative = $1 ORDER BY p.no DESC";
    db.rows(sql, values![id], |row| {
        Ok(InitiativeProgress {
            day: row.get("day")?,
            percent: row.get("percent")?,
            note: row.get("note")?,
            said_by_name: row.get("said_by_name")?,
        })
    })
}

/// The newest first.
///
/// # Errors
/// What the database refuses.
pub fn notes(db: &Read<'_>, id: InitiativeId) -> Result<Vec<InitiativeNote>> {
    let sql = "SELECT n.id, n.kind, n.text, n.lasts, n.evidence, n.day, u.name AS recorded_by_name FROM initiative_note n \
               JOIN user_name u ON u.id = n.recorded_by WHERE n.initiative = $1 ORDER BY n.day DESC, n.id DESC";
    db.rows(sql, values![id], |row| {
        Ok(InitiativeNote {
            id: row.get("id")?,
            kind: row.get("kind")?,
            text: row.get("text")?,
            lasts: row.get("lasts")?,
            evidence: row.get("evidence")?,
            day: row.get("day")?,
            recorded_by_name: row.get("recorded_by_name")?,
        })
    })
}

pub fn add_note(cx: &Write<'_>, input: AddInitiativeNote) -> Result<SavedInitiative> {
    let of = open(cx, input.initiative)?;
    let known = cx.row("SELECT 1 AS one FROM initiative_note WHERE id = $1", values![input.id], |_| Ok(()))?;
    require(known.is_none(), ADDED_ALREADY)?;
    let text = rules::text("text", &input.text)?;
    require(!text.is_empty(), Refusal::new(NAME_MISSING).at("text"))?;
    let evidence = rules::line("evidence", &input.evidence)?;
    rules::happened("day", input.day, cx.today())?;
    let check = input.kind == InitiativeNoteKind::Lasting;
    if check {
        require(of.state == InitiativeState::Completed, NOT_COMPLETED)?;
        require(input.lasts.is_some(), Refusal::new(LASTS_MISSING).at("lasts"))?;
        require(!evidence.is_empty(), Refusal::new(EVIDENCE_MISSING).at("evidence"))?;
    }
    let lasts = input.lasts.filter(|_| check);
    cx.run(
        "INSERT INTO initiative_note (id, initiative, kind, text, lasts, evidence, day, recorded_by) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        values![input.id, of.id, input.kind, text.as_str(), lasts, evidence.as_str(), input.day, cx.who.id],
    )?;
    cx.passed(store::INITIATIVE, of.id)?;
    said(cx, &of, &json!({ "note": input.kind, "text": text, "lasts": lasts, "evidence": evidence }))
}

/// What it comes to, and what went in: the cost of the initiative.
///
/// # Errors
/// Sums beyond what money can be.
pub fn social_return(db: &Read<'_>, id: InitiativeId, inputs: Money) -> Result<SocialReturn> {
    let sql = "SELECT text, quantity, proxy, source, deadweight, attribution, drop_off FROM initiative_return \
               WHERE initiative = $1 ORDER BY no";
    let rows = db.rows(sql, values![id], |row| {
        Ok(ReturnRow {
            text: row.get("text")?,
            quantity: row.get("quantity")?,
            proxy: row.get("proxy")?,
            source: row.get("source")?,
            deadweight: row.get("deadweight")?,
            attribution: row.get("attribution")?,
            drop_off: row.get("drop_off")?,
        })
    })?;
    let worth = rows.iter().map(rules::worth).collect::<Result<Vec<_>>>()?;
    let value = Money::sum(worth.iter().copied())?;
    let hundredths = if rows.is_empty() { None } else { rules::for_each(value, inputs) };
    Ok(SocialReturn { rows, worth, value, inputs, hundredths })
}

/// The table of the social return is written anew, each row with its assumptions.
pub fn save_returns(cx: &Write<'_>, input: SaveReturns) -> Result<SavedInitiative> {
    let of = open(cx, input.id)?;
    require(input.rows.len() <= MOST_ROWS, Refusal::new(RETURNS).with("most", MOST_ROWS).at("rows"))?;
    let mut rows = Vec::new();
    for row in &input.rows {
        let text = rules::said("rows", &row.text, NAME_MISSING)?;
        let source = rules::said("rows", &row.source, RETURN_SOURCE)?;
        let shares = [row.deadweight, row.attribution, row.drop_off].iter().all(|share| (0..=100).contains(share));
        let fits = shares && (1..=1_000_000).contains(&row.quantity) && row.proxy.is_positive();
        require(fits, Refusal::new(RETURNS).with("most", MOST_ROWS).at("rows"))?;
        rules::worth(row)?;
        rows.push(ReturnRow { text, source, ..row.clone() });
    }
    cx.claim(store::INITIATIVE, of.id, input.version)?;
    cx.run("DELETE FROM initiative_return WHERE initiative = $1", values![of.id])?;
    for (no, row) in (1_i64..).zip(&rows) {
        cx.run(
            "INSERT INTO initiative_return (initiative, no, text, quantity, proxy, source, deadweight, attribution, drop_off) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            values![
                of.id,
                no,
                row.text.as_str(),
                row.quantity,
                row.proxy,
                row.source.as_str(),
                row.deadweight,
                row.attribution,
                row.drop_off
            ],
        )?;
    }
    said(cx, &of, &json!({ "social_return": rows }))
}
