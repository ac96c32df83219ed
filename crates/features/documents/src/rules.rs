//! What may be attached: PDF, PNG or JPEG by their bytes, up to ten mebibytes.

use super::model::{AttachmentKind, AttachmentRules};
use base64::Engine;
use kernel::{Refusal, Result, require};

kernel::refusals! {
    KIND = "attachments.kind";
    SIZE = "attachments.size";
    EMPTY = "attachments.empty";
    ADDED_ALREADY = "attachments.added_already";
    IDENTITY_SCANS_OFF = "attachments.identity_scans_off";
    LEGAL_GROUND = "attachments.legal_ground";
    TITLE_MISSING = "attachments.title_missing";
    REASON_MISSING = "attachments.reason_missing";
    REMOVED = "attachments.removed";
}

/// Bytes.
pub const LARGEST: usize = 10 * 1024 * 1024;

/// The bytes of what was handed over and what they are.
///
/// # Errors
/// Nothing, too much, or another kind of file; `kind` and `size` name what was allowed.
pub fn content(base64: &str) -> Result<(&'static str, Vec<u8>)> {
    // Four letters stand for three bytes: what cannot fit is refused before it is decoded.
    let too_large = || Refusal::new(SIZE).with("most", LARGEST / 1024 / 1024).at("file");
    require(base64.len() <= LARGEST.div_ceil(3) * 4, too_large())?;
    let bytes = base64::engine::general_purpose::STANDARD.decode(base64).map_err(|_| Refusal::new(KIND).at("file"))?;
    require(!bytes.is_empty(), Refusal::new(EMPTY).at("file"))?;
    require(bytes.len() <= LARGEST, too_large())?;
    let mime = mime(&bytes).ok_or(Refusal::new(KIND).at("file"))?;
    Ok((mime, bytes))
}

fn mime(bytes: &[u8]) -> Option<&'static str> {
    let kinds: [(&[u8], &str); 3] =
        [(b"%PDF-", "application/pdf"), (b"\x89PNG\r\n\x1a\n", "image/png"), (b"\xff\xd8\xff", "image/jpeg")];
    kinds.into_iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, mime)| mime)
}

/// # Errors
/// A copy of an identity card where nobody has stated a legal ground for keeping one.
pub fn may_be_kept(kind: AttachmentKind, rules: &AttachmentRules) -> Result<()> {
    require(!kind.is_identity_scan() || rules.identity_scans, Refusal::new(IDENTITY_SCANS_OFF).at("kind"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn encoded(bytes: &[u8]) -> String {
        base64::engine::general_purpose::STANDARD.encode(bytes)
    }

    #[test]
    fn a_file_is_believed_by_its_bytes() {
        assert_eq!(content(&encoded(b"%PDF-1.7 ...")).unwrap().0, "application/pdf");
        assert_eq!(content(&encoded(b"\xff\xd8\xff\xe0 picture")).unwrap().0, "image/jpeg");
        for bad in [&b"MZ a program"[..], b"<svg onload='x'/>", b"<html>%PDF-", b"PK\x03\x04"] {
            assert_eq!(content(&encoded(bad)).unwrap_err(), Refusal::new(KIND).at("file").into());
        }
        assert_eq!(content("").unwrap_err(), Refusal::new(EMPTY).at("file").into());
        assert_eq!(content("ليس").unwrap_err(), Refusal::new(KIND).at("file").into());
    }

    #[test]
    fn ten_mebibytes_fit_and_one_byte_more_does_not() {
        let mut bytes = b"%PDF-".to_vec();
        bytes.resize(LARGEST, 0);
        assert!(content(&encoded(&bytes)).is_ok());
        bytes.push(0);
        assert_eq!(content(&encoded(&bytes)).unwrap_err(), Refusal::new(SIZE).with("most", 10).at("file").into());
    }

    #[test]
    fn a_copy_of_a_card_needs_a_legal_ground() {
        let rules = |identity_scans| AttachmentRules { largest: 0, identity_scans, legal_ground: String::new() };
        assert!(may_be_kept(AttachmentKind::Identity, &rules(false)).is_err());
        assert!(may_be_kept(AttachmentKind::Identity, &rules(true)).is_ok());
        assert!(may_be_kept(AttachmentKind::Income, &rules(false)).is_ok());
    }
}
