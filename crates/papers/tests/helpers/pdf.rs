//! Reads back what a PDF holds: its text, its fonts, its head.

use lopdf::content::{Content, Operation};
use lopdf::{Dictionary, Document, Object};
use std::collections::BTreeMap;

pub struct Pdf(Document);

/// From the code of a glyph to the text it stands for.
type Meanings = BTreeMap<u16, String>;

impl Pdf {
    pub fn read(bytes: &[u8]) -> Self {
        Self(Document::load_mem(bytes).expect("a PDF that another library can read"))
    }

    /// The text of all pages, in the order it is drawn: words from the left of a line to the right, each word as it is
    /// read. This is what a reader finds when it searches: the fonts' own glyph tables and the replacement texts.
    pub fn text(&self) -> String {
        self.0.get_pages().values().map(|page| self.page_text(*page) + "\n").collect()
    }

    fn page_text(&self, page: lopdf::ObjectId) -> String {
        let fonts = self.0.get_page_fonts(page).expect("a page has fonts");
        let meanings: BTreeMap<Vec<u8>, Meanings> =
            fonts.into_iter().map(|(name, font)| (name, self.meanings(font))).collect();
        let content = Content::decode(&self.0.get_page_content(page)).expect("the content is sound");
        let mut reading = Reading { meanings: &meanings, font: None, open: Vec::new(), text: String::new() };
        content.operations.iter().for_each(|operation| reading.take(operation));
        reading.text
    }

    /// The `ToUnicode` table of a font.
    fn meanings(&self, font: &Dictionary) -> Meanings {
        let table = font
            .get(b"ToUnicode")
            .and_then(|object| self.0.dereference(object))
            .and_then(|(_, object)| object.as_stream());
        let table =
            table.expect("every font says what its glyphs mean").decompressed_content().expect("a sound stream");
        let table = String::from_utf8_lossy(&table).into_owned();
        let sections = table.split("beginbfchar").skip(1).filter_map(|rest| rest.split("endbfchar").next());
        let pairs = sections.flat_map(str::lines).filter_map(|line| {
            let mut parts = line.split(['<', '>']).filter(|part| !part.trim().is_empty());
            Some((u16::from_str_radix(parts.next()?, 16).ok()?, utf16(&bytes_of(parts.next()?))))
        });
        let meanings: Meanings = pairs.collect();
        assert!(!meanings.is_empty() && !table.contains("beginbfrange"), "the table has the form this reader knows");
        meanings
    }

    pub fn catalog(&self) -> &Dictionary {
        self.0.catalog().expect("a PDF has a catalog")
    }

    /// Every font dictionary that draws glyphs, with whether its file is inside.
    pub fn fonts(&self) -> Vec<(String, bool)> {
        let kinds: [&[u8]; 5] = [b"CIDFontType0", b"CIDFontType2", b"TrueType", b"Type1", b"Type3"];
        self.0
            .objects
            .values()
            .filter_map(|object| object.as_dict().ok())
            .filter(|font| {
                font.has_type(b"Font")
                    && font.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kinds.contains(&kind))
            })
            .map(|font| {
                let name = font
                    .get(b"BaseFont")
                    .and_then(Object::as_name)
                    .map(|name| String::from_utf8_lossy(name).into_owned());
                (name.unwrap_or_default(), self.embedded(font))
            })
            .collect()
    }

    fn embedded(&self, font: &Dictionary) -> bool {
        let descriptor = font
            .get(b"FontDescriptor")
            .and_then(|object| self.0.dereference(object))
            .and_then(|(_, object)| object.as_dict());
        descriptor.is_ok_and(|descriptor| [&b"FontFile2"[..], b"FontFile3"].iter().any(|file| descriptor.has(file)))
    }

    pub fn metadata(&self) -> String {
        let stream = self
            .catalog()
            .get(b"Metadata")
            .and_then(|object| self.0.dereference(object))
            .and_then(|(_, object)| object.as_stream());
        String::from_utf8_lossy(&stream.expect("PDF/A holds XMP metadata").content).into_owned()
    }
}

struct Reading<'a> {
    meanings: &'a BTreeMap<Vec<u8>, Meanings>,
    font: Option<&'a Meanings>,
    open: Vec<Mark>,
    text: String,
}

/// A marked stretch of content.
enum Mark {
    /// Its glyphs stand from left to right and are read from right to left; holds where its text begins.
    Reversed(usize),
    /// Its glyphs together mean one text, which has been taken.
    Replaced,
    Other,
}

impl Reading<'_> {
    fn take(&mut self, operation: &Operation) {
        let operands = &operation.operands;
        match operation.operator.as_str() {
            "Tf" => self.font = operands[0].as_name().ok().and_then(|name| self.meanings.get(name)),
            "Tj" => self.show(&operands[0]),
            "TJ" => operands[0].as_array().expect("TJ takes an array").iter().for_each(|part| self.show(part)),
            "BMC" | "BDC" => self.open(operands),
            "EMC" => {
                if let Some(Mark::Reversed(begin)) = self.open.pop() {
                    let run: String = self.text.split_off(begin).chars().rev().collect();
                    self.text.push_str(&run);
                }
            }
            _ => {}
        }
    }

    fn open(&mut self, operands: &[Object]) {
        let replacement = operands
            .get(1)
            .and_then(|properties| properties.as_dict().ok())
            .and_then(|properties| properties.get(b"ActualText").ok());
        let mark = if let Some(text) = replacement.and_then(|text| text.as_str().ok()) {
            self.text.push_str(
                &text.strip_prefix(&[0xfe, 0xff]).map_or_else(|| String::from_utf8_lossy(text).into_owned(), utf16),
            );
            Mark::Replaced
        } else if operands[0].as_name().is_ok_and(|name| name == b"ReversedChars") {
            Mark::Reversed(self.text.len())
        } else {
            Mark::Other
        };
        self.open.push(mark);
    }

    fn show(&mut self, glyphs: &Object) {
        if self.open.iter().any(|mark| matches!(mark, Mark::Replaced)) {
            return;
        }
        let (Ok(codes), Some(font)) = (glyphs.as_str(), self.font) else { return };
        for code in codes.chunks_exact(2) {
            self.text.push_str(font.get(&u16::from_be_bytes([code[0], code[1]])).map_or("", String::as_str));
        }
    }
}

fn bytes_of(hex: &str) -> Vec<u8> {
    (0..hex.len() / 2).filter_map(|place| u8::from_str_radix(&hex[2 * place..2 * place + 2], 16).ok()).collect()
}

fn utf16(bytes: &[u8]) -> String {
    let units: Vec<u16> = bytes.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
    String::from_utf16_lossy(&units)
}
