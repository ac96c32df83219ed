//! Who is spoken to at a partner.

use crate::inputs::{EndContact, SaveContact};
use crate::model::PartnerContact;
use crate::rules::{self, CONTACT_ENDED, CONTACT_NAME};
use crate::store;
use database::{Read, values};
use kernel::id::{PartnerItemId, PartyId};
use kernel::{Failure, Result, require};
use office::context::Write;
use office::input::Nothing;
use serde_json::json;

/// Those of today first.
///
/// # Errors
/// What the database refuses.
pub fn contacts(db: &Read<'_>, partner: PartyId) -> Result<Vec<PartnerContact>> {
    let sql = "SELECT id, name, duty, phone, email, note, ended_on FROM partner_contact WHERE partner = $1 \
               ORDER BY ended_on IS NOT NULL, id";
    db.rows(sql, values![partner], |row| {
        Ok(PartnerContact {
            id: row.get("id")?,
            name: row.get("name")?,
            duty: row.get("duty")?,
            phone: row.get("phone")?,
            email: row.get("email")?,
            note: row.get("note")?,
            ended_on: row.get("ended_on")?,
        })
    })
}

fn contact(db: &Read<'_>, partner: PartyId, id: PartnerItemId) -> Result<Option<PartnerContact>> {
    Ok(contacts(db, partner)?.into_iter().find(|one| one.id == id))
}

/// Somebody is added, or what is known of them is written anew.
pub fn save_contact(cx: &Write<'_>, input: SaveContact) -> Result<Nothing> {
    store::open_partner(cx, input.partner)?;
    let before = contact(cx, input.partner, input.id)?;
    require(before.as_ref().is_none_or(|one| one.ended_on.is_none()), CONTACT_ENDED)?;
    let name = rules::said("name", &input.name, CONTACT_NAME)?;
    let duty = rules::line("duty", &input.duty)?;
    let phone = rules::line("phone", &kernel::arabic::clean(&input.phone))?;
    let email = rules::email("email", &input.email)?;
    let note = rules::line("note", &input.note)?;
    cx.claim(store::PARTNER, input.partner, input.version)?;
    cx.run(
        "INSERT INTO partner_contact (id, partner, name, duty, phone, email, note) VALUES ($1, $2, $3, $4, $5, $6, $7) \
         ON CONFLICT (id) DO UPDATE SET name = excluded.name, duty = excluded.duty, phone = excluded.phone, \
         email = excluded.email, note = excluded.note WHERE partner_contact.partner = excluded.partner",
        values![input.id, input.partner, name, duty, phone, email, note],
    )?;
    let after = contact(cx, input.partner, input.id)?.ok_or(Failure::not_found("partner_contact"))?;
    let label = store::name_of(cx, input.partner)?;
    cx.changed(store::PARTNER, input.partner, &label, &json!({ "contact": before }), &json!({ "contact": after }))?;
    Ok(Nothing {})
}

/// Somebody is not spoken to there any more.
pub fn end_contact(cx: &Write<'_>, input: EndContact) -> Result<Nothing> {
    let before = contact(cx, input.partner, input.id)?.ok_or(Failure::not_found("partner_contact"))?;
    require(before.ended_on.is_none(), CONTACT_ENDED)?;
    cx.claim(store::PARTNER, input.partner, input.version)?;
    let sql = "UPDATE partner_contact SET ended_on = $1 WHERE id = $2";
    cx.run(sql, values![cx.today(), input.id])?;
    let label = store::name_of(cx, input.partner)?;
    let after = json!({ "contact": PartnerContact { ended_on: Some(cx.today()), ..before.clone() } });
    cx.changed(store::PARTNER, input.partner, &label, &json!({ "contact": before }), &after)?;
    Ok(Nothing {})
}
