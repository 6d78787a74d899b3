//! Floor 2: TOML in, a library or a report of everything that is wrong out.
//!
//! Two passes. The first reads every file into raw shapes with their places (`files`, `fields`, `raw`) and
//! collects all ids (`index`); the second puts the library together and resolves every link (`assemble`).
//! Neither stops at the first thing that is wrong. Text is cleaned where it is read, here and nowhere else, so
//! nothing that a terminal could obey ever gets into a [`Library`].

mod answers;
mod assemble;
mod danger;
mod document;
mod draft;
mod fields;
mod files;
mod findings;
mod index;
mod links;
mod markdown;
mod parts;
mod plans;
mod raw;
mod report;
mod rule;
mod safety;
mod size;
mod syntax;

use crate::guide::Library;

pub use draft::{Draft, Key, Notes, Spot};
pub use report::{Diagnostic, Location, Report};
pub use rule::{Rule, Severity};
pub use safety::{OwnSafety, STARTER as SAFETY_STARTER, own_safety};
pub use syntax::explain_syntax;

/// The largest file of a pack, in bytes.
pub const FILE_AT_MOST: usize = files::FILE_AT_MOST;

/// A file of a pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Its path in the folder of the pack, with `/` between folders.
    pub name: String,
    /// What it says, or why that is not known.
    pub text: Result<String, SourceError>,
}

impl Source {
    /// Returns a file that says `text`.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self { name: name.into(), text: Ok(text.into()) }
    }
}

/// Why a file of a pack was not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SourceError {
    /// It has more than [`FILE_AT_MOST`] bytes.
    TooLarge,
    /// It is not UTF-8.
    NotUtf8 {
        /// What stands before the first byte that is not.
        before: String,
    },
    /// It is a folder, a pipe, a device or a link to one.
    NotAFile,
    /// The system did not hand it over, and says why.
    Unreadable(String),
}

/// What [`open`] made of a pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    /// The library: there exactly when the report has no errors.
    pub library: Option<Library>,
    /// All that is wrong, also what does not keep the pack from being opened.
    pub report: Report,
}

/// Reads the files of a pack. Takes time in proportion to their length.
#[must_use]
pub fn open(sources: &[Source]) -> Opened {
    Draft::open(sources).opened()
}
