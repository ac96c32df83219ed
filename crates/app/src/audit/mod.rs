//! The audit trail as people read it: who did what, when, before and after.
//!
//! Lines are written by the office itself (`trail`), never by a feature; the chain that makes a removed line show lives
//! in the database crate.

pub mod model;
mod queries;
mod report;
pub mod rules;
mod verify;

pub use rules::REFUSALS;

use crate::input::Nothing;
use crate::paper::Paper;
use model::{AuditFilter, AuditPage, AuditReport, ChainState, OwnHistory};

crate::commands! { "audit",
    read  list   (AuditFilter) -> AuditPage, needs AuditView, shows [Audit];
    read  mine   (OwnHistory) -> AuditPage,  needs OfficeUse, shows [Audit];
    door  verify (Nothing) -> ChainState,    needs AuditView, touches [Audit];
    print report (AuditReport) -> Paper,     needs AuditView, touches [Audit];
}
