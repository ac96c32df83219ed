//! Products: what may be lent and how it is paid back; rows in and out.

pub mod add_product;
pub mod change_product;

use crate::inputs::SaveProduct;
use crate::model::{Product, ProductTerms};
use database::{Read, values};
use kernel::arabic::fold;
use kernel::id::{PersonId, ProductId};
use kernel::{Failure, Moment, Result};
use office::context::Write;

/// The names of a product and of a project among the records that have versions.
pub const RECORD: &str = "product";

pub fn products(db: &Read<'_>) -> Result<Vec<Product>> {
    db.rows(include_str!("../sql/products.sql"), values![], |row| {
        let terms: String = row.get("terms")?;
        Ok(Product {
            id: row.get("id")?,
            name: row.get("name")?,
            version: row.get("version")?,
            offered: row.get("offered")?,
            terms: serde_json::from_str(&terms).map_err(Failure::broken)?,
            loans: row.get("loans")?,
        })
    })
}

pub fn product(db: &Read<'_>, id: ProductId) -> Result<Product> {
    products(db)?.into_iter().find(|product| product.id == id).ok_or(Failure::not_found("product"))
}

/// The name of a product and its terms as a version has them.
pub fn version(db: &Read<'_>, id: ProductId, version: i64) -> Result<(String, ProductTerms)> {
    let sql = "SELECT p.name, v.terms FROM product p JOIN product_version v ON v.product = p.id \
               WHERE p.id = $1 AND v.version = $2";
    let found = db.row(sql, values![id, version], |row| {
        let terms: String = row.get("terms")?;
        Ok((row.get("name")?, serde_json::from_str(&terms).map_err(Failure::broken)?))
    })?;
    found.ok_or(Failure::not_found("product"))
}

pub fn name_taken(db: &Read<'_>, name: &str, except: ProductId) -> Result<bool> {
    let sql = "SELECT 1 AS one FROM product WHERE name_fold = $1 AND id <> $2";
    Ok(db.row(sql, values![fold(name), except], |_| Ok(()))?.is_some())
}

pub fn insert_product(db: &database::Write<'_>, product: &SaveProduct, by: PersonId, now: Moment) -> Result<()> {
    db.run(
        "INSERT INTO product (id, name, name_fold, version, offered, created_at) VALUES ($1, $2, $3, 1, $4, $5)",
        values![product.id, product.name.as_str(), fold(&product.name), product.offered, now],
    )?;
    insert_version(db, product, 1, by, now)
}

/// Writes a product over what stood there; changed terms are a new version.
pub fn update_product(cx: &Write<'_>, before: &Product, product: &SaveProduct) -> Result<()> {
    let version = before.version + i64::from(before.terms != product.terms);
    if version != before.version {
        insert_version(cx.db(), product, version, cx.who.id, cx.now)?;
    }
    cx.run(
        "UPDATE product SET name = $1, name_fold = $2, version = $3, offered = $4 WHERE id = $5",
        values![product.name.as_str(), fold(&product.name), version, product.offered, product.id],
    )?;
    Ok(())
}

fn insert_version(
    db: &database::Write<'_>,
    product: &SaveProduct,
    version: i64,
    by: PersonId,
    now: Moment,
) -> Result<()> {
    let terms = serde_json::to_string(&product.terms).map_err(Failure::broken)?;
    db.run(
        "INSERT INTO product_version (product, version, terms, made_by, made_at) VALUES ($1, $2, $3, $4, $5)",
        values![product.id, version, terms, by, now],
    )?;
    Ok(())
}
