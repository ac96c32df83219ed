//! What a product asks of purchases is set. It holds from then on, for loans that are asked for already, too.

use crate::inputs::SavePurchaseRule;
use crate::model::PurchaseRule;
use crate::{rules, store};
use database::values;
use kernel::{Failure, Result};
use office::context::Write;

pub fn set_rule(cx: &Write<'_>, input: SavePurchaseRule) -> Result<PurchaseRule> {
    rules::terms(&input.terms)?;
    let before = store::terms_of(cx, input.product)?;
    cx.claim(store::RULE, input.product, input.version)?;
    let terms = serde_json::to_string(&input.terms).map_err(Failure::broken)?;
    cx.run(
        "INSERT INTO purchase_rule (product, terms, made_by, made_at) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (product) DO UPDATE SET terms = excluded.terms, made_by = excluded.made_by, made_at = excluded.made_at",
        values![input.product, terms, cx.who.id, cx.now],
    )?;
    cx.changed(store::RULE, input.product, "", &before, &input.terms)?;
    Ok(PurchaseRule { product: input.product, terms: input.terms, version: input.version + 1 })
}
