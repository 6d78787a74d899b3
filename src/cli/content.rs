//! What there is to read: the pack that the program brings, or the folder that is named.

use std::path::Path;

use super::organisation::Remarks;
use super::output::say;
use crate::bundled;
use crate::disk::{now, packs};
use crate::guide::Library;
use crate::pack::{Report, Severity};
use crate::search::Search;
use crate::text::clean_line;

/// How many errors are shown when a pack cannot be opened; `check` shows all.
const SHOWN: usize = 5;

/// What there is to read, and where its search comes from.
pub(super) struct Content {
    /// What there is to read.
    pub(super) library: Library,
    /// Opens the search of the bundled library, builds that of any other.
    pub(super) search: fn(&Library) -> Search,
    /// What is wrong with the numbers that an organisation gives itself.
    pub(super) remarks: Remarks,
}

/// Opens the pack that is named, or the bundled one; a pack without safety pages gets those of the bundled one.
/// What is wrong with it goes to stderr.
///
/// Returns nothing when the pack has errors: they have been said.
///
/// # Errors
///
/// The folder cannot be read.
pub(super) fn open(pack: Option<&Path>) -> anyhow::Result<Option<Content>> {
    let Some(dir) = pack else {
        let search = |_: &Library| bundled::search();
        return Ok(Some(Content {
            library: as_of_today(bundled::library()),
            search,
            remarks: Remarks::default(),
        }));
    };
    let opened = packs::open(dir)?;
    remark(&opened.report, dir);
    Ok(opened.library.map(|mut library| {
        if library.safety.is_empty() {
            library.safety = bundled::safety();
        }
        if library.danger.is_empty() {
            library.danger = bundled::danger();
        }
        Content { library: as_of_today(library), search: Search::build, remarks: Remarks::default() }
    }))
}

/// Returns a library that knows the day it is read on: a number that was to be compared with its source by then says so.
fn as_of_today(mut library: Library) -> Library {
    library.safety.today = Some(now().day());
    library
}

/// Says what is wrong with a pack: the first errors, or that there are warnings.
fn remark(report: &Report, dir: &Path) {
    let name = clean_line(&dir.to_string_lossy());
    if report.has_errors() {
        let errors = report.diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error);
        let shown: Vec<String> = errors.take(SHOWN).map(ToString::to_string).collect();
        let rest = match report.errors - shown.len() {
            0 => "All that is to be said of it".to_owned(),
            1 => "And 1 more error".to_owned(),
            more => format!("And {more} more errors"),
        };
        say(&format!("{}\nThe pack {name} cannot be opened. {rest}: toolkit check {name}", shown.join("\n")));
    } else if report.warnings > 0 {
        let warnings = if report.warnings == 1 { "warning" } else { "warnings" };
        say(&format!("The pack {name} has {} {warnings}: toolkit check {name}", report.warnings));
    }
}
