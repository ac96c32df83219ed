//! Something more is read on visits: a kind of the association's own.

use crate::inputs::AddReadingKind;
use crate::rules::{self, KIND_CODE, KIND_NAME, KIND_TAKEN};
use crate::{readings, subjects};
use database::values;
use kernel::{Refusal, Result, require};
use office::context::Write;
use office::input::Nothing;

/// The kinds as a record whose version is claimed.
pub const RECORD: &str = "reading_kind";

pub fn add_reading_kind(cx: &Write<'_>, input: AddReadingKind) -> Result<Nothing> {
    let letters = |code: &str| {
        !code.is_empty()
            && code.len() <= 40
            && code.bytes().all(|one| one.is_ascii_alphanumeric() || one == b'_' || one == b'-')
    };
    require(letters(&input.code), KIND_CODE)?;
    let known = readings::kinds(cx)?;
    require(known.iter().all(|kind| kind.code != input.code), KIND_TAKEN)?;
    let name = rules::said("name", &input.name, KIND_NAME)?;
    let place = i64::try_from(known.len()).unwrap_or(0) * 10 + 100;
    cx.run(
        "INSERT INTO reading_kind (code, name, unit, measure, place) VALUES ($1, $2, $3, $4, $5)",
        values![input.code.as_str(), name.as_str(), rules::text("unit", &input.unit)?, input.measure, place],
    )?;
    asked(cx, &input.code, &input.asked_on)?;
    cx.passed(RECORD, "all")?;
    cx.changed(RECORD, &input.code, &name, &(), &input)?;
    Ok(Nothing {})
}

/// On which kinds of records it is asked for from now on.
///
/// # Errors
/// A kind nobody follows.
pub fn asked(cx: &Write<'_>, code: &str, kinds: &[String]) -> Result<()> {
    cx.run("DELETE FROM reading_asked WHERE kind = $1", values![code])?;
    for kind in kinds {
        subjects::followed_kind(cx, kind)?;
        let twice = kinds.iter().filter(|other| *other == kind).count() > 1;
        require(!twice, Refusal::new(KIND_TAKEN).at("asked_on"))?;
        cx.run("INSERT INTO reading_asked (kind, subject_kind) VALUES ($1, $2)", values![code, kind.as_str()])?;
    }
    Ok(())
}
