//! `bookmarks` and `bookmark`: the passages that were marked, and one more of them.

use std::ffi::OsString;

use serde::Serialize;

use super::change::{Kept, keep};
use super::context::{Call, Context};
use super::exit::Exit;
use super::folders::folders;
use super::form::{Form, FormArgs, Record, line};
use super::lookup;
use super::output::{self, say};
use super::paint::Paint;
use crate::disk::{Store, Trouble};
use crate::guide::{Guide, Library, TextPos};
use crate::journal::{Anchor, Bookmark, Change, Unresolved};
use crate::text::{clean_line, slice, wrap};

/// List the passages you have marked
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  toolkit bookmarks                         every bookmark, the first made first
  toolkit bookmarks --json                  for other programs")]
pub(super) struct BookmarksArgs {
    #[command(flatten)]
    form: FormArgs,
}

/// Mark a guide, or a section of it, to find it again
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  toolkit bookmark build-relationships      marks the beginning of this guide
  toolkit bookmark build-relationships#do   the same for its section Do
  toolkit bookmark supervision for Tuesday  with a few words of your own

The first word is the name of the guide: put a name of several words between
quotation marks. Where it is kept: toolkit paths. Words that you type here may
stay in the history of your shell.")]
pub(super) struct BookmarkArgs {
    /// The guide, its name as one word or between quotation marks, and #SECTION if you like
    #[arg(value_name = "GUIDE[#SECTION]", index = 1)]
    guide: OsString,
    /// A few words of your own, to find it again by
    #[arg(value_name = "WORDS", index = 2)]
    words: Vec<OsString>,
}

/// A bookmark.
#[derive(Debug, Serialize)]
struct BookmarkRecord<'a> {
    /// Its number.
    id: u32,
    pack: &'a str,
    /// Id of the guide.
    guide: &'a str,
    /// Id of the section.
    section: &'a str,
    /// Title of the guide.
    title: &'a str,
    /// The nearest heading above.
    heading: &'a str,
    /// The first words of the passage when it was marked.
    words: &'a str,
    /// The reader’s own words.
    note: &'a str,
    /// A moment, as `2026-11-21T09:30:00Z`.
    when: String,
    /// What is still there: words, like-words, heading, section, guide, nothing, or other-pack.
    found: &'static str,
}

impl<'a> BookmarkRecord<'a> {
    fn new(library: &Library, bookmark: &'a Bookmark) -> Self {
        let anchor = &bookmark.anchor;
        Self {
            id: bookmark.id.0,
            pack: &anchor.key.pack,
            guide: &anchor.key.guide,
            section: &anchor.section,
            title: &anchor.title,
            heading: &anchor.heading,
            words: bookmark.words(),
            note: &bookmark.note,
            when: bookmark.when.to_string(),
            found: match anchor.resolve(library) {
                Ok(found) => found.kind.slug(),
                Err(Unresolved::OtherPack(_)) => "other-pack",
                Err(Unresolved::Gone(_)) => "nothing",
            },
        }
    }
}

impl Record for BookmarkRecord<'_> {
    fn line(&self) -> String {
        line(&[
            &self.id.to_string(),
            self.pack,
            self.guide,
            self.section,
            self.title,
            self.heading,
            self.words,
            self.note,
            &self.when,
            self.found,
        ])
    }
}

/// Lists the bookmarks.
pub(super) fn run(context: &Context<'_>, args: &BookmarksArgs) -> anyhow::Result<Exit> {
    let (store, troubles) = Store::private(folders(context.environment));
    output::say_all(&troubles);
    let is_unread = troubles.iter().any(Trouble::is_loss);
    let bookmarks = &store.journal().bookmarks.all();
    let records: Vec<_> =
        bookmarks.iter().map(|bookmark| BookmarkRecord::new(context.library, bookmark)).collect();
    let form = args.form.form();
    context.print(form, &records, |paint| {
        for bookmark in *bookmarks {
            write(paint, context.library, bookmark, context.columns);
        }
    })?;
    if form == Form::Human && records.is_empty() && !is_unread {
        say("There is no bookmark. To make one: toolkit bookmark GUIDE");
    }
    Ok(if is_unread { Exit::Failed } else { Exit::Done })
}

/// Returns the block with the summary of a guide, which a bookmark of the whole guide quotes.
fn summary_of(guide: &Guide) -> u32 {
    let index = guide.blocks.iter().position(|block| block.prose.text == guide.summary);
    index.and_then(|index| u32::try_from(index).ok()).unwrap_or(0)
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
        Ok(found) => found.kind.sentence().unwrap_or_default().to_owned(),
        Err(lost) => lost.to_string(),
    };
    for (index, text) in [head, bookmark.note.clone(), quoted, now].iter().enumerate() {
        let indent = if index == 0 { "" } else { "   " };
        if text.is_empty() {
            continue;
        }
        for range in wrap(text, columns.saturating_sub(indent.len()).max(1)) {
            paint.plain(indent);
            paint.put(
                |palette| if index == 0 { palette.list_heading } else { palette.item },
                slice(text, range),
            );
            paint.end_line();
        }
    }
}

/// Marks a place, and says so once it is on the disk.
pub(super) fn add(call: &Call<'_>, args: &BookmarkArgs) -> anyhow::Result<Exit> {
    if call.common.private {
        return Ok(output::wrong_use(
            "A bookmark is kept, and --private keeps nothing. Leave out one of the two.",
        ));
    }
    call.with_library(|context| record(call, context, args))
}

fn record(call: &Call<'_>, context: &Context<'_>, args: &BookmarkArgs) -> anyhow::Result<Exit> {
    let library = context.library;
    let place = lookup::place(library, &args.guide)?;
    let guide = library.guide(place.guide);
    let section = place.section.and_then(|section| guide.sections.get(section as usize));
    let pos = TextPos { block: section.map_or_else(|| summary_of(guide), |section| section.first), byte: 0 };
    let words: Vec<_> = args.words.iter().map(|word| word.to_string_lossy()).collect();
    let note = clean_line(&words.join(" "));
    let change = Change::AddBookmark { anchor: Anchor::of(library, place.guide, pos), note: note.clone() };
    if let Kept::Not(exit) = keep(call, "the bookmark", change) {
        return Ok(exit);
    }
    let under = section.map(|section| format!(" › {}", section.title)).unwrap_or_default();
    let note = if note.is_empty() { note } else { format!(": {note}") };
    output::answer(&format!("Bookmarked {}{under}{note}\n", guide.title))?;
    Ok(Exit::Done)
}
