//! Who a party is, is forgotten: another name takes the place of theirs. What is counted of many people stays: sex, region,
//! governorate and town.

use crate::model::{Party, PartyFacts};
use crate::store;
use kernel::Result;
use kernel::id::PartyId;
use office::context::Write;

/// # Errors
/// Not found.
pub fn anonymise(cx: &Write<'_>, id: PartyId, name: &str) -> Result<()> {
    let before = store::party(cx, id)?;
    let facts = PartyFacts {
        name: name.to_owned(),
        sex: before.facts.sex,
        region: before.facts.region.clone(),
        governorate: before.facts.governorate.clone(),
        city: before.facts.city.clone(),
        ..PartyFacts::default()
    };
    cx.passed(store::RECORD, id)?;
    store::update(cx, &Party { facts, identity: None, changed_at: cx.now, ..before })
}
