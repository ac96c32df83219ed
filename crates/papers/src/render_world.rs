//! The whole world a template can see: the shared look, its own source, its data and the logo. Nothing else exists for it:
//! no disk, no network, no fonts of the machine, no clock.

use crate::press::Press;
use kernel::{Failure, Result};
use typst::diag::{FileError, FileResult, Severity, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, World, WorldExt};

pub(crate) struct RenderWorld<'a> {
    pub press: &'a Press,
    pub template: Source,
    pub files: Vec<(FileId, Bytes)>,
}

/// The id of a file in this world. Ids are never given back, so only fixed names may be used here.
///
/// # Errors
/// Broken, when the name is no path.
pub(crate) fn file(name: &str) -> Result<FileId> {
    let path = VirtualPath::new(name).map_err(|error| Failure::broken(format!("{name}: {error}")))?;
    Ok(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl RenderWorld<'_> {
    /// What Typst has to say, one line each: the file, the line and the message.
    pub fn explain(&self, diagnostics: &[SourceDiagnostic]) -> Vec<String> {
        diagnostics.iter().map(|diagnostic| self.explain_one(diagnostic)).collect()
    }

    fn explain_one(&self, diagnostic: &SourceDiagnostic) -> String {
        let kind = match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        let place = diagnostic.span.id().and_then(|id| {
            let line = self.source(id).ok()?.lines().byte_to_line(self.range(diagnostic.span)?.start)?;
            Some(format!("{}:{}", id.vpath().get_without_slash(), line + 1))
        });
        let hints: String = diagnostic.hints.iter().map(|hint| format!(" (hint: {})", hint.v)).collect();
        format!("{}: {kind}: {}{hints}", place.as_deref().unwrap_or("paper"), diagnostic.message)
    }
}

impl World for RenderWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.press.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.press.book
    }

    fn main(&self) -> FileId {
        self.template.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        [&self.template, &self.press.look]
            .into_iter()
            .find(|source| source.id() == id)
            .cloned()
            .ok_or_else(|| FileError::NotFound(id.vpath().get_without_slash().into()))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files
            .iter()
            .find(|(file, _)| *file == id)
            .map(|(_, bytes)| bytes.clone())
            .ok_or_else(|| FileError::NotFound(id.vpath().get_without_slash().into()))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.press.fonts.get(index).cloned()
    }

    /// No clock: a paper says the date it is told, so that printing it again gives the same page.
    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
