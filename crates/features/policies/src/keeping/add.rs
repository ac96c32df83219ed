//! A policy is added; its first edition is written afterwards.

use super::{stand_on, typed};
use crate::inputs::{SavePolicy, WhichPolicy};
use crate::store;
use database::values;
use kernel::Result;
use kernel::arabic::fold;
use office::context::Write;

pub fn add(cx: &Write<'_>, input: SavePolicy) -> Result<WhichPolicy> {
    let typed = typed(cx, &input)?;
    cx.claim(store::POLICY, input.id, 0)?;
    cx.run(
        "INSERT INTO policy (id, title, title_fold, kind, issuer, legal_basis, review_months, owner, created_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        values![
            input.id,
            typed.title.as_str(),
            fold(&typed.title),
            input.kind,
            typed.issuer.as_str(),
            typed.legal_basis.as_str(),
            input.review_months,
            input.owner,
            cx.now
        ],
    )?;
    stand_on(cx, input.id, &input.references)?;
    cx.changed(store::POLICY, input.id, &typed.title, &(), &store::policy(cx, input.id)?)?;
    Ok(WhichPolicy { policy: input.id })
}
