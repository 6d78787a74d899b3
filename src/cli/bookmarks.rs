//! `bookmarks` and `bookmark`: the passages that were marked, and one more of them.

use std::ffi::OsString;

use super::args::{Form, FormArgs};
use super::output::say;
use super::paint::{Ink, Paint};
use super::record::{BookmarkRecord, json};
use super::{Exit, named, output};
use crate::disk::{Folders, Instead, Store, Trouble, now};
use crate::environment::Environment;
use crate::guide::{Guide, Library, TextPos};
use crate::journal::{Anchor, Bookmark, Change};
use crate::text::{clean_line, slice, wrap};

/// Help behind the options of `bookmarks`.
pub(super) const LIST_EXAMPLES: &str = "\
Examples:
  toolkit bookmarks                         every bookmark, the first made first
  toolkit bookmarks --json                  for other programs";

/// Help behind the options of `bookmark`.
pub(super) const ADD_EXAMPLES: &str = "\
Examples:
  toolkit bookmark build-relationships      marks the beginning of this guide
  toolkit bookmark build-relationships#do   the same for its section Do
  toolkit bookmark supervision for Tuesday  with a few words of your own

The first word is the name of the guide: put a name of several words between
quotation marks. Where it is kept: toolkit paths. Words that you type here may
stay in the history of your shell.";

#[derive(Debug, clap::Args)]
pub(super) struct ListArgs {
    #[command(flatten)]
    form: FormArgs,
}

#[derive(Debug, clap::Args)]
pub(super) struct AddArgs {
    /// The guide, its name as one word or between quotation marks, and #SECTION if you like
    #[arg(value_name = "GUIDE[#SECTION]", index = 1)]
    guide: OsString,
    /// A few words of your own, to find it again by
    #[arg(value_name = "WORDS", index = 2)]
    words: Vec<OsString>,
}

/// Lists the bookmarks.
pub(super) fn list(
    library: &Library,
    args: &ListArgs,
    ink: Ink,
    environment: &Environment,
) -> anyhow::Result<Exit> {
    let (store, troubles) = Store::private(Folders::find());
    say_all(&troubles);
    let unread = troubles.iter().any(is_unread);
    let all = store.journal().bookmarks.all();
    let records = || all.iter().map(|bookmark| BookmarkRecord::new(library, bookmark));
    match args.form.form() {
        Form::Json => output::answer(&json(&records().collect::<Vec<_>>())?)?,
        Form::Plain => output::answer(&records().map(|record| record.line()).collect::<String>())?,
        Form::Human if all.is_empty() && unread => {}
        Form::Human if all.is_empty() => {
            say("There is no bookmark. To make one: toolkit bookmark GUIDE");
        }
        Form::Human => {
            let mut paint = Paint::new(ink);
            for bookmark in all {
                write(&mut paint, library, bookmark, usize::from(environment.columns()));
            }
            output::answer(&paint.out)?;
        }
    }
    Ok(if unread { Exit::Failed } else { Exit::Done })
}

/// Whether a file with what is kept could not be read, and nothing else stood in for it.
fn is_unread(trouble: &Trouble) -> bool {
    matches!(
        trouble,
        Trouble::Damaged { instead: Instead::Nothing, .. }
            | Trouble::Closed { instead: Instead::Nothing, .. }
            | Trouble::Newer(_, Instead::Nothing)
            | Trouble::NotAFile(_, Instead::Nothing)
    )
}

/// Returns the block with the summary of a guide: the line below its title is about it, and nothing to quote.
fn summary_of(guide: &Guide) -> u32 {
    let at = guide.blocks.iter().position(|block| block.prose.text == guide.summary);
    at.and_then(|at| u32::try_from(at).ok()).unwrap_or(0)
}

/// Says what was found wrong with the personal files.
pub(super) fn say_all(troubles: &[Trouble]) {
    for trouble in troubles {
        say(&trouble.to_string());
    }
}

/// Writes a bookmark: its number and where it is, the words of the reader, those of the passage, and whether they
/// are still there.
fn write(paint: &mut Paint, library: &Library, bookmark: &Bookmark, columns: usize) {
    let anchor = &bookmark.anchor;
    let under =
        if anchor.heading == anchor.title { String::new() } else { format!(" › {}", anchor.heading) };
    let head = format!("{}. {}{under} · {}", bookmark.id.0, anchor.title, bookmark.when.day());
    let quoted =
        if bookmark.words().is_empty() { String::new() } else { format!("“{}…”", bookmark.words()) };
    let now = match anchor.resolve(library) {
        Ok(found) => found.by.sentence().unwrap_or_default().to_owned(),
        Err(lost) => lost.to_string(),
    };
    for (at, text) in [head, bookmark.note.clone(), quoted, now].iter().enumerate() {
        let indent = if at == 0 { "" } else { "   " };
        if text.is_empty() {
            continue;
        }
        for range in wrap(text, columns.saturating_sub(indent.len()).max(1)) {
            paint.plain(indent);
            paint
                .put(|palette| if at == 0 { palette.list_heading } else { palette.item }, slice(text, range));
            paint.end_line();
        }
    }
}

/// Marks a place, and says so once it is on the disk.
pub(super) fn add(library: &Library, args: &AddArgs) -> anyhow::Result<Exit> {
    let place = match named::place(library, &args.guide) {
        Ok(place) => place,
        Err(miss) => return Ok(super::nothing_found(&miss)),
    };
    let guide = library.guide(place.guide);
    let section = place.section.and_then(|section| guide.sections.get(section as usize));
    let pos = TextPos { block: section.map_or_else(|| summary_of(guide), |section| section.first), byte: 0 };
    let words: Vec<_> = args.words.iter().map(|word| word.to_string_lossy()).collect();
    let note = clean_line(&words.join(" "));
    let (mut store, _) = Store::open(Folders::find());
    let change = Change::AddBookmark { anchor: Anchor::of(library, place.guide, pos), note: note.clone() };
    let recorded = match store.record(&[change], now()) {
        Ok(recorded) => recorded,
        Err(error) => {
            let why = error.to_string();
            output::fail(&format!("the bookmark was not kept. {}.", sentence(why.trim_end_matches('.'))));
            return Ok(Exit::Failed);
        }
    };
    say_all(&recorded.troubles);
    let under = section.map(|section| format!(" › {}", section.title)).unwrap_or_default();
    let note = if note.is_empty() { note } else { format!(": {note}") };
    output::answer(&format!("Bookmarked {}{under}{note}\n", guide.title))?;
    Ok(Exit::Done)
}

/// Returns a text that begins with a capital.
fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
