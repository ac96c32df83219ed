//! A product is changed. Changed terms are a new version; loans keep the one they were made by.

use crate::inputs::SaveProduct;
use crate::model::Product;
use crate::products;
use crate::products::add_product;
use kernel::Result;
use office::context::Write;

pub fn change_product(cx: &Write<'_>, input: SaveProduct) -> Result<Product> {
    let before = products::product(cx, input.id)?;
    let product = add_product::checked(cx, input)?;
    cx.claim(products::RECORD, before.id, product.record_version)?;
    products::update_product(cx, &before, &product)?;
    let after = products::product(cx, before.id)?;
    cx.changed("product", after.id, &after.name, &before, &after)?;
    Ok(after)
}
