//! A law, a decree or a rule is put into the register of references.

use super::{is_new, tidied};
use crate::inputs::{SaveReference, WhichReference};
use crate::store;
use database::values;
use kernel::Result;
use kernel::arabic::fold;
use office::context::Write;

pub fn add_reference(cx: &Write<'_>, input: SaveReference) -> Result<WhichReference> {
    is_new(cx, "SELECT 1 AS one FROM reference WHERE id = $1", input.id)?;
    let input = tidied(cx, input)?;
    cx.claim(store::REFERENCE, input.id, 0)?;
    cx.run(
        "INSERT INTO reference (id, title, title_fold, number, issuer, issued_on, place, note, created_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        values![
            input.id,
            input.title.as_str(),
            fold(&input.title),
            input.number.as_str(),
            input.issuer.as_str(),
            input.issued_on,
            input.place.as_str(),
            input.note.as_str(),
            cx.now
        ],
    )?;
    cx.changed(store::REFERENCE, input.id, &input.title, &(), &store::reference(cx, input.id)?)?;
    Ok(WhichReference { reference: input.id })
}
