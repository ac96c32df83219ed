//! Nouns of attachments.

use kernel::Moment;
use kernel::id::{AttachmentId, PartyId};
use office::list;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

list! {
    /// What the paper is.
    AttachmentKind {
        Identity = "identity", FamilyCard = "family_card", Income = "income", SocialSecurity = "social_security",
        Address = "address", Photo = "photo", Consent = "consent", Other = "other",
    }
}

impl AttachmentKind {
    /// Copies of cards that carry an identity number.
    pub const fn is_identity_scan(self) -> bool {
        matches!(self, Self::Identity | Self::FamilyCard)
    }
}

/// An attachment without its bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Attachment {
    pub id: AttachmentId,
    pub party: PartyId,
    pub kind: AttachmentKind,
    pub title: String,
    pub mime: String,
    /// Bytes.
    pub size: i64,
    pub added_at: Moment,
    pub added_by: String,
    /// When it was taken out; its bytes are gone since then.
    pub removed_at: Option<Moment>,
    pub removed_reason: String,
}

#[derive(Deserialize, TS)]
pub struct Attach {
    pub id: AttachmentId,
    pub party: PartyId,
    pub kind: AttachmentKind,
    pub title: String,
    pub base64: String,
}

#[derive(Debug, Deserialize, TS)]
pub struct Detach {
    pub id: AttachmentId,
    pub reason: String,
}

#[derive(Debug, Deserialize, TS)]
pub struct OpenAttachment {
    pub id: AttachmentId,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OpenedAttachment {
    pub attachment: Attachment,
    pub base64: String,
    /// The first pages of a PDF as SVG pictures; empty for pictures, and for a PDF that cannot be read.
    pub pages: Vec<String>,
}

/// What may be attached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AttachmentRules {
    /// Bytes.
    pub largest: i64,
    /// Whether copies of identity cards may be kept.
    pub identity_scans: bool,
    /// The legal ground that was stated for it.
    pub legal_ground: String,
}

#[derive(Debug, Deserialize, TS)]
pub struct AllowIdentityScans {
    pub allowed: bool,
    #[serde(default)]
    pub legal_ground: String,
}
