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
pub(crate) use store::of_party;

use crate::input::Nothing;
use model::{AllowIdentityScans, Attach, AttachmentRules, Detach, OpenAttachment, OpenedAttachment};

crate::commands! { "attachments",
    read  rules  (Nothing) -> AttachmentRules,                          needs BeneficiariesView,   shows   [Attachments];
    view  open   (OpenAttachment) -> OpenedAttachment,                  needs BeneficiariesReveal, shows   [];
    write attach (Attach) -> Attachment,                                needs BeneficiariesKeep,   touches [Attachments];
    write detach (Detach) -> Attachment,                                needs BeneficiariesKeep,   touches [Attachments];
    write allow_identity_scans (AllowIdentityScans) -> AttachmentRules, needs AttachmentsManage,   touches [Attachments];
}
