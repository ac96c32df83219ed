//! Runs the `.yml` files of lending cases: loans as stories, and what must be true of them, to the halala and the day.
//!
//! One story is one case; it passes only when all that it expects holds. An unknown key or rule is a failure of the
//! story, a file that cannot be read a failure of the file.

mod calendar;
mod events;
mod expect;
mod portfolio;
mod story;
mod terms;

use crate::Report;
use crate::reader::{Fields, Problem, run_stories, text};
use serde_norway::Value;
use std::path::Path;

/// Runs every case of one file.
pub fn run_file(path: &Path, report: &mut Report) {
    run_stories(path, report, run);
}

/// Runs one story; the failure names each key with what was wanted and found.
fn run(story: &Value) -> Result<(), Problem> {
    let mut fields = Fields::of("story", story)?;
    text(fields.want("id")?)?;
    for key in ["about", "source", "note"] {
        fields.get(key).map(text).transpose()?;
    }
    let kinds = [fields.get("loan"), fields.get("calendar"), fields.get("portfolio")];
    match kinds {
        [Some(loan), None, None] => story::run(loan, fields),
        [None, Some(days), None] => {
            fields.finish()?;
            calendar::run(days)
        }
        [None, None, Some(measures)] => {
            let expect = fields.want("expect")?;
            fields.finish()?;
            portfolio::run(measures, expect)
        }
        _ => Err(Problem::unreadable("wanted one of loan, calendar and portfolio")),
    }
}
