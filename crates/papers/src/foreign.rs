//! Papers of others: the pages of a PDF that somebody handed over, as pictures for the preview. Its scripts, forms and
//! links stay behind.

use crate::press::{Press, set};
use crate::render_world::{RenderWorld, file};
use kernel::Result;
use typst::foundations::Bytes;
use typst::syntax::Source;

const NAME: &str = "handed-over.pdf";

/// The first pages of a PDF as SVG pictures, `most` at most; none when it cannot be read.
///
/// # Errors
/// Broken, when the press cannot be set up.
pub fn pages_of_pdf(pdf: &[u8], most: usize) -> Result<Vec<String>> {
    let press = Press::shared()?;
    let bytes = Bytes::new(pdf.to_vec());
    let mut pages = Vec::new();
    for page in 1..=most {
        // The reader does not tell how many pages there are: the first that is not there ends the row.
        let source = format!("#set page(width: auto, height: auto, margin: 0pt)\n#image(\"{NAME}\", page: {page})");
        let world = RenderWorld {
            press,
            template: Source::new(file("handed-over.typ")?, source),
            files: vec![(file(NAME)?, bytes.clone())],
        };
        let Ok((document, _)) = set(&world) else { break };
        pages.extend(document.pages().first().map(|page| typst_svg::svg(page, &typst_svg::SvgOptions::default())));
    }
    Ok(pages)
}
