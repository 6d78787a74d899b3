//! `check`: everything that is wrong with a pack, and what to do about it; what the rules are; and whether what people
//! type finds its guide ([`lookups`]).

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use serde::Serialize;

use super::context::Call;
use super::exit::Exit;
use super::form::{Form, JsonArg, print_value};
use super::{lookups, output};
use crate::bundled;
use crate::check::{
    self,
    lookups::{Figure, Floor},
};
use crate::disk::{now, packs};
use crate::pack::{Diagnostic, Report, Rule, Severity};
use crate::text::{clean_line, nearest};

/// Where the pack is looked for from within it: guides stand one or two folders deep.
const ABOVE: [&str; 2] = ["..", "../.."];

/// Check the guides in a folder and say what to mend
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  toolkit check my-pack                     what to mend in the folder my-pack
  toolkit check                             the same for the folder you are in,
                                            or else the guides of the program
  toolkit check --explain                   every rule, in a line
  toolkit check --explain long-sentence     what one rule wants, and an example
  toolkit check my-pack --json              for other programs
  toolkit check my-pack --lookups lookups.toml
        whether what people type finds the right guide

Errors keep a pack from being opened. Warnings are worth mending before others
read it.
Advice is for you to judge. Each says the file, the line, and what to write
instead.
The command ends with 0 when there are no errors, and with 3 when there are.

A file of lookups says what people type and which guides are right:
  floor = { first = 0.90, in-three = 0.98 }
  [[lookup]]
  words = \"she keeps pushing me away\"
  guides = [\"build-relationships\"]
or which passages: passages = [{ guide = \"…\", section = \"do\", at = \"first
words\" }]; or none = true, where nothing should be found.
The command then ends with 3 when fewer are found than the floor asks for.")]
pub(super) struct CheckArgs {
    /// The folder with the guides; without one, the folder you are in or the guides that the program brings
    #[arg(value_name = "PACK", conflicts_with = "pack")]
    folder: Option<PathBuf>,
    #[command(flatten)]
    form: JsonArg,
    /// End with 3 also when there are warnings
    #[arg(long)]
    strict: bool,
    /// Explain a rule by its name, or list all of them
    #[arg(long, value_name = "RULE", num_args = 0..=1, conflicts_with_all = ["folder", "strict", "json"])]
    #[expect(clippy::option_option, reason = "left out, without a name, and with one: as clap has it")]
    explain: Option<Option<String>>,
    /// Search for what people type, as this file has it, and say what does not find the right guide
    #[arg(long, value_name = "FILE", conflicts_with_all = ["strict", "explain"])]
    lookups: Option<PathBuf>,
    /// End with 3 when a smaller part of the lookups has the right guide first: 0 to 1
    #[arg(long, value_name = "PART", requires = "lookups", value_parser = part)]
    first: Option<f64>,
    /// End with 3 when a smaller part has it in the first three: 0 to 1
    #[arg(long, value_name = "PART", requires = "lookups", value_parser = part)]
    in_three: Option<f64>,
}

/// Reads a number from 0 to 1.
fn part(typed: &str) -> Result<f64, String> {
    let part = typed.parse().ok().filter(|part| (0.0..=1.0).contains(part));
    part.ok_or_else(|| "write a number from 0 to 1, as 0.9 for nine of ten".to_owned())
}

/// Does what `check` was asked for.
pub(super) fn run(call: &Call<'_>, args: &CheckArgs) -> anyhow::Result<Exit> {
    if let Some(name) = &args.explain {
        return explain(name.as_deref());
    }
    let current = Path::new(".");
    let named = args.folder.as_deref().or_else(|| call.pack());
    let dir = named.or_else(|| packs::is_pack(current).then_some(current));
    if let Some(file) = &args.lookups {
        let floor = Floor::default().with(Figure::First, args.first).with(Figure::InThree, args.in_three);
        return lookups::check(file, dir, floor, args.form.form());
    }
    match dir {
        Some(dir) => check_folder(dir, args),
        None => match ABOVE.into_iter().find(|dir| packs::is_pack(Path::new(dir))) {
            Some(above) => Ok(output::wrong_use(&format!(
                "toolkit: this folder is inside of a pack, and has no pack.toml itself. To check the pack: \
                 toolkit check {above}"
            ))),
            None => check_bundled(args.form.form()),
        },
    }
}

fn check_folder(dir: &Path, args: &CheckArgs) -> anyhow::Result<Exit> {
    let report = check::check(&packs::read(dir)?, now().day());
    print_value(args.form.form(), &ReportRecord::new(&report), || written(&report, &name(dir)))?;
    let fails = report.has_errors() || (args.strict && report.warnings > 0);
    Ok(if fails { Exit::Content } else { Exit::Done })
}

/// The bundled pack was checked when the program was built: with an error there would be no program, and a test
/// holds that there are no warnings.
fn check_bundled(form: Form) -> anyhow::Result<Exit> {
    print_value(form, &ReportRecord::new(&Report::default()), || {
        let guides = bundled::library().guides.len();
        format!(
            "The {guides} guides that the program brings were checked when it was built, and have no errors.\n\
             To check guides of your own, name their folder: toolkit check FOLDER\n"
        )
    })?;
    Ok(Exit::Done)
}

/// A report as JSON: the promise of `check --json`.
#[derive(Serialize)]
struct ReportRecord<'a> {
    diagnostics: &'a [Diagnostic],
    errors: usize,
    warnings: usize,
    advice: usize,
    left_out: usize,
}

impl<'a> ReportRecord<'a> {
    fn new(report: &'a Report) -> Self {
        let &Report { ref diagnostics, errors, warnings, advice, left_out } = report;
        Self { diagnostics, errors, warnings, advice, left_out }
    }
}

/// Returns what a folder is called in an answer.
fn name(dir: &Path) -> String {
    match clean_line(&dir.to_string_lossy()).as_str() {
        "." => "This folder".to_owned(),
        name => name.to_owned(),
    }
}

/// Returns a report to read: errors, warnings and advice apart, the weightiest first.
fn written(report: &Report, name: &str) -> String {
    let mut out = String::new();
    for severity in [Severity::Error, Severity::Warning, Severity::Advice] {
        let some: Vec<_> =
            report.diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).collect();
        if some.is_empty() {
            continue;
        }
        let _ = writeln!(out, "{}\n", heading(severity, some.len()));
        for diagnostic in some {
            let _ = writeln!(out, "{diagnostic}");
        }
    }
    if report.left_out > 0 {
        let (are, these) = if report.left_out == 1 { ("is", "what is listed") } else { ("are", "these") };
        let _ = writeln!(out, "{} more {are} not listed; mend {these} first.\n", report.left_out);
    }
    out + &conclusion(report, name)
}

/// Returns what stands above the diagnostics of one severity, `count` of them.
fn heading(severity: Severity, count: usize) -> &'static str {
    match severity {
        Severity::Error if count == 1 => "ERROR: the pack cannot be opened until this is mended.",
        Severity::Warning if count == 1 => "WARNING: readers will miss something.",
        Severity::Error => "ERRORS: the pack cannot be opened until these are mended.",
        Severity::Warning => "WARNINGS: readers will miss something.",
        Severity::Advice => "ADVICE: it could be better; you decide.",
    }
}

