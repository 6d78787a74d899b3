//! `session check`: lines looked through for what looks like somebody, by the guard that a session has.

use std::io::{self, BufReader};
use std::path::{Path, PathBuf};

use anyhow::anyhow;
use serde::Serialize;

use crate::cli::exit::Exit;
use crate::cli::form::{Form, JsonArg, json};
use crate::cli::lines;
use crate::disk;
use crate::guard::{Guard, Seen};
use crate::text::{clean_line, slice};

/// Look lines through for names and for numbers that lead to somebody
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  toolkit session check notes.txt           the lines with a name in them
  pbpaste | toolkit session check -         the same for standard input
  toolkit session check --json notes.txt    a line of JSON for each line

It is sometimes wrong in both directions, so read it through yourself as well.")]
pub(super) struct CheckArgs {
    /// A file with a line of text in each line; - is standard input
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[command(flatten)]
    form: JsonArg,
}

/// A line that was looked through.
#[derive(Debug, Serialize)]
struct LineRecord<'a> {
    line: &'a str,
    found: Vec<FoundRecord<'a>>,
}

/// What was seen in a line.
#[derive(Debug, Serialize)]
struct FoundRecord<'a> {
    /// title-name, given-name, birth-date, postcode, phone, email, chi, ni or case-number.
    kind: &'static str,
    text: &'a str,
}

/// Looks through every line of a file or of standard input.
pub(super) fn run(args: &CheckArgs) -> anyhow::Result<Exit> {
    let guard = Guard::embedded();
    let form = args.form.form();
    let mut number = 0_usize;
    let answer = |raw: &str| {
        number += 1;
        let line = clean_line(raw);
        answer_line(&line, &guard.look(&line), number, form)
    };
    let why = |error: &io::Error| unread(&args.file, error);
    if args.file.as_os_str() == "-" {
        return lines::answer_each(BufReader::new(io::stdin().lock()), why, answer);
    }
    let opened = disk::open(&args.file).map_err(|error| why(&error))?;
    lines::answer_each(BufReader::new(opened), why, answer)
}

fn unread(file: &Path, error: &io::Error) -> anyhow::Error {
    let why = disk::in_words(error);
    anyhow!(
        "the lines in {} could not be read: {why}. Name a file: toolkit session check FILE",
        disk::shown(file)
    )
}

/// Returns what is answered to a line: as JSON always a line, for people one for each thing that was seen.
fn answer_line(line: &str, seen: &[Seen], number: usize, form: Form) -> anyhow::Result<String> {
    let found = seen.iter().map(|seen| (seen.kind, slice(line, seen.range.clone())));
    if form == Form::Json {
        let found = found.map(|(kind, text)| FoundRecord { kind: kind.slug(), text }).collect();
        return json(&LineRecord { line, found });
    }
    let lines = found.map(|(kind, text)| format!("line {number}: “{text}” looks like {}", kind.words()));
    let mut lines: Vec<String> = lines.collect();
    lines.push(String::new());
    Ok(lines.join("\n"))
}
