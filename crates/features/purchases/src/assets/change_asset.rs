//! What became of an asset: damaged, lost, sold, given back, or in use again; each with its day and reason.

use crate::assets;
use crate::inputs::{ChangeAsset, WhichAsset};
use crate::model::{AssetEventKind, AssetState};
use crate::{rules, store};
use kernel::{Refusal, Result, require};
use office::context::Write;
use serde_json::json;

pub fn change_asset(cx: &Write<'_>, input: ChangeAsset) -> Result<WhichAsset> {
    let before = assets::asset(cx, input.asset)?;
    let reason = rules::said(&input.reason, "reason", rules::REASON_MISSING)?;
    require(input.state != before.state, Refusal::new(rules::ASSET_STATE).at("state"))?;
    if input.state == AssetState::Returned {
        // Before the loan owes it, it goes back with its order, so that it may come again.
        let line = store::line(cx, before.purchase)?;
        require(
            store::goods(cx, line.tranche)?.is_booked(),
            Refusal::new(rules::BACK_BY_PIECE).with("item", &before.name),
        )?;
    }
    // What went back to the supplier belongs to somebody else.
    require(before.state != AssetState::Returned, rules::ASSET_GONE)?;
    assets::day_fits(cx, &before, input.day)?;
    let kind = match input.state {
        AssetState::InUse => AssetEventKind::InUse,
        AssetState::Damaged => AssetEventKind::Damaged,
        AssetState::Lost => AssetEventKind::Lost,
        AssetState::Sold => AssetEventKind::Sold,
        AssetState::Returned => AssetEventKind::Returned,
    };
    assets::happened(cx, input.asset, kind, input.day, &reason)?;
    let after = json!({ "state": input.state, "day": input.day, "reason": reason });
    let label = store::asset_label(cx, *input.asset.as_bytes())?;
    cx.changed(store::ASSET, input.asset, &label, &json!({ "state": before.state }), &after)?;
    Ok(WhichAsset { asset: input.asset })
}
