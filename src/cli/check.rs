//! `check`: what is wrong with a pack, all of it, and what to do about it.

use std::path::Path;

use super::record::json;
use super::{Exit, output};
use crate::bundled;
use crate::disk::packs;
use crate::pack::{Report, Severity};
use crate::text::clean_line;

/// Checks the pack in `dir`, or says how the bundled one stands.
pub(super) fn check(dir: Option<&Path>, as_json: bool) -> anyhow::Result<Exit> {
    let Some(dir) = dir else { return check_bundled(as_json) };
    let report = packs::open(dir)?.report;
    if as_json {
        output::answer(&json(&report)?)?;
    } else {
        let name = clean_line(&dir.to_string_lossy());
        output::answer(&format!("{report}{}", conclusion(&report, &name)))?;
    }
    Ok(if report.has_errors() { Exit::Content } else { Exit::Done })
}

/// The bundled pack was checked when the program was built: with an error there would be no program.
fn check_bundled(as_json: bool) -> anyhow::Result<Exit> {
    if as_json {
        output::answer(&json(&Report::default())?)?;
    } else {
        let guides = bundled::library().guides.len();
        output::answer(&format!(
            "The {guides} guides that the program brings were checked when it was built, and have no errors.\n"
        ))?;
    }
    Ok(Exit::Done)
}

/// Returns the last line of a report.
fn conclusion(report: &Report, name: &str) -> String {
    let count = |number: usize, what: &str| match number {
        1 => format!("1 {what}"),
        _ => format!("{number} {what}s"),
    };
    let warnings = report.count(Severity::Warning);
    let after = match (report.errors, warnings) {
        (0, 0) => return format!("{name}: nothing to mend.\n"),
        (0, _) => "The pack can be read",
        (1, _) => "The pack can be read when the error is mended",
        _ => "The pack can be read when the errors are mended",
    };
    let counts =
        [(report.errors, "error"), (warnings, "warning")].into_iter().filter(|(number, _)| *number > 0);
    let counts: Vec<_> = counts.map(|(number, what)| count(number, what)).collect();
    format!("{name}: {}. {after}.\n", counts.join(" and "))
}
