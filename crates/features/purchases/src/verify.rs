//! Another person than who recorded what came says that it is there.

use crate::inputs::{VerifyPurchase, WhichPurchase};
use crate::model::PurchaseState;
use crate::{conditions, rules, store};
use database::values;
use kernel::{Refusal, Result, require};
use office::context::Write;
use serde_json::json;

pub fn verify(cx: &Write<'_>, input: VerifyPurchase) -> Result<WhichPurchase> {
    let before = store::line(cx, input.purchase)?;
    require(before.state.is_ordered() && before.state != PurchaseState::Verified, rules::NOT_VERIFIABLE)?;
    let arrivals = store::arrivals(cx, input.purchase)?;
    require(arrivals.iter().all(|one| one.recorded_by != cx.who.id), rules::OWN_DELIVERY)?;
    conditions::must_hold(&conditions::of_verification(cx, &before)?)?;
    office::input::has_come(input.day, cx.today())?;
    let note = rules::text(&input.note, "note")?;
    let last = arrivals.iter().map(|one| one.on).max().unwrap_or(input.day);
    require(input.day >= last, Refusal::new(rules::VERIFIED_EARLY).with("day", last).at("day"))?;
    cx.run(
        "UPDATE purchase SET state = 'verified', verified_by = $1, verified_on = $2, verified_note = $3 WHERE id = $4",
        values![cx.who.id, input.day, note.as_str(), input.purchase],
    )?;
    let subject = store::subject(input.purchase);
    cx.status_changed(subject, Some(before.state.name()), PurchaseState::Verified.name(), &note)?;
    cx.record_changed(subject)?;
    let after = json!({ "state": PurchaseState::Verified, "day": input.day });
    store::told(cx, input.purchase, &json!({ "state": before.state }), &after)?;
    Ok(WhichPurchase { purchase: input.purchase })
}
