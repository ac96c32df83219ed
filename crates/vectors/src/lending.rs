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
use crate::reader::{Fields, Problem, text};
use serde_norway::Value;
use std::collections::BTreeSet;
use std::path::Path;

/// Runs every case of one file.
pub fn run_file(path: &Path, report: &mut Report) {
    let stories = match read(path) {
        Ok(stories) => stories,
        Err(why) => return report.broken(path, why),
    };
    let mut known = BTreeSet::new();
    for (story, number) in stories.iter().zip(1..) {
        let id = story.get("id").and_then(|id| text(id).ok()).unwrap_or_else(|| format!("story {number}"));
        let place = format!("{} {id}", path.display());
        if !known.insert(id) {
            report.fail(place, "id: wanted a name of its own, found one that another story has");
            continue;
        }
        match run(story) {
            Ok(()) => report.pass(),
            Err(why) => report.fail(place, why),
        }
    }
}

fn read(path: &Path) -> Result<Vec<Value>, String> {
    let yaml = std::fs::read_to_string(path).map_err(|error| error.to_string())?;
    match serde_norway::from_str(&yaml).map_err(|error| error.to_string())? {
        Value::Sequence(stories) if !stories.is_empty() => Ok(stories),
        _ => Err("the file holds no list of stories".to_owned()),
    }
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
