//! What a product asks of guarantees is set. It holds from then on, for loans that are asked for already, too.

use crate::inputs::SaveGuaranteeRule;
use crate::model::GuaranteeRule;
use crate::{rules, store};
use kernel::Result;
use office::context::Write;

pub fn set_rule(cx: &Write<'_>, input: SaveGuaranteeRule) -> Result<GuaranteeRule> {
    rules::terms(&input.terms)?;
    let before = store::terms_of(cx, input.product)?;
    cx.claim(store::RULE, input.product, input.version)?;
    store::save_terms(cx, input.product, &input.terms)?;
    cx.changed(store::RULE, input.product, "", &before, &input.terms)?;
    Ok(GuaranteeRule { product: input.product, terms: input.terms, version: input.version + 1 })
}
