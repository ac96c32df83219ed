//! What an association's profile must hold to be printed on a receipt.

use super::model::{AssociationProfile, Picture};
use kernel::saudi::OrganisationNumber;
use kernel::{Refusal, Result, require};

kernel::refusals! {
    NAME_MISSING = "association.name_missing";
    IDLE_RANGE = "association.idle_range";
    FISCAL_MONTH = "association.fiscal_month";
    LOGO_KIND = "association.logo_kind";
    LOGO_SIZE = "association.logo_size";
    TEXT_TOO_LONG = "association.text_too_long";
}

/// Bytes.
pub const LARGEST_LOGO: usize = 1024 * 1024;
/// Characters; longer names do not fit a letterhead.
const LONGEST_TEXT: usize = 200;

/// The profile with outer spaces and ignorable marks gone, or why it cannot stand.
///
/// # Errors
/// A refusal that names its field.
pub fn tidy(profile: AssociationProfile) -> Result<AssociationProfile> {
    let mut tidy = profile;
    for text in [
        &mut tidy.name_ar,
        &mut tidy.name_en,
        &mut tidy.licence_no,
        &mut tidy.unified_no,
        &mut tidy.region,
        &mut tidy.city,
        &mut tidy.phone,
        &mut tidy.email,
        &mut tidy.website,
    ] {
        *text = kernel::arabic::tidy_line(text);
        require(text.chars().count() <= LONGEST_TEXT, Refusal::new(TEXT_TOO_LONG).with("most", LONGEST_TEXT))?;
    }
    require(!tidy.name_ar.is_empty(), Refusal::new(NAME_MISSING).at("name_ar"))?;
    if !tidy.unified_no.is_empty() {
        tidy.unified_no = crate::input::at("unified_no", OrganisationNumber::try_from(tidy.unified_no))?.to_string();
    }
    require((1..=240).contains(&tidy.idle_minutes), Refusal::new(IDLE_RANGE).at("idle_minutes"))?;
    require(
        (1..=12).contains(&tidy.fiscal_year_start_month),
        Refusal::new(FISCAL_MONTH).at("fiscal_year_start_month"),
    )?;
    Ok(tidy)
}

/// A picture, believed by its content and not by the name it came with, and proven on the press at once: one that cannot
/// be set would stop every paper later.
///
/// # Errors
/// Another kind of picture, a damaged one, or more than one mebibyte.
pub fn picture(bytes: &[u8]) -> Result<Picture> {
    require(bytes.len() <= LARGEST_LOGO, Refusal::new(LOGO_SIZE).at("logo"))?;
    let mime = kind_of(bytes).ok_or(Refusal::new(LOGO_KIND).at("logo"))?;
    crate::input::at("logo", papers::Logo::read(bytes.to_vec()))?;
    Ok(Picture { mime: mime.to_owned(), bytes: bytes.to_vec() })
}

fn kind_of(bytes: &[u8]) -> Option<&'static str> {
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        return Some("image/png");
    }
    if bytes.starts_with(b"\xff\xd8\xff") {
        return Some("image/jpeg");
    }
    let text = std::str::from_utf8(bytes).ok()?;
    text.contains("<svg").then_some("image/svg+xml")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn profile() -> AssociationProfile {
        AssociationProfile {
            name_ar: "  جمعية غراس النخيل\u{200f} ".into(), ..AssociationProfile::default()
        }
    }

    #[test]
    fn a_pasted_name_loses_its_marks_and_outer_spaces() {
        assert_eq!(tidy(profile()).unwrap().name_ar, "جمعية غراس النخيل");
    }

    #[test]
    fn an_association_without_a_name_is_refused_at_its_field() {
        let refused = tidy(AssociationProfile::default()).unwrap_err();
        assert_eq!(refused, Refusal::new(NAME_MISSING).at("name_ar").into());
    }

    #[test]
    fn a_unified_number_is_kept_in_latin_digits() {
        let tidy = tidy(AssociationProfile { unified_no: "٧٠٠١٣٩٨٩٦٠".into(), ..profile() }).unwrap();
        assert_eq!(tidy.unified_no, "7001398960");
    }

    #[test]
    fn a_logo_is_believed_by_its_content() {
        assert_eq!(picture(b"MZ\x90 a program").unwrap_err(), Refusal::new(LOGO_KIND).at("logo").into());
        let drawn = b"<svg xmlns='http://www.w3.org/2000/svg' width='8' height='8'><rect width='8' height='8'/></svg>";
        assert_eq!(picture(drawn).unwrap().mime, "image/svg+xml");
        let large = vec![b' '; LARGEST_LOGO + 1];
        assert_eq!(picture(&large).unwrap_err(), Refusal::new(LOGO_SIZE).at("logo").into());
    }
}
