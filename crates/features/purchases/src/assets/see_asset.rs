//! Somebody has seen an asset where it is used, on a visit for one.

use crate::assets;
use crate::inputs::{SeeAsset, WhichAsset};
use crate::model::{AssetEventKind, AssetState, PurchaseAssetEvent};
use crate::{rules, store};
use kernel::{Result, require};
use office::context::Write;
use serde_json::{Value, json};

pub fn see_asset(cx: &Write<'_>, input: SeeAsset) -> Result<WhichAsset> {
    let before = assets::asset(cx, input.asset)?;
    let note = rules::text(&input.note, "note")?;
    let here = matches!(before.state, AssetState::InUse | AssetState::Damaged);
    require(here, rules::ASSET_GONE)?;
    assets::day_fits(cx, &before, input.day)?;
    let told =
        |last: &PurchaseAssetEvent| last.kind == AssetEventKind::Seen && last.on == input.day && last.said == note;
    if before.events.last().is_some_and(told) {
        // Told so already.
        cx.quiet();
        return Ok(WhichAsset { asset: input.asset });
    }
    assets::happened(cx, input.asset, AssetEventKind::Seen, input.day, &note)?;
    let label = store::asset_label(cx, *input.asset.as_bytes())?;
    cx.changed(store::ASSET, input.asset, &label, &Value::Null, &json!({ "seen_on": input.day, "note": note }))?;
    Ok(WhichAsset { asset: input.asset })
}
