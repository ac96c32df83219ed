//! The audit trail as people read it: who did what, when, before and after.
//!
//! Lines are written by the office itself (`trail`), never by a feature; the chain that makes a removed line show lives
//! in the database crate.

pub mod model;
mod queries;
mod report;
pub mod rules;
mod since;
mod verify;

pub use queries::{looks, of_subject};
pub use rules::REFUSALS;
pub use since::{LaterChange, changes_after};

use crate::feature::Feature;
use crate::input::Nothing;
use crate::paper::Paper;
use crate::permission::{AUDIT_VIEW, OFFICE_USE};
use model::{AuditFilter, AuditPage, AuditReport, ChainState, OwnHistory};

/// What the house is told of this feature.
pub const FEATURE: Feature = Feature {
    name: "audit",
    commands: COMMANDS,
    refusals: &[REFUSALS, papers::REFUSALS],
    views: &["audit"],
    owns: &["audit"],
    lists: crate::tables::frame::AUDIT,
    ..Feature::EMPTY
};

crate::commands! { "audit",
    read  list   (AuditFilter) -> AuditPage, needs AUDIT_VIEW, shows [audit];
    read  mine   (OwnHistory) -> AuditPage,  needs OFFICE_USE, shows [audit];
    system  verify (Nothing) -> ChainState,    needs AUDIT_VIEW, touches [audit];
    print report (AuditReport) -> Paper,     needs AUDIT_VIEW, touches [audit];
}
