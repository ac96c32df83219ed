//! A set paper, and the forms in which it leaves: PDF for keeping and printing, SVG for the preview, PNG for looking.

use chrono::{DateTime, Datelike, Timelike};
use kernel::{Failure, Moment, Result};
use std::collections::BTreeSet;
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};
use typst_render::RenderOptions;
use typst_svg::SvgOptions;

const POINTS_PER_INCH: u32 = 72;

pub struct Paper {
    document: PagedDocument,
    printed_at: Moment,
    unknown: BTreeSet<char>,
    warnings: Vec<String>,
}

impl Paper {
    pub(crate) fn new(
        document: PagedDocument,
        printed_at: Moment,
        unknown: BTreeSet<char>,
        warnings: Vec<String>,
    ) -> Self {
        Self { document, printed_at, unknown, warnings }
    }

    /// How many pages there are, at least one.
    pub fn pages(&self) -> usize {
        self.document.pages().len()
    }

    /// PDF/A-2b (ISO 19005-2, for archives), tagged for screen readers, with every font inside. The same paper gives the
    /// same bytes.
    ///
    /// # Errors
    /// Broken, when the pages cannot be written as PDF/A-2b.
    pub fn pdf(&self) -> Result<Vec<u8>> {
        let options = PdfOptions {
            creator: Smart::Custom(Some("Sharaka".to_owned())),
            timestamp: timestamp(self.printed_at),
            standards: PdfStandards::new(&[PdfStandard::A_2b]).map_err(|error| Failure::broken(error.message()))?,
            ..PdfOptions::default()
        };
        typst_pdf::pdf(&self.document, &options).map_err(|errors| {
            let messages: Vec<String> = errors.iter().map(|error| error.message.to_string()).collect();
            Failure::broken(format!("the paper could not be written as PDF/A: {}", messages.join("; ")))
        })
    }

    /// Every page as an SVG picture, in order; letters are drawn as outlines, so no font is needed to show them.
    pub fn svgs(&self) -> Vec<String> {
        (0..self.pages()).filter_map(|page| self.svg(page)).collect()
    }

    /// One page, counted from 0; nothing when there is no such page.
    pub fn svg(&self, page: usize) -> Option<String> {
        Some(typst_svg::svg(self.document.pages().get(page)?, &SvgOptions::default()))
    }

    /// One page, counted from 0, as a PNG picture of `dpi` dots per inch (24–600).
    ///
    /// # Errors
    /// Broken, when there is no such page, the resolution is out of range or the picture cannot be written.
    pub fn png(&self, page: usize, dpi: u32) -> Result<Vec<u8>> {
        let page = self
            .document
            .pages()
            .get(page)
            .ok_or_else(|| Failure::broken(format!("no page {page} in a paper of {}", self.pages())))?;
        kernel::require((24..=600).contains(&dpi), Failure::broken(format!("{dpi} dots per inch is out of range")))?;
        let options =
            RenderOptions { pixel_per_pt: (f64::from(dpi) / f64::from(POINTS_PER_INCH)).into(), render_bleed: false };
        typst_render::render(page, &options).encode_png().map_err(Failure::broken)
    }

    /// Characters of the data that no embedded font draws; each is printed as ◌. Empty for Arabic and Latin text.
    pub fn unknown_characters(&self) -> &BTreeSet<char> {
        &self.unknown
    }

    /// What the typesetter found odd, such as a table wider than its page. Tests expect none.
    pub fn warnings(&self) -> &[String] {
        &self.warnings
    }
}

/// The PDF's own date; PDF/A asks for one.
fn timestamp(moment: Moment) -> Option<Timestamp> {
    let at = DateTime::from_timestamp_micros(moment.micros())?;
    let small = |number: u32| u8::try_from(number).ok();
    let date = Datetime::from_ymd_hms(
        at.year(),
        small(at.month())?,
        small(at.day())?,
        small(at.hour())?,
        small(at.minute())?,
        small(at.second())?,
    )?;
    Some(Timestamp::new_utc(date))
}
