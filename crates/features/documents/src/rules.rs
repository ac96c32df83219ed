//! What may be attached: PDF, PNG or JPEG by their bytes, up to ten mebibytes; and who may say what of it.

use super::model::{Document, DocumentKind, DocumentRules, DocumentState, Finding, ReviewDocument};
use kernel::id::PersonId;
use kernel::{Day, Refusal, Result, require};

kernel::refusals! {
    KIND = "documents.kind";
    SIZE = "documents.size";
    EMPTY = "documents.empty";
    ADDED_ALREADY = "documents.added_already";
    IDENTITY_SCANS_OFF = "documents.identity_scans_off";
    LEGAL_GROUND = "documents.legal_ground";
    TITLE_MISSING = "documents.title_missing";
    TITLE_LONG = "documents.title_long";
    REASON_MISSING = "documents.reason_missing";
    REMOVED = "documents.removed";
    /// Who attached it does not say of it whether it is genuine.
    REVIEW_OWN = "documents.review_own";
    /// Doubtful or rejected, and not said why.
    NOTE_MISSING = "documents.note_missing";
    /// Somebody has reviewed it since it was looked at.
    REVIEWED_MEANWHILE = "documents.reviewed_meanwhile";
    /// Found genuine though its last day has passed.
    EXPIRED = "documents.expired";
}

/// Bytes.
pub const LARGEST: usize = 10 * 1024 * 1024;
/// Characters.
pub const LONGEST_TITLE: usize = 200;

/// What the bytes of a file that was handed over are.
///
/// # Errors
/// Nothing, too much, or another kind of file.
pub fn mime_of(bytes: &[u8]) -> Result<&'static str> {
    require(!bytes.is_empty(), Refusal::new(EMPTY).at("file"))?;
    require(bytes.len() <= LARGEST, Refusal::new(SIZE).with("most", LARGEST / 1024 / 1024).at("file"))?;
    let kinds: [(&[u8], &str); 3] =
        [(b"%PDF-", "application/pdf"), (b"\x89PNG\r\n\x1a\n", "image/png"), (b"\xff\xd8\xff", "image/jpeg")];
    let found = kinds.into_iter().find(|(start, _)| bytes.starts_with(start));
    Ok(found.ok_or(Refusal::new(KIND).at("file"))?.1)
}

/// # Errors
/// A copy of an identity card where nobody has stated a legal ground for keeping one.
pub fn may_be_kept(kind: DocumentKind, rules: &DocumentRules) -> Result<()> {
    require(!kind.is_identity_scan() || rules.identity_scans, Refusal::new(IDENTITY_SCANS_OFF).at("kind"))
}

/// Where a document stands on a day. One whose last day has passed has expired, whatever was found of it, unless it was
/// rejected: that stays said.
pub fn state_on(found: DocumentState, expires_on: Option<Day>, day: Day) -> DocumentState {
    let over = expires_on.is_some_and(|last| last < day);
    if over && found != DocumentState::Rejected { DocumentState::Expired } else { found }
}

