//! Something was recorded wrongly: it is struck out, for a reason, and stays to be read.

use super::items;
use crate::inputs::StrikePartnerItem;
use crate::model::PartnerItemKind;
use crate::rules::{self, REASON_MISSING, STRUCK_ALREADY};
use database::values;
use kernel::id::PartyId;
use kernel::{Day, Failure, Result, require};
use office::context::Write;
use office::input::Nothing;
use serde_json::json;

pub fn strike(cx: &Write<'_>, input: StrikePartnerItem) -> Result<Nothing> {
    let reason = rules::said("reason", &input.reason, REASON_MISSING)?;
    let (found, struck) = match input.kind {
        PartnerItemKind::Contribution => (
            "SELECT partner, text, void_on FROM partner_contribution WHERE id = $1",
            "UPDATE partner_contribution SET void_on = $1, void_by = $2, void_reason = $3 WHERE id = $4",
        ),
        PartnerItemKind::Endorsement => (
            "SELECT partner, text, void_on FROM partner_endorsement WHERE id = $1",
            "UPDATE partner_endorsement SET void_on = $1, void_by = $2, void_reason = $3 WHERE id = $4",
        ),
        PartnerItemKind::Exchange => (
            "SELECT partner, text, void_on FROM partner_exchange WHERE id = $1",
            "UPDATE partner_exchange SET void_on = $1, void_by = $2, void_reason = $3 WHERE id = $4",
        ),
    };
    let row: Option<(PartyId, String, Option<Day>)> =
        cx.row(found, values![input.id], |row| Ok((row.get("partner")?, row.get("text")?, row.get("void_on")?)))?;
    let (partner, text, void_on) = row.ok_or(Failure::not_found(input.kind.name()))?;
    require(void_on.is_none(), STRUCK_ALREADY)?;
    cx.run(struck, values![cx.today(), cx.who.id, reason.as_str(), input.id])?;
    let before = json!({ "struck": null });
    items::told(cx, partner, &before, &json!({ "struck": { "kind": input.kind, "text": text, "reason": reason } }))
}
