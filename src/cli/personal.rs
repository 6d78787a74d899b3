//! `paths` and `forget`: lists and deletes the files that are kept for the person who reads.

use std::fmt::Write as _;
use std::io::{self, BufRead as _};

use serde::Serialize;

use super::context::Call;
use super::exit::Exit;
use super::folders::folders;
use super::form::{self, FormArgs, Record, line};
use super::options::one_of;
use super::output;
use crate::disk::{self, Folders, Kept, PersonalFile, Purpose, shown};
use crate::environment::Stream;

/// List every file that is kept for you, with its purpose and size
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  toolkit paths                             every file, its purpose and its size
  toolkit paths --plain                     one line a file, for other programs

To delete them: toolkit forget
To read without leaving a trace: toolkit --private")]
pub(super) struct PathsArgs {
    #[command(flatten)]
    form: FormArgs,
}

/// Delete every file that is kept for you, after showing the list
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  toolkit forget                            shows every file, asks, deletes
  toolkit forget --only progress            only where you were
  toolkit forget --yes                      does not ask

The numbers of your organisation stay, so that they are there in danger; to
delete them too: toolkit forget --only safety
What is deleted cannot be brought back by this program.")]
pub(super) struct ForgetArgs {
    /// Only these: sessions (plans and what was agreed), bookmarks, progress (where you were and what you have read), preferences, or safety (the numbers of your organisation)
    #[arg(long, value_name = "WHAT", value_parser = one_of(&Kept::ALL, Kept::slug))]
    only: Vec<Kept>,
    /// Delete without asking
    #[arg(long)]
    yes: bool,
}

/// A personal file.
#[derive(Debug, Serialize)]
struct PathRecord {
    path: String,
    /// What it belongs to: sessions, bookmarks, progress, preferences or safety.
    kept: &'static str,
    /// What it is for: main, linked, backup, copy, damaged, edited, lock, unfinished or named.
    purpose: &'static str,
    /// In bytes; null where it does not exist.
    size: Option<u64>,
}

impl PathRecord {
    fn new(file: &PersonalFile) -> Self {
        Self {
            path: shown(&file.path),
            kept: file.kept.slug(),
            purpose: file.purpose.slug(),
            size: file.size,
        }
    }
}

impl Record for PathRecord {
    fn line(&self) -> String {
        let size = self.size.map(|size| size.to_string()).unwrap_or_default();
        line(&[&self.path, self.kept, self.purpose, &size])
    }
}

/// Lists the personal files.
pub(super) fn paths(call: &Call<'_>, args: &PathsArgs) -> anyhow::Result<Exit> {
    let folders = folders(call.environment)?;
    let mut files = disk::files(&folders);
    files.extend(call.environment.safety_file.as_deref().map(disk::named_safety_file));
    let records: Vec<_> = files.iter().map(PathRecord::new).collect();
    form::print(args.form.form(), &records, || listed(&files) + &faults(&folders))?;
    Ok(Exit::Done)
}

/// Deletes the personal files, once the person who reads has confirmed it.
pub(super) fn forget(call: &Call<'_>, args: &ForgetArgs) -> anyhow::Result<Exit> {
    if call.common.private {
        return Ok(output::wrong_use(
            "Forgetting deletes files, and --private leaves all files as they are. Leave out one of the two.",
        ));
    }
    let folders = folders(call.environment)?;
    let which = if args.only.is_empty() { &Kept::OF_READER[..] } else { &args.only };
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
        if call.environment.stdin == Stream::Other {
            return Ok(output::wrong_use(
                "Nothing was deleted. To delete these files without being asked: toolkit forget --yes",
            ));
        }
        if !is_confirmed()? {
            output::answer("Nothing was deleted.\n")?;
            return Ok(Exit::Done);
        }
    }
    disk::forget(&folders, which)?;
    output::answer("\nDeleted.\n")?;
    Ok(Exit::Done)
}

/// Asks whether the files that were listed are to be deleted.
fn is_confirmed() -> anyhow::Result<bool> {
    output::answer(
        "\nDelete these files? What is in them cannot be brought back.\nType yes and press Enter to delete them, or only Enter to keep them: ",
    )?;
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer)?;
    Ok(["y", "yes"].contains(&answer.trim().to_lowercase().as_str()))
}

/// Returns everything that is wrong in the preferences, a line each.
fn faults(folders: &Folders) -> String {
    let mut out = String::new();
    for fault in disk::preferences::load(&folders.preferences()).problems {
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
        Kept::Sessions => "Your sessions: plans, and what was agreed",
        Kept::Bookmarks => "Your bookmarks",
        Kept::Progress => "Where you were in each guide, what you opened and what you have read",
        Kept::Preferences => "Your preferences",
        Kept::Safety => "The numbers of your organisation on the safety pages",
    }
}

/// Returns what a file is for.
fn about(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Main => "the file itself",
        Purpose::Linked => "the file itself, to which the one above is a link",
        Purpose::Backup => "the same again, in case it is damaged",
        Purpose::Copy => {
            "as it was before the first change on that day, with what was deleted since; for a week"
        }
        Purpose::Damaged => "a damaged one that was set aside",
        Purpose::Edited => "as somebody had changed it by hand",
        Purpose::Lock => "keeps two readers from writing at once; always empty",
        Purpose::Named => "named by REAL_TOOLKIT_SAFETY, and read instead",
        Purpose::Unfinished => "left by a program that was ended while it wrote",
    }
}
