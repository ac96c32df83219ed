//! Sharaka put together: the features that live in an office, and the demonstration association.
//!
//! The frame is the crate `office`; each feature is a crate below `crates/features`. A new one joins the list here.

pub mod demo;

use kernel::Result;
use office::feature::Features;
use office::{Office, Options};
use std::path::Path;

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
    &collection::FEATURE,
    &dashboard::FEATURE,
    &importing::FEATURE,
]);

/// Takes possession of an office folder, with every feature in it.
///
/// # Errors
/// As [`Office::open`].
pub fn open(path: &Path, options: Options) -> Result<Office> {
    Office::open(path, FEATURES, options)
}

/// The TypeScript of all commands.
pub fn bindings() -> String {
    office::bindings(FEATURES)
}

#[cfg(test)]
mod tests;
