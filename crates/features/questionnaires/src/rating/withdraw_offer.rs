//! Nobody answered at the desk: the token is worth nothing any more, and the rating may be offered again.

use super::{REQUEST, closed, keep, offer, seen};
use crate::inputs::WithdrawOffer;
use crate::model::RatingState;
use crate::rules::{RATING_NOT_CLOSED, TOKEN_UNKNOWN};
use crate::store;
use crate::tokens::{self, Of};
use kernel::{Refusal, Result};
use office::context::Write;
use office::input::Nothing;
use serde_json::json;

pub fn withdraw_offer(cx: &Write<'_>, input: WithdrawOffer) -> Result<Nothing> {
    seen(cx, input.request)?;
    let request = closed(cx, input.request)?.ok_or(RATING_NOT_CLOSED)?;
    let unknown = || Refusal::new(TOKEN_UNKNOWN).at("token");
    let offered = offer(cx, input.request)?.and_then(|one| one.questionnaire).ok_or_else(unknown)?;
    let of = store::questionnaire(cx, offered)?;
    tokens::withdraw(cx, of.id, &tokens::print(&of.secret, Of::Token(&input.token)))?;
    keep(cx, input.request, RatingState::Due, None)?;
    cx.changed(REQUEST, input.request, &request.request_no, &(), &json!({ "rating": RatingState::Due }))?;
    Ok(Nothing {})
}
