//! What the office remembers of imports.

use super::model::{ImportMaps, ImportRuns, WhichImport};
use super::store;
use super::taking_back::{self, ImportRunPage};
use super::waiting::{self, WaitingImport};
use kernel::Result;
use office::context::Read;
use office::input::Nothing;

/// Saved imports shown.
const MOST: i64 = 100;

pub fn maps(cx: &Read<'_>, _: Nothing) -> Result<ImportMaps> {
    Ok(ImportMaps { maps: store::maps(cx)?.into_iter().map(|map| map.line).collect() })
}

pub fn waiting(cx: &Read<'_>, input: WhichImport) -> Result<WaitingImport> {
    waiting::shown(cx, input.id)
}

pub fn run(cx: &Read<'_>, input: WhichImport) -> Result<ImportRunPage> {
    taking_back::page::run(cx, input)
}

pub fn runs(cx: &Read<'_>, _: Nothing) -> Result<ImportRuns> {
    Ok(ImportRuns { runs: store::runs(cx, MOST)? })
}
