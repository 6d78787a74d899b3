//! The numbers of an organisation: where their file is, and what is wrong with it.

use std::path::PathBuf;

use super::folders::folders;
use crate::disk::{self, NoHome, shown};
use crate::environment::{Environment, SAFETY_FILE};
use crate::guide::Safety;
use crate::pack::{Report, own_safety};

/// What is wrong with the file of an organisation; none where nothing is.
#[derive(Debug, Default)]
pub(super) struct Remarks {
    /// All of it, with places and advice.
    pub(super) whole: Option<String>,
    /// The first of it, in a line for the reader.
    pub(super) short: Option<String>,
}

/// Returns the file of the organisation: the one that is named, or the one beside the preferences.
pub(super) fn file(environment: &Environment) -> Result<PathBuf, NoHome> {
    match &environment.safety_file {
        Some(named) => Ok(named.clone()),
        None => folders(environment).map(|folders| folders.safety()),
    }
}

/// Puts the organisation’s own numbers into the safety pages. What is wrong with their file is returned, and hides
/// nothing of the pages.
pub(super) fn take_own(safety: &mut Safety, environment: &Environment) -> Remarks {
    let Ok(path) = file(environment) else { return Remarks::default() };
    let is_named = environment.safety_file.is_some();
    if is_named && !path.is_absolute() {
        return unread(&format!("{} is not a whole path, which {SAFETY_FILE} has to name", shown(&path)));
    }
    let Some(source) = disk::safety::read(&path) else {
        let is_missed =
            is_named.then(|| unread(&format!("there is no {}, which {SAFETY_FILE} names", shown(&path))));
        return is_missed.unwrap_or_default();
    };
    let own = own_safety(&source, std::mem::take(safety));
    *safety = own.safety;
    of_report(&own.report)
}

/// Returns what is said where the file cannot be looked for or is not there.
fn unread(why: &str) -> Remarks {
    let short = format!("The numbers of your organisation are not shown: {why}. Ask whoever set it up.");
    Remarks { whole: Some(format!("toolkit: {short}")), short: Some(short) }
}

fn of_report(report: &Report) -> Remarks {
    let Some(first) = report.diagnostics.first() else { return Remarks::default() };
    let line = first.problem.at.map_or_else(String::new, |at| format!(", line {}", at.line));
    let rest = "What is wrong there is passed over. All else on the page stands.";
    Remarks {
        whole: Some(format!("{report}{rest}")),
        short: Some(format!("{}: safety.toml{line}. All of it: toolkit safety", first.problem.message)),
    }
}
