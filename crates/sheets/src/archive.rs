//! A packed file: its parts by name, unpacked one at a time and counted.

use crate::Limits;
use crate::refusals::{DAMAGED, KIND_UNKNOWN, MACROS, OLD_OR_LOCKED, UNPACKS_TOO_LARGE};
use kernel::{Result, require};
use std::collections::HashMap;
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// More parts than this no spreadsheet has.
const PARTS: usize = 5_000;

/// Below this size a part may be packed as tightly as it likes.
const RATIO_FROM: u64 = 1 << 20;

pub struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// Position by name, in lower case and with forward strokes, because some programs write neither.
    places: HashMap<String, usize>,
    left: u64,
    ratio: u64,
}

impl<'a> Archive<'a> {
    /// Opens the archive and looks at the names of its parts, without unpacking any.
    pub fn open(bytes: &'a [u8], limits: &Limits) -> Result<Self> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| DAMAGED)?;
        require(zip.len() <= PARTS, UNPACKS_TOO_LARGE)?;
        let mut places = HashMap::new();
        for (place, name) in zip.file_names_raw().enumerate() {
            places.insert(plain(&String::from_utf8_lossy(name)), place);
        }
        require(!places.keys().any(|name| carries_program(name)), MACROS)?;
        Ok(Self { zip, places, left: limits.unpacked_bytes, ratio: limits.unpack_ratio })
    }

    pub fn is_open_document(&self) -> bool {
        self.places.contains_key("content.xml") && self.places.contains_key("mimetype")
    }

    /// The text of a part, unpacked; `None` when there is no such part.
    pub fn part(&mut self, name: &str) -> Result<Option<String>> {
        let Some(place) = self.places.get(&plain(name)) else {
            return Ok(None);
        };
        let file = self.zip.by_index(*place).map_err(|_| DAMAGED)?;
        require(!file.encrypted(), OLD_OR_LOCKED)?;
        let allowed = self.left.min(file.compressed_size().saturating_mul(self.ratio).max(RATIO_FROM));
        let mut bytes = Vec::new();
        // What the archive says about the size is not believed: one byte more than allowed tells.
        file.take(allowed + 1).read_to_end(&mut bytes).map_err(|_| DAMAGED)?;
        let length = bytes.len() as u64;
        require(length <= allowed, UNPACKS_TOO_LARGE)?;
        self.left -= length;
        text_of(bytes).map(Some)
    }

    /// The text of a part the file cannot do without.
    pub fn needed(&mut self, name: &str) -> Result<String> {
        self.part(name)?.ok_or_else(|| KIND_UNKNOWN.into())
    }
}

fn plain(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_lowercase()
}

/// Visual Basic, the older macro sheets, and the scripts of an OpenDocument file.
fn carries_program(name: &str) -> bool {
    name.ends_with("vbaproject.bin")
        || name.contains("/macrosheets/")
        || ((name.starts_with("basic/") || name.starts_with("scripts/")) && !name.ends_with('/'))
}

/// XML is UTF-8 unless a byte order mark says UTF-16.
fn text_of(bytes: Vec<u8>) -> Result<String> {
    match encoding_rs::Encoding::for_bom(&bytes) {
        Some((encoding, mark)) => {
            let text = encoding.decode_without_bom_handling_and_without_replacement(&bytes[mark..]);
            text.map(|text| text.into_owned()).ok_or_else(|| DAMAGED.into())
        }
        None => String::from_utf8(bytes).map_err(|_| DAMAGED.into()),
    }
}
