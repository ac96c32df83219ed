//! How far the orientation of a partner agrees with a programme: 0 to 3, with what it rests on.

use crate::inputs::AlignPartner;
use crate::model::PartnerAlignment;
use crate::rules::{self, PROGRAMME_UNKNOWN, SCORE_RANGE};
use crate::{names, store};
use database::{Read, values};
use kernel::id::PartyId;
use kernel::{Refusal, Result, require};
use office::context::Write;
use office::input::Nothing;
use serde_json::json;

/// # Errors
/// What the database refuses.
pub fn alignments(db: &Read<'_>, partner: PartyId) -> Result<Vec<PartnerAlignment>> {
    db.rows(include_str!("../sql/alignments.sql"), values![partner], |row| {
        Ok(PartnerAlignment {
            programme: row.get("programme")?,
            name: row.get("name")?,
            score: row.get("score")?,
            note: row.get("note")?,
            set_on: row.get("set_on")?,
            set_by_name: row.get("set_by_name")?,
        })
    })
}

pub fn align(cx: &Write<'_>, input: AlignPartner) -> Result<Nothing> {
    store::open_partner(cx, input.partner)?;
    require((0..=3).contains(&input.score), Refusal::new(SCORE_RANGE).at("score"))?;
    let note = rules::line("note", &input.note)?;
    let before = alignments(cx, input.partner)?.into_iter().find(|one| one.programme == input.programme);
    let known = names::programmes(cx)?
        .into_iter()
        .any(|one| one.programme == input.programme && (one.active || before.is_some()));
    require(known, Refusal::new(PROGRAMME_UNKNOWN).at("programme"))?;
    cx.claim(store::PARTNER, input.partner, input.version)?;
    cx.run(
        "INSERT INTO partner_alignment (partner, programme, score, note, set_on, set_by) VALUES ($1, $2, $3, $4, $5, $6) \
         ON CONFLICT (partner, programme) DO UPDATE SET score = excluded.score, note = excluded.note, \
         set_on = excluded.set_on, set_by = excluded.set_by",
        values![input.partner, input.programme, input.score, note, cx.today(), cx.who.id],
    )?;
    let after = alignments(cx, input.partner)?.into_iter().find(|one| one.programme == input.programme);
    let name = store::name_of(cx, input.partner)?;
    cx.changed(store::PARTNER, input.partner, &name, &json!({ "alignment": before }), &json!({ "alignment": after }))?;
    Ok(Nothing {})
}
