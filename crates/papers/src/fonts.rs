//! The fonts of all papers, whole and inside the program. All are under the SIL Open Font License; its texts stand beside
//! the files.

use typst::foundations::Bytes;
use typst::text::Font;

/// Amiri for Arabic, IBM Plex Sans Arabic for Latin papers and codes, Noto Naskh Arabic for the riyal sign (U+20C1) and for
/// letters of other languages that the first two lack. Why Amiri and not Noto Naskh for the text itself: docs/decisions.
const FILES: [&[u8]; 6] = [
    include_bytes!("../fonts/Amiri_400Regular.ttf"),
    include_bytes!("../fonts/Amiri_700Bold.ttf"),
    include_bytes!("../fonts/NotoNaskhArabic_400Regular.ttf"),
    include_bytes!("../fonts/NotoNaskhArabic_700Bold.ttf"),
    include_bytes!("../fonts/IBMPlexSansArabic_400Regular.ttf"),
    include_bytes!("../fonts/IBMPlexSansArabic_600SemiBold.ttf"),
];

pub(crate) fn embedded() -> Vec<Font> {
    FILES.into_iter().flat_map(|file| Font::iter(Bytes::new(file))).collect()
}

/// Whether one of the fonts draws this character.
pub(crate) fn draw(fonts: &[Font], character: char) -> bool {
    fonts.iter().any(|font| font.info().coverage.contains(u32::from(character)))
}