/// Another person than who attached it looks at it: a paper that counts as evidence never rests on one person's word,
/// in an office of two as in one of twenty.
///
/// # Errors
/// Taken out; one's own; reviewed by somebody meanwhile; genuine though it has expired; doubtful or rejected without a
/// word why.
pub fn may_review(document: &Document, review: &ReviewDocument, who: PersonId, today: Day) -> Result<()> {
    require(document.removed_at.is_none(), REMOVED)?;
    require(document.added_by != who, REVIEW_OWN)?;
    require(document.reviewed_at == review.reviewed_at, REVIEWED_MEANWHILE)?;
    let over = review.expires_on.is_some_and(|last| last < today);
    require(review.finding != Finding::Genuine || !over, Refusal::new(EXPIRED).at("expires_on"))?;
    require(review.finding == Finding::Genuine || !review.note.trim().is_empty(), Refusal::new(NOTE_MISSING).at("note"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ReviewMethod;
    use kernel::Moment;
    use kernel::id::{DocumentId, SubjectId};

    #[test]
    fn a_file_is_believed_by_its_bytes() {
        assert_eq!(mime_of(b"%PDF-1.7 ...").unwrap(), "application/pdf");
        assert_eq!(mime_of(b"\xff\xd8\xff\xe0 picture").unwrap(), "image/jpeg");
        for bad in [&b"MZ a program"[..], b"<svg onload='x'/>", b"<html>%PDF-", b"PK\x03\x04"] {
            assert_eq!(mime_of(bad).unwrap_err(), Refusal::new(KIND).at("file").into());
        }
        assert_eq!(mime_of(b"").unwrap_err(), Refusal::new(EMPTY).at("file").into());
    }

    #[test]
    fn ten_mebibytes_fit_and_one_byte_more_does_not() {
        let mut bytes = b"%PDF-".to_vec();
        bytes.resize(LARGEST, 0);
        assert!(mime_of(&bytes).is_ok());
        bytes.push(0);
        assert_eq!(mime_of(&bytes).unwrap_err(), Refusal::new(SIZE).with("most", 10).at("file").into());
    }

    #[test]
    fn a_copy_of_a_card_needs_a_legal_ground() {
        let rules = |identity_scans| DocumentRules { largest: 0, identity_scans, legal_ground: String::new() };
        assert!(may_be_kept(DocumentKind::Identity, &rules(false)).is_err());
        assert!(may_be_kept(DocumentKind::Identity, &rules(true)).is_ok());
        assert!(may_be_kept(DocumentKind::Income, &rules(false)).is_ok());
    }

    #[test]
    fn a_document_expires_by_itself_the_day_after_its_last() {
        use DocumentState::{Doubtful, Expired, Genuine, NotReviewed, Rejected};
        let day = |day| Day::from_ymd(2026, 11, day).unwrap();
        for (found, expires_on, today, state) in [
            (Genuine, None, 21, Genuine),
            (Genuine, Some(21), 21, Genuine),
            (Genuine, Some(20), 21, Expired),
            (NotReviewed, Some(20), 21, Expired),
            (Doubtful, Some(20), 21, Expired),
            (Rejected, Some(20), 21, Rejected),
        ] {
            assert_eq!(state_on(found, expires_on.map(day), day(today)), state, "{found:?} {expires_on:?}");
        }
    }

    #[test]
    fn another_person_says_whether_it_is_genuine() {
        let (adder, other) = (PersonId::from_bytes([1; 16]), PersonId::from_bytes([2; 16]));
        let now = Moment::from_micros(1);
        let today = Day::from_ymd(2026, 11, 21).unwrap();
        let document = |removed_at, reviewed_at| Document {
            id: DocumentId::from_bytes([0; 16]),
            subject_kind: "file".into(),
            subject: SubjectId::from_bytes([0; 16]),
            kind: DocumentKind::Income,
            title: "تعريف".into(),
            file_name: String::new(),
            mime: "application/pdf".into(),
            size: 1,
            added_at: now,
            added_by: adder,
            added_by_name: "سارة".into(),
            removed_at,
            removed_reason: String::new(),
            expires_on: None,
            state: DocumentState::NotReviewed,
            reviewed_at,
            reviewed_by_name: String::new(),
            review_method: None,
            review_note: String::new(),
        };
        let review = |finding, note: &str, expires_on| ReviewDocument {
            id: DocumentId::from_bytes([0; 16]),
            finding,
            method: ReviewMethod::OriginalSeen,
            note: note.into(),
            expires_on,
            reviewed_at: None,
        };
        let open = document(None, None);
        let genuine = review(Finding::Genuine, "", None);
        assert_eq!(may_review(&open, &genuine, other, today), Ok(()));
        assert_eq!(may_review(&open, &genuine, adder, today), Err(REVIEW_OWN.into()));
        assert_eq!(may_review(&document(Some(now), None), &genuine, other, today), Err(REMOVED.into()));
        assert_eq!(may_review(&document(None, Some(now)), &genuine, other, today), Err(REVIEWED_MEANWHILE.into()));
        let over = review(Finding::Genuine, "", Some(today.plus_days(-1).unwrap()));
        assert_eq!(may_review(&open, &over, other, today), Err(Refusal::new(EXPIRED).at("expires_on").into()));
        assert_eq!(may_review(&open, &review(Finding::Genuine, "", Some(today)), other, today), Ok(()));
        for finding in [Finding::Doubtful, Finding::Rejected] {
            let silent = may_review(&open, &review(finding, " ", None), other, today);
            assert_eq!(silent, Err(Refusal::new(NOTE_MISSING).at("note").into()));
            assert_eq!(may_review(&open, &review(finding, "ختم غير واضح", None), other, today), Ok(()));
        }
    }
}
