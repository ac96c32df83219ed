//! The products an office begins with; it may change them, or stop offering them.

use crate::inputs::SaveProduct;
use crate::model::ProductTerms;
use crate::products;
use kernel::id::{PersonId, ProductId};
use kernel::{Moment, Money, Result};
use office::words::{self, Language};
use std::num::NonZeroU16;
use std::time::Duration;

/// Two products: productive families from 5,000 to 50,000 riyals over three years at most, and small assets up to
/// 10,000 over one.
///
/// # Errors
/// What the database refuses.
pub fn seed(db: &database::Write<'_>, by: PersonId, now: Moment) -> Result<()> {
    let products = [("families", 5_000, 50_000, 36_u16, 20), ("assets", 500, 10_000, 12, 0)];
    for (place, (key, least, most, longest, cash_percent)) in (0..).zip(products) {
        // They are listed in the order they were made.
        let made_at = now.after(Duration::from_micros(place));
        let terms = ProductTerms {
            least: Money::from_riyals(least)?,
            most: Money::from_riyals(most)?,
            longest: NonZeroU16::new(longest).unwrap_or(NonZeroU16::MIN),
            cash_percent,
            top_up_percent: (key == "families").then_some(50),
            ..ProductTerms::default()
        };
        let id = ProductId::new(now, office::random::bytes()?);
        let name = words::word(&format!("loans.seed.{key}"), Language::Ar);
        products::insert_product(db, &SaveProduct { id, name, offered: true, terms, record_version: 0 }, by, made_at)?;
    }
    Ok(())
}
