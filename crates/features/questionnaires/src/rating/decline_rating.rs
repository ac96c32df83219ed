//! Whoever was offered to rate does not wish to: it is their right, and they are not asked again.

use super::{REQUEST, closed, keep, offer, seen};
use crate::inputs::WhichRating;
use crate::model::RatingState;
use crate::rules::{RATING_NOT_CLOSED, RATING_OFFERED};
use kernel::{Result, require};
use office::context::Write;
use office::input::Nothing;
use serde_json::json;

pub fn decline_rating(cx: &Write<'_>, input: WhichRating) -> Result<Nothing> {
    seen(cx, input.request)?;
    let request = closed(cx, input.request)?.ok_or(RATING_NOT_CLOSED)?;
    let due = offer(cx, input.request)?.is_none_or(|one| one.state == RatingState::Due);
    require(due, RATING_OFFERED)?;
    keep(cx, input.request, RatingState::Declined, None)?;
    cx.changed(REQUEST, input.request, &request.request_no, &(), &json!({ "rating": RatingState::Declined }))?;
    Ok(Nothing {})
}
