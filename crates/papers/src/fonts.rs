//! The fonts of all papers, whole and inside the program. Both are under the SIL Open Font License; its text stands
//! beside the files.

use typst::foundations::Bytes;
use typst::text::Font;

/// Noto Naskh Arabic for what is read, IBM Plex Sans Arabic for headings and for the Latin letters Naskh does not have.
const FILES: [&[u8]; 4] = [
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
