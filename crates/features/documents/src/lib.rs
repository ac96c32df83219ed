//! Attachments of files, inside the encrypted database: papers and pictures somebody handed over.
//!
//! A kind is believed by the bytes, never by the name. Copies of identity cards are refused until an administrator
//! states the legal ground for keeping them; whoever opens an attachment leaves a line in the audit trail.

mod allow_identity_scans;
mod attach;
mod detach;
pub mod model;
mod queries;
pub mod rules;
mod store;

pub use model::Attachment;
pub use rules::REFUSALS;
pub use store::of_party;

use model::{AllowIdentityScans, Attach, AttachmentRules, Detach, OpenAttachment, OpenedAttachment};
use office::input::Nothing;

use office::feature::Feature;
use office::permission::OFFICE_USE;

/// The kind of record attachments hang on.
const FILE: &str = "file";

/// What the house is told of this feature.
pub const FEATURE: Feature = Feature {
    name: "documents",
    commands: COMMANDS,
    permissions: PERMISSIONS,
    refusals: &[REFUSALS],
    views: &["attachments"],
    owns: &["attachment", "attachment_content"],
    ..Feature::EMPTY
};

office::permissions! {
    /// Open attachments, of records this person may see whole.
    ATTACHMENTS_OPEN = "attachments.open", [Researcher, Supervisor, Finance, Administrator];
    /// Attach papers to records this person may keep, and take them out.
    ATTACHMENTS_KEEP = "attachments.keep", [Researcher, Supervisor, Administrator];
    /// Decide whether copies of identity cards may be kept.
    ATTACHMENTS_MANAGE = "attachments.manage", [Administrator];
}

office::commands! { "attachments",
    read  rules  (Nothing) -> AttachmentRules,                          needs OFFICE_USE,   shows   [attachments];
    view  open   (OpenAttachment) -> OpenedAttachment,                  needs ATTACHMENTS_OPEN, shows   [];
    write attach (Attach) -> Attachment,                                needs ATTACHMENTS_KEEP,   touches [attachments];
    write detach (Detach) -> Attachment,                                needs ATTACHMENTS_KEEP,   touches [attachments];
    write allow_identity_scans (AllowIdentityScans) -> AttachmentRules, needs ATTACHMENTS_MANAGE,   touches [attachments];
}
