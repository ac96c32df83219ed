//! An administrator has looked into what was found, and says what it was.

use super::model::Acknowledge;
use super::{rules, store};
use crate::context::Write;
use crate::input::Nothing;
use kernel::{Failure, Result};
use serde_json::json;

pub fn acknowledge(cx: &Write<'_>, input: Acknowledge) -> Result<Nothing> {
    let word = crate::input::required(&input.word, "word", rules::WORD_MISSING)?;
    let waiting = store::waiting(cx)?;
    let notice = waiting.iter().find(|notice| notice.number == input.number).ok_or(Failure::not_found("notice"))?;
    store::acknowledge(cx, notice.number, &word)?;
    let number = notice.number.to_string();
    cx.changed("notice", &number, &number, &notice.complaint, &json!({ "word": word }))?;
    Ok(Nothing {})
}
