//! The press: fonts and shared look loaded once, any number of papers from it.

use crate::printable::Cleaning;
use crate::render_world::{RenderWorld, file};
use crate::style::{Letterhead, Style};
use crate::{Logo, Paper, fonts};
use kernel::{Failure, Result};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::sync::OnceLock;
use typst::comemo;
use typst::foundations::Bytes;
use typst::syntax::Source;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt};
use typst_layout::PagedDocument;

const LOOK: &str = include_str!("../typ/sharaka.typ");

/// How many papers ago a remembered piece of layout may last have been used. Small, because memory matters more here than
/// the milliseconds won; not zero, because the shared look and the fonts' shapes serve every paper.
const REMEMBERED_PAPERS: usize = 1;

/// One kind of paper: its name, and the source that its feature embeds with `include_str!`.
#[derive(Debug, Clone, Copy)]
pub struct Template {
    /// Fixed and unique, as `audit_report`; names the file in messages.
    pub name: &'static str,
    pub source: &'static str,
}

pub struct Press {
    pub(crate) library: LazyHash<Library>,
    pub(crate) book: LazyHash<FontBook>,
    pub(crate) fonts: Vec<Font>,
    pub(crate) look: Source,
}

impl Press {
    /// The one press of the program. The first call reads the fonts (a few milliseconds); later ones cost nothing.
    ///
    /// # Errors
    /// Broken, when the embedded look has no valid name; a test proves that it has.
    pub fn shared() -> Result<&'static Self> {
        static PRESS: OnceLock<Press> = OnceLock::new();
        if let Some(press) = PRESS.get() {
            return Ok(press);
        }
        let press = Self::new()?;
        Ok(PRESS.get_or_init(|| press))
    }

    fn new() -> Result<Self> {
        let fonts = fonts::embedded();
        Ok(Self {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(FontBook::from_fonts(&fonts)),
            fonts,
            look: Source::new(file("sharaka.typ")?, LOOK.to_owned()),
        })
    }

    /// Sets a paper. `data` is what the template's door comment asks for; the template reads it as `data`, beside `words`
    /// and `letterhead`. Whole numbers only: amounts are halalas.
    ///
    /// # Errors
    /// Broken, when the template is wrong, lacks a word or a field, or when `data` holds a fraction; the detail names the
    /// file and line.
    pub fn render(&self, template: &Template, letterhead: &Letterhead, style: &Style, data: &Value) -> Result<Paper> {
        let mut cleaning =
            Cleaning { can_draw: &|character| fonts::draw(&self.fonts, character), unknown: BTreeSet::new() };
        let content = cleaning.value(&json!({
            "letterhead": {
                "name_ar": letterhead.name_ar,
                "name_en": letterhead.name_en,
                "licence_no": letterhead.licence_no,
                "unified_no": letterhead.unified_no,
                "region": letterhead.region,
                "logo": letterhead.logo.as_ref().map(Logo::file_name),
            },
            "language": style.language,
            "digits": style.digits,
            "printed_on": style.printed_on,
            "printed_by": style.printed_by,
            "demo": style.demo,
            "words": style.words,
            "data": data,
        }))?;
        let unknown = cleaning.unknown;
        let mut files = vec![(file("paper.json")?, Bytes::from_string(content.to_string()))];
        if let Some(logo) = &letterhead.logo {
            files.push((file(logo.file_name())?, logo.bytes()));
        }
        let world = RenderWorld {
            press: self,
            template: Source::new(file(&format!("{}.typ", template.name))?, template.source.to_owned()),
            files,
        };
        let (document, warnings) = set(&world)?;
        Ok(Paper::new(document, style.printed_at, unknown, warnings))
    }
}

/// Runs the compiler and forgets what it remembered of papers long gone.
pub(crate) fn set(world: &RenderWorld<'_>) -> Result<(PagedDocument, Vec<String>)> {
    let outcome = typst::compile::<PagedDocument>(world);
    let warnings = world.explain(&outcome.warnings);
    let document = outcome.output.map_err(|errors| Failure::broken(world.explain(&errors).join("\n")));
    comemo::evict(REMEMBERED_PAPERS);
    Ok((document?, warnings))
}
