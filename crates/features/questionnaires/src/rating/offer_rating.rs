//! Whoever was served is offered to rate it: at the desk, or by a letter with a token. The token is told once.

use super::{REQUEST, closed, keep, offer, seen};
use crate::inputs::OfferRating;
use crate::model::{RatingState, RatingToken};
use crate::rules::{RATING_NONE_OPEN, RATING_NOT_CLOSED, RATING_OFFERED};
use crate::store;
use crate::tokens::{self, Of};
use kernel::{Result, require};
use office::context::Write;
use serde_json::json;

pub fn offer_rating(cx: &Write<'_>, input: OfferRating) -> Result<RatingToken> {
    seen(cx, input.request)?;
    let request = closed(cx, input.request)?.ok_or(RATING_NOT_CLOSED)?;
    let before = offer(cx, input.request)?;
    let offered = before.is_some_and(|one| one.state == RatingState::Offered);
    require(!offered, RATING_OFFERED)?;
    let of = store::at_closing(cx, cx.today())?.ok_or(RATING_NONE_OPEN)?;
    let token = tokens::fresh()?;
    let print = tokens::print(&of.secret, Of::Token(&token));
    tokens::hand_over(cx, of.id, &print, request.department, &request.kind)?;
    keep(cx, input.request, RatingState::Offered, Some((of.id, input.way)))?;
    let told = json!({ "rating": RatingState::Offered, "way": input.way });
    cx.changed(REQUEST, input.request, &request.request_no, &(), &told)?;
    Ok(RatingToken { questionnaire: of.id, token })
}
