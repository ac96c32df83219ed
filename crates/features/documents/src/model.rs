//! Nouns of documents.

use kernel::id::{DocumentId, PersonId, SubjectId};
use kernel::{Day, Moment};
use office::list;
use office::outbox::Handed;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

list! {
    /// What the paper is.
    DocumentKind {
        Identity = "identity", FamilyCard = "family_card", Income = "income", SocialSecurity = "social_security",
        Address = "address", Photo = "photo", Consent = "consent", Contract = "contract", Invoice = "invoice",
        Receipt = "receipt", Transfer = "transfer", Guarantee = "guarantee", Other = "other",
    }
}

impl DocumentKind {
    /// Copies of cards that carry an identity number.
    pub const fn is_identity_scan(self) -> bool {
        matches!(self, Self::Identity | Self::FamilyCard)
    }
}

list! {
    /// What a reviewer found.
    Finding { Genuine = "genuine", Doubtful = "doubtful", Rejected = "rejected" }
}

list! {
    /// Where a document stands today: what was found of it, unless its last day has passed.
    DocumentState {
        NotReviewed = "not_reviewed", Genuine = "genuine", Doubtful = "doubtful", Rejected = "rejected",
        Expired = "expired",
    }
}

list! {
    /// How it was found.
    ReviewMethod {
        OriginalSeen = "original_seen", IssuerAsked = "issuer_asked", ElectronicService = "electronic_service",
        SiteSeen = "site_seen", Other = "other",
    }
}

/// A document without its bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Document {
    pub id: DocumentId,
    /// The kind of record it hangs on, as its feature names it.
    pub subject_kind: String,
    pub subject: SubjectId,
    pub kind: DocumentKind,
    pub title: String,
    /// As it was called where it came from; empty where that is not known.
    pub file_name: String,
    pub mime: String,
    /// Bytes.
    pub size: i64,
    pub added_at: Moment,
    pub added_by: PersonId,
    pub added_by_name: String,
    /// When it was taken out; its bytes are gone since then.
    pub removed_at: Option<Moment>,
    pub removed_reason: String,
    /// The last day on which it holds, where it ends.
    pub expires_on: Option<Day>,
    pub state: DocumentState,
    pub reviewed_at: Option<Moment>,
    pub reviewed_by_name: String,
    pub review_method: Option<ReviewMethod>,
    pub review_note: String,
}

/// A record of any kind, as the feature that keeps it names it.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct DocumentsOf {
    pub subject_kind: String,
    pub subject: SubjectId,
}

/// What hangs on a record, the newest first and what was taken out last; and what the person who asks may do with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Documents {
    pub documents: Vec<Document>,
    pub may_open: bool,
    pub may_keep: bool,
    pub may_review: bool,
}

#[derive(Debug, Deserialize, TS)]
pub struct Attach {
    /// Made by the caller.
    pub id: DocumentId,
    pub subject_kind: String,
    pub subject: SubjectId,
    pub kind: DocumentKind,
    pub title: String,
    #[serde(default)]
    pub file_name: String,
    #[serde(default)]
    pub expires_on: Option<Day>,
    /// Of the file that was brought in.
    pub ticket: String,
}

#[derive(Debug, Deserialize, TS)]
pub struct ReviewDocument {
    pub id: DocumentId,
    pub finding: Finding,
    pub method: ReviewMethod,
    #[serde(default)]
    pub note: String,
    /// As the reviewer found it on the paper.
    #[serde(default)]
    pub expires_on: Option<Day>,
    /// The review that stood when this one began; nothing where none stood.
    #[serde(default)]
    pub reviewed_at: Option<Moment>,
}

#[derive(Debug, Deserialize, TS)]
pub struct RemoveDocument {
    pub id: DocumentId,
    pub reason: String,
}

#[derive(Debug, Deserialize, TS)]
pub struct OpenDocument {
    pub id: DocumentId,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct OpenedDocument {
    pub document: Document,
    pub file: Handed,
    /// The first pages of a PDF as SVG pictures; empty for pictures, and for a PDF that cannot be read.
    pub pages: Vec<String>,
}

/// What may be attached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DocumentRules {
    /// Bytes.
    pub largest: usize,
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
