//! Sharaka put together: the features that live in an office, and the demonstration association.
//!
//! The frame is the crate `office`; each feature is a crate below `crates/features`. A new one joins the list here.

pub mod demo;

use kernel::Result;
use office::feature::Features;
use office::{Office, Options};
use std::path::{Path, PathBuf};

/// Everything that lives in an office, in the order in which what waits is listed.
pub const FEATURES: Features = Features::new(&[
    &demo::FEATURE,
    &parties::FEATURE,
    &beneficiaries::FEATURE,
    &documents::FEATURE,
    &approvals::FEATURE,
    &funds::FEATURE,
    &reconciliation::FEATURE,
    &loans::FEATURE,
    &follow_up::FEATURE,
    &guarantees::FEATURE,
    &purchases::FEATURE,
    &applications::FEATURE,
    &holds::FEATURE,
    &stages::FEATURE,
    &assessments::FEATURE,
    &services::FEATURE,
    &requests::FEATURE,
    &partners::FEATURE,
    &investments::FEATURE,
    &questionnaires::FEATURE,
    &reach::FEATURE,
    &collection::FEATURE,
    &committees::FEATURE,
    &policies::FEATURE,
    &assembly::FEATURE,
    &dashboard::FEATURE,
    &reports::FEATURE,
    &privacy::FEATURE,
    &importing::FEATURE,
]);

/// Teaches the frame the words of `locales/`. A host calls it before it says anything; opening an office does so, too.
pub fn learn_words() {
    office::words::learn(words::TABLE);
}

/// Takes possession of an office folder, with every feature in it.
///
/// # Errors
/// As [`Office::open`].
pub fn open(path: &Path, options: Options) -> Result<Office> {
    learn_words();
    Office::open(path, FEATURES, options)
}

/// As [`open`], for whoever works at this machine: how far the trail has come is noted here, too, outside the folder.
///
/// # Errors
/// As [`Office::open`].
pub fn open_here(path: &Path, options: Options) -> Result<Office> {
    let office = open(path, options)?;
    if let Some(folder) = marks_folder() {
        office.keep_marks_in(folder);
    }
    Ok(office)
}

/// Where this person's machine keeps how far the trails of offices have come: out of reach of who holds an office folder,
/// and the same for the window and the command line. `SHARAKA_MARKS` names another place.
fn marks_folder() -> Option<PathBuf> {
    let folder = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let home = || folder("HOME");
    let own = if cfg!(windows) {
        folder("LOCALAPPDATA")
    } else if cfg!(target_os = "macos") {
        home().map(|home| home.join("Library/Application Support"))
    } else {
        folder("XDG_STATE_HOME").or_else(|| home().map(|home| home.join(".local/state")))
    };
    folder("SHARAKA_MARKS").or_else(|| own.map(|own| own.join("sharaka").join("marks")))
}

/// The TypeScript of all commands.
pub fn bindings() -> String {
    office::bindings(FEATURES)
}

#[cfg(test)]
mod tests;
