//! A product is added: what may be lent, for how long, and how it is paid back.

use crate::inputs::SaveProduct;
use crate::model::Product;
use crate::products;
use crate::rules;
use kernel::{Refusal, Result, require};
use office::context::Write;

pub fn add_product(cx: &Write<'_>, input: SaveProduct) -> Result<Product> {
    require(products::product(cx, input.id).is_err(), database::RECORDED_ALREADY)?;
    let product = checked(cx, input)?;
    products::insert_product(cx.db(), &product, cx.who.id, cx.now)?;
    let added = products::product(cx, product.id)?;
    cx.changed("product", added.id, &added.name, &(), &added)?;
    Ok(added)
}

/// A product as it can be saved.
///
/// # Errors
/// A name that is taken or says nothing; limits that contradict each other.
pub fn checked(cx: &Write<'_>, input: SaveProduct) -> Result<SaveProduct> {
    let name = office::input::required(&input.name, "name", rules::NAME_MISSING)?;
    let taken = products::name_taken(cx, &name, input.id)?;
    require(!taken, Refusal::new(rules::PRODUCT_NAME_TAKEN).with("name", &name).at("name"))?;
    rules::product(&input.terms)?;
    Ok(SaveProduct { name, ..input })
}
