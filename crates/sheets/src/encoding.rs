//! The letters of a text table: its bytes are UTF-8, UTF-16 or Windows-1256, and a few of them may be broken.

use crate::refusals::KIND_UNKNOWN;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1256};
use kernel::{Result, require};
use std::borrow::Cow;

/// One zero in so many bytes came in by a mishap; a text of two bytes a letter has far more of them.
const STRAY: usize = 64;

/// A byte order mark decides; without one UTF-16 betrays itself by its zeros, and text that is mostly no UTF-8 is
/// Windows-1256. What cannot be read becomes U+FFFD, so that the cell it stands in can be told.
pub fn decoded(bytes: &[u8]) -> Result<Cow<'_, str>> {
    let (encoding, bytes) = match Encoding::for_bom(bytes) {
        Some((encoding, mark)) => (encoding, &bytes[mark..]),
        None => (guessed(bytes)?, bytes),
    };
    let text = encoding.decode_without_bom_handling(bytes).0;
    let zeros = text.bytes().filter(|byte| *byte == 0).count();
    // A zero is in no text; many come from a picture or a program, and one is left out.
    require(zeros == 0 || zeros * STRAY <= text.len(), KIND_UNKNOWN)?;
    Ok(if zeros == 0 { text } else { Cow::Owned(text.replace('\0', "")) })
}

fn guessed(bytes: &[u8]) -> Result<&'static Encoding> {
    let zeros = |parity: usize| bytes.iter().skip(parity).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    if (even + odd) * STRAY <= bytes.len() {
        return Ok(if is_utf_8(bytes) { UTF_8 } else { WINDOWS_1256 });
    }
    match (even, odd) {
        (0, _) => Ok(UTF_16LE),
        (_, 0) => Ok(UTF_16BE),
        _ => Err(KIND_UNKNOWN.into()),
    }
}

/// Whether more letters are whole in UTF-8 than are broken. In a text of one byte a letter hardly any two bytes in a row
/// happen to make one, and in UTF-8 a letter cut in half is an exception.
fn is_utf_8(bytes: &[u8]) -> bool {
    let (mut whole, mut broken) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|letter| !letter.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    broken == 0 || whole > broken
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_few_broken_bytes_do_not_make_another_encoding() {
        let whole = "الاسم,الجوال,ملاحظات\nنورة سعد فهد العتيبي,0501234567,تراجع\n".as_bytes();
        for cut in 1..whole.len() - 1 {
            let broken = [&whole[..cut], &whole[cut + 1..]].concat();
            let text = decoded(&broken).unwrap();
            assert!(text.contains("الاسم") || text.contains("الجوال"), "without byte {cut}: {text}");
            let zero = [&whole[..cut], b"\0", &whole[cut..]].concat();
            assert!(!decoded(&zero).unwrap().contains('\0'), "a zero behind byte {cut}");
        }
    }

    #[test]
    fn a_text_of_one_byte_a_letter_is_windows_1256_however_short() {
        for text in ["نورة", "م،نورة،5", "الاسم,رقم الهوية\nسارة،هند,1", "پ، چ"] {
            let bytes = WINDOWS_1256.encode(text).0;
            assert_eq!(decoded(&bytes).unwrap(), text);
        }
    }

    #[test]
    fn many_zeros_are_another_kind_or_two_bytes_a_letter() {
        assert!(decoded(b"\0\0\x01\0abc").is_err());
        assert!(decoded(&[b"PNG".as_slice(), &[0, 1, 0, 0].repeat(40)].concat()).is_err());
        let little: Vec<u8> = "رقم,الاسم\n1,نورة\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(decoded(&little).unwrap(), "رقم,الاسم\n1,نورة\n");
    }
}
