//! Documents that hang on a record of any kind, inside the encrypted database: papers and pictures somebody handed over,
//! and what somebody else found of each.
//!
//! A kind of file is believed by the bytes, never by the name. Copies of identity cards are refused until an administrator
//! states the legal ground for keeping them; whoever opens a document leaves a line in the audit trail. What a person may
//! do with a document follows from the record it hangs on, whose manifest says who sees it, who sees it whole, and who
//! adds to it.

mod allow_identity_scans;
mod attach;
mod forget;
pub mod model;
mod queries;
mod remove;
mod review;
pub mod rules;
mod store;

pub use attach::attach_bytes;
pub use forget::forget;
pub use model::{Attach, Document, DocumentKind, DocumentState};
pub use queries::hanging_on;
pub use rules::REFUSALS;

use model::{
    AllowIdentityScans, DocumentRules, Documents, DocumentsOf, OpenDocument, OpenedDocument, RemoveDocument,
    ReviewDocument,
};
use office::feature::Feature;
use office::inbox::Upload;
use office::input::Nothing;
use office::permission::OFFICE_USE;

/// The name of a document among the records whose changes of status are kept.
const DOCUMENT: &str = "document";

/// What the house is told of this feature.
pub const FEATURE: Feature = Feature {
    name: "documents",
    commands: COMMANDS,
    permissions: PERMISSIONS,
    refusals: &[REFUSALS],
    views: &["documents"],
    owns: &["document", "document_content"],
    publishes: &["document_standing"],
    uploads: &[Upload { command: "documents.attach", largest: rules::LARGEST }],
    ..Feature::EMPTY
};

office::permissions! {
    /// Open documents, of records this person may see whole.
    DOCUMENTS_OPEN = "documents.open", [Researcher, Supervisor, Finance, Administrator];
    /// Attach documents to records this person may keep, and take them out.
    DOCUMENTS_KEEP = "documents.keep", [Researcher, Supervisor, Finance, Administrator];
    /// Say of a document another person attached whether it is genuine.
    DOCUMENTS_REVIEW = "documents.review", [Researcher, Supervisor, Finance, Administrator];
    /// Decide whether copies of identity cards may be kept.
    DOCUMENTS_MANAGE = "documents.manage", [Administrator];
}

office::commands! { "documents",
    read  of     (DocumentsOf) -> Documents,                          needs OFFICE_USE,       shows   [documents];
    read  rules  (Nothing) -> DocumentRules,                          needs OFFICE_USE,       shows   [documents];
    view  open   (OpenDocument) -> OpenedDocument,                    needs DOCUMENTS_OPEN,   shows   [];
    write attach (Attach) -> Document,                                needs DOCUMENTS_KEEP,   touches [documents];
    write review (ReviewDocument) -> Document,                        needs DOCUMENTS_REVIEW, touches [documents];
    write remove (RemoveDocument) -> Document,                        needs DOCUMENTS_KEEP,   touches [documents];
    write allow_identity_scans (AllowIdentityScans) -> DocumentRules, needs DOCUMENTS_MANAGE, touches [documents];
}
