//! A law, a decree or a rule is said otherwise in the register of references.

use super::tidied;
use crate::inputs::{SaveReference, WhichReference};
use crate::store;
use database::values;
use kernel::Result;
use kernel::arabic::fold;
use office::context::Write;

pub fn change_reference(cx: &Write<'_>, input: SaveReference) -> Result<WhichReference> {
    let before = store::reference(cx, input.id)?;
    let input = tidied(cx, input)?;
    cx.claim(store::REFERENCE, input.id, input.version)?;
    cx.run(
        "UPDATE reference SET title = $1, title_fold = $2, number = $3, issuer = $4, issued_on = $5, place = $6, \
         note = $7 WHERE id = $8",
        values![
            input.title.as_str(),
            fold(&input.title),
            input.number.as_str(),
            input.issuer.as_str(),
            input.issued_on,
            input.place.as_str(),
            input.note.as_str(),
            input.id
        ],
    )?;
    cx.changed(store::REFERENCE, input.id, &input.title, &before, &store::reference(cx, input.id)?)?;
    Ok(WhichReference { reference: input.id })
}
