//! The edition in force was published: where, and when.

use super::told;
use crate::inputs::{PublishEdition, WhichEdition};
use crate::rules::{self, DAYS_ORDER, PLACE_MISSING};
use crate::store;
use database::values;
use kernel::{Refusal, Result, require};
use office::context::Write;
use office::input::{at, has_come};
use serde_json::json;

pub fn publish(cx: &Write<'_>, input: PublishEdition) -> Result<WhichEdition> {
    let edition = store::in_force(cx, input.edition)?;
    let place = rules::line(&input.at, "at", PLACE_MISSING)?;
    at("on", has_come(input.on, cx.today()))?;
    let early = edition.approved_on.is_some_and(|day| input.on < day);
    require(!early, Refusal::new(DAYS_ORDER).at("on"))?;
    cx.run(
        "UPDATE policy_edition SET published_at = $1, published_on = $2 WHERE id = $3",
        values![place.as_str(), input.on, edition.id],
    )?;
    cx.passed(store::POLICY, edition.policy)?;
    told(cx, &edition, &json!({ "published_at": place, "published_on": input.on }))?;
    Ok(WhichEdition { edition: input.edition })
}
