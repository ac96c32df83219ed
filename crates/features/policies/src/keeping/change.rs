//! What is known of a policy is changed; its texts are editions.

use super::{stand_on, typed};
use crate::inputs::{SavePolicy, WhichPolicy};
use crate::store;
use database::values;
use kernel::Result;
use kernel::arabic::fold;
use office::context::Write;

pub fn change(cx: &Write<'_>, input: SavePolicy) -> Result<WhichPolicy> {
    let before = store::holding(cx, input.id)?;
    let typed = typed(cx, &input)?;
    cx.claim(store::POLICY, input.id, input.version)?;
    cx.run(
        "UPDATE policy SET title = $1, title_fold = $2, kind = $3, issuer = $4, legal_basis = $5, review_months = $6, \
         owner = $7 WHERE id = $8",
        values![
            typed.title.as_str(),
            fold(&typed.title),
            input.kind,
            typed.issuer.as_str(),
            typed.legal_basis.as_str(),
            input.review_months,
            input.owner,
            input.id
        ],
    )?;
    stand_on(cx, input.id, &input.references)?;
    cx.changed(store::POLICY, input.id, &typed.title, &before, &store::policy(cx, input.id)?)?;
    Ok(WhichPolicy { policy: input.id })
}
