//! What there is to read: the pack that the program brings, or the folder that is named.

use std::path::Path;

use super::output::say;
use crate::bundled;
use crate::disk::packs;
use crate::guide::Library;
use crate::search::Search;

/// What there is to read, and where its search comes from.
pub(super) struct Content {
    /// What there is to read.
    pub(super) library: Library,
    /// Opens the search of the bundled library, builds that of any other.
    pub(super) search: fn(&Library) -> Search,
}

/// Opens the pack in `dir`, or the bundled one. What is wrong with it goes to stderr.
///
/// Returns nothing when the pack has errors: they have been said.
///
/// # Errors
///
/// The folder cannot be read.
pub(super) fn open(dir: Option<&Path>) -> anyhow::Result<Option<Content>> {
    let Some(dir) = dir else {
        return Ok(Some(Content { library: bundled::library(), search: |_| bundled::search() }));
    };
    let opened = packs::open(dir)?;
    if !opened.report.is_clean() {
        say(&opened.report.to_string());
    }
    Ok(opened.library.map(|library| Content { library, search: Search::build }))
}
