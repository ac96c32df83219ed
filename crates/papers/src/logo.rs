//! The association's mark at the head of its papers.

use crate::press::{Press, set};
use crate::render_world::{RenderWorld, file};
use image::{ImageFormat, ImageReader};
use kernel::{Moment, Result};
use std::fmt;
use std::io::Cursor;
use typst::foundations::Bytes;
use typst::syntax::Source;

kernel::refusals! {
    /// Not a PNG, JPEG or SVG picture, or a damaged one.
    LOGO_UNREADABLE = "papers.logo_unreadable";
    /// More than 2 MiB, or more than 4,000 pixels wide or high.
    LOGO_TOO_LARGE = "papers.logo_too_large";
}

const MOST_BYTES: usize = 2 * 1024 * 1024;
const MOST_PIXELS: u32 = 4_000;

/// A picture that has been proven to print: one that only looks like a logo cannot become one of these.
#[derive(Clone, PartialEq, Eq)]
pub struct Logo {
    kind: Kind,
    bytes: Bytes,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Png,
    Jpeg,
    Svg,
}

impl Logo {
    /// Reads a PNG, JPEG or SVG picture, known by its content and not by its name, and sets it on a trial page as an
    /// archivable PDF, so that no later paper can fail because of it.
    ///
    /// # Errors
    /// [`LOGO_TOO_LARGE`] and [`LOGO_UNREADABLE`].
    pub fn read(bytes: Vec<u8>) -> Result<Self> {
        kernel::require(bytes.len() <= MOST_BYTES, LOGO_TOO_LARGE)?;
        let kind = kind_of(&bytes)?;
        let logo = Self { kind, bytes: Bytes::new(bytes) };
        logo.prove()?;
        Ok(logo)
    }

    /// The media type, for showing the picture elsewhere.
    pub fn media_type(&self) -> &'static str {
        match self.kind {
            Kind::Png => "image/png",
            Kind::Jpeg => "image/jpeg",
            Kind::Svg => "image/svg+xml",
        }
    }

    pub fn as_bytes(&self) -> &[u8] {
        &self.bytes
    }

    pub(crate) fn bytes(&self) -> Bytes {
        self.bytes.clone()
    }

    pub(crate) fn file_name(&self) -> &'static str {
        match self.kind {
            Kind::Png => "logo.png",
            Kind::Jpeg => "logo.jpg",
            Kind::Svg => "logo.svg",
        }
    }

    fn prove(&self) -> Result<()> {
        let trial = format!(
            "#set document(title: \"logo\")\n#image(\"/{}\", width: 2cm, height: 2cm, alt: \"logo\")",
            self.file_name()
        );
        let world = RenderWorld {
            press: Press::shared()?,
            template: Source::new(file("logo_trial.typ")?, trial),
            files: vec![(file(self.file_name())?, self.bytes())],
        };
        let paper = set(&world)
            .map(|(document, _)| crate::Paper::new(document, Moment::from_micros(0), Default::default(), Vec::new()));
        paper.and_then(|paper| paper.pdf()).map_err(|_| LOGO_UNREADABLE)?;
        Ok(())
    }
}

fn kind_of(bytes: &[u8]) -> Result<Kind> {
    let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().map_err(|_| LOGO_UNREADABLE)?;
    let kind = match reader.format() {
        Some(ImageFormat::Png) => Kind::Png,
        Some(ImageFormat::Jpeg) => Kind::Jpeg,
        Some(_) => return Err(LOGO_UNREADABLE.into()),
        None => return svg(bytes),
    };
    // Only the head of the file is read here: a small file that unpacks to a huge picture is refused before it is unpacked.
    let (width, height) = reader.into_dimensions().map_err(|_| LOGO_UNREADABLE)?;
    kernel::require(width <= MOST_PIXELS && height <= MOST_PIXELS, LOGO_TOO_LARGE)?;
    Ok(kind)
}

fn svg(bytes: &[u8]) -> Result<Kind> {
    let is_svg = std::str::from_utf8(bytes).is_ok_and(|text| text.contains("<svg"));
    kernel::require(is_svg, LOGO_UNREADABLE)?;
    Ok(Kind::Svg)
}

impl fmt::Debug for Logo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Logo({:?}, {} bytes)", self.kind, self.bytes.len())
    }
}