/// Returns the last line of a report.
fn conclusion(report: &Report, name: &str) -> String {
    let counts = [
        (report.errors, "error", "errors"),
        (report.warnings, "warning", "warnings"),
        (report.advice, "piece of advice", "pieces of advice"),
    ];
    let counts: Vec<String> = counts
        .into_iter()
        .filter(|(number, ..)| *number > 0)
        .map(|(number, one, many)| format!("{number} {}", if number == 1 { one } else { many }))
        .collect();
    let after = match report.errors {
        _ if counts.is_empty() => return format!("{name}: nothing to mend.\n"),
        0 => "The pack can be read",
        1 if counts.len() == 1 => "The pack can be read when it is mended",
        1 => "The pack can be read when the error is mended",
        _ if counts.len() == 1 => "The pack can be read when they are mended",
        _ => "The pack can be read when the errors are mended",
    };
    let rule = report.diagnostics.first().map_or("RULE", |one| one.rule.name());
    let unread = report.diagnostics.iter().any(|diagnostic| diagnostic.rule == Rule::TomlSyntax);
    let unread = if unread {
        "\nIn a file with `toml-syntax`, what stands behind that place is not checked yet: check again when it is mended."
    } else {
        ""
    };
    format!(
        "{name}: {}. {after}.{unread}\nMore about a rule: toolkit check --explain {rule}\n",
        listed(&counts)
    )
}

/// Returns words in a list, *and* before the last.
fn listed(words: &[String]) -> String {
    match words {
        [rest @ .., before, last] if !rest.is_empty() => format!("{}, {before} and {last}", rest.join(", ")),
        _ => words.join(" and "),
    }
}

/// Explains a rule, or lists them all.
fn explain(name: Option<&str>) -> anyhow::Result<Exit> {
    let Some(name) = name else {
        output::answer(&all_rules())?;
        return Ok(Exit::Done);
    };
    if let Some(rule) = Rule::ALL.iter().find(|rule| rule.name() == name) {
        output::answer(&check::explain(*rule))?;
        return Ok(Exit::Done);
    }
    let shown = clean_line(name);
    let near = nearest(&shown, Rule::ALL.iter().map(|rule| rule.name()));
    let next = match near {
        Some(near) => format!("Did you mean `{near}`? All of them: toolkit check --explain"),
        None => "All of them: toolkit check --explain".to_owned(),
    };
    Ok(output::nothing_found(&format!("There is no rule `{shown}`. {next}")))
}

/// Returns every rule in a line, by how much it matters.
fn all_rules() -> String {
    let mut out = String::new();
    for severity in [Severity::Error, Severity::Warning, Severity::Advice] {
        let _ = writeln!(out, "{}\n", heading(severity, usize::MAX));
        for rule in Rule::ALL.iter().filter(|rule| rule.severity() == severity) {
            let _ = writeln!(out, "  {:<22} {}", rule.name(), rule.reason());
        }
        out.push('\n');
    }
    out.push_str("More about one of them: toolkit check --explain RULE\n");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_line_counts_each_kind() {
        let line = |errors, warnings, advice| {
            let report = Report { errors, warnings, advice, ..Report::default() };
            conclusion(&report, "x").lines().next().map(str::to_owned).unwrap()
        };
        assert_eq!(line(0, 0, 0), "x: nothing to mend.");
        assert_eq!(line(0, 1, 0), "x: 1 warning. The pack can be read.");
        assert_eq!(line(1, 0, 0), "x: 1 error. The pack can be read when it is mended.");
        assert_eq!(line(2, 0, 0), "x: 2 errors. The pack can be read when they are mended.");
        assert_eq!(
            line(1, 0, 2),
            "x: 1 error and 2 pieces of advice. The pack can be read when the error is mended."
        );
        assert_eq!(
            line(2, 1, 1),
            "x: 2 errors, 1 warning and 1 piece of advice. The pack can be read when the errors are mended."
        );
    }

    #[test]
    fn every_rule_is_in_the_list() {
        let list = all_rules();
        assert!(Rule::ALL.iter().all(|rule| list.contains(&format!("  {} ", rule.name()))));
    }
}
