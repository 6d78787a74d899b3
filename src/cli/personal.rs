//! `paths` and `forget`: every file that is kept for the person who reads, and how to be rid of them.

use std::fmt::Write as _;
use std::io::{self, BufRead as _};

use clap::ValueEnum;

use super::args::{Form, FormArgs};
use super::output::say;
use super::record::{PathRecord, json};
use super::{Exit, output};
use crate::disk::{self, Folders, Kept, PersonalFile, Purpose, shown};
use crate::environment::{Environment, Stream};

/// Help behind the options of `paths`.
pub(super) const PATHS_EXAMPLES: &str = "\
Examples:
  toolkit paths                             every file, its purpose and its size
  toolkit paths --plain                     one line a file, for other programs

To delete them: toolkit forget
To read without leaving a trace: toolkit --private";

/// Help behind the options of `forget`.
pub(super) const FORGET_EXAMPLES: &str = "\
Examples:
  toolkit forget                            shows every file, asks, deletes
  toolkit forget --only progress            only where you were
  toolkit forget --yes                      does not ask

What is deleted cannot be brought back by this program.";

#[derive(Debug, clap::Args)]
pub(super) struct PathsArgs {
    #[command(flatten)]
    form: FormArgs,
}

#[derive(Debug, clap::Args)]
pub(super) struct ForgetArgs {
    /// Only these: bookmarks, progress (where you were and what you have read), or preferences
    #[arg(long, value_name = "WHAT", value_enum)]
    only: Vec<Only>,
    /// Delete without asking
    #[arg(long)]
    yes: bool,
}

/// What is to be forgotten.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Only {
    Bookmarks,
    Progress,
    Preferences,
}

impl Only {
    fn kept(self) -> Kept {
        match self {
            Self::Bookmarks => Kept::Bookmarks,
            Self::Progress => Kept::Progress,
            Self::Preferences => Kept::Preferences,
        }
    }
}

/// Lists the personal files.
pub(super) fn paths(args: &PathsArgs) -> anyhow::Result<Exit> {
    let folders = Folders::find()?;
    let files = disk::files(&folders);
    let records = || files.iter().map(PathRecord::new);
    match args.form.form() {
        Form::Json => output::answer(&json(&records().collect::<Vec<_>>())?)?,
        Form::Plain => output::answer(&records().map(|record| record.line()).collect::<String>())?,
        Form::Human => output::answer(&(listed(&files) + &faults(&folders)))?,
    }
    Ok(Exit::Done)
}

/// Deletes the personal files, after the person who reads has said so.
pub(super) fn forget(args: &ForgetArgs, environment: &Environment) -> anyhow::Result<Exit> {
    let folders = Folders::find()?;
    let only: Vec<Kept> = args.only.iter().map(|only| only.kept()).collect();
    let which = if only.is_empty() { Kept::ALL.to_vec() } else { only };
    let files: Vec<PersonalFile> = disk::files(&folders)
        .into_iter()
        .filter(|file| file.size.is_some() && which.contains(&file.kept))
        .collect();
    if files.is_empty() {
        output::answer("There is nothing to delete: no such file is kept.\n")?;
        return Ok(Exit::Done);
    }
    output::answer(&listed(&files))?;
    if !args.yes {
        if environment.stdin == Stream::Other {
            say("Nothing was deleted. To delete these files without being asked: toolkit forget --yes");
            return Ok(Exit::WrongUse);
        }
        output::answer(
            "\nDelete these files? What is in them cannot be brought back.\nType yes and press Enter to delete them, or only Enter to keep them: ",
        )?;
        let mut answer = String::new();
        io::stdin().lock().read_line(&mut answer)?;
        if !["y", "yes"].contains(&answer.trim().to_lowercase().as_str()) {
            output::answer("Nothing was deleted.\n")?;
            return Ok(Exit::Done);
        }
    }
    disk::forget(&folders, &which)?;
    output::answer("\nDeleted.\n")?;
    Ok(Exit::Done)
}

/// Returns everything that is wrong in the preferences, a line each.
fn faults(folders: &Folders) -> String {
    let mut out = String::new();
    for fault in disk::preferences::load(&folders.preferences()).faults {
        if out.is_empty() {
            out.push_str("\nNot right in your preferences, and passed over:\n");
        }
        let _ = writeln!(out, "  {fault}");
    }
    out
}

/// Returns files under what they keep, each with its purpose and size.
fn listed(files: &[PersonalFile]) -> String {
    let mut out = String::new();
    for kind in files.chunk_by(|a, b| a.kept == b.kept) {
        let Some(first) = kind.first() else { continue };
        if !out.is_empty() {
            out.push('\n');
        }
        out.push_str(heading(first.kept));
        out.push('\n');
        for file in kind {
            let size = file.size.map_or_else(|| "not there".to_owned(), |size| format!("{size} bytes"));
            let _ = writeln!(out, "  {}\n      {}, {size}", shown(&file.path), about(file.purpose));
        }
    }
    out
}

fn heading(kept: Kept) -> &'static str {
    match kept {
        Kept::Bookmarks => "Your bookmarks",
        Kept::Progress => "Where you were in each guide, what you opened and what you have read",
        Kept::Preferences => "Your preferences",
    }
}

/// Returns what a file is for.
fn about(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Main => "the file itself",
        Purpose::Backup => "the same again, in case it is damaged",
        Purpose::Copy => "as it was before the first change on that day",
        Purpose::Damaged => "a damaged one that was set aside",
        Purpose::Edited => "as somebody had changed it by hand",
        Purpose::Lock => "keeps two readers from writing at once; always empty",
        Purpose::Unfinished => "left by a program that was ended while it wrote",
    }
}
