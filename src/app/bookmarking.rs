//! Bookmarks: made where the reader is, listed, opened, removed and put back.
//!
//! What is said to be kept has been kept: the bookmark is asked for as an effect, and only the answer says so.

use super::{
    Action, App, Command, Document, Effect, Entry, LineInput, ListRole, Note, Overlay, Picker, PickerKind,
};
use crate::guide::{GuideId, TextPos};
use crate::journal::{Anchor, Bookmark, BookmarkId, Change, Durability};
use crate::text::truncate;

/// Columns of a passage that is named in a sentence.
const NAMED: usize = 36;

impl App {
    /// Asks for a few words to the passage that is read, to bookmark it.
    pub(super) fn open_note(&mut self) {
        match self.reading_place() {
            Some((guide, pos)) => self.ask_for_note(guide, pos),
            None => self.say("Open a guide first: a bookmark marks a passage in it."),
        }
    }

    /// Asks for a few words to a passage, over what is there, to bookmark it.
    pub(super) fn ask_for_note(&mut self, guide: GuideId, pos: TextPos) {
        let anchor = Anchor::of(&self.library, guide, pos);
        let draft = self.memory.draft.take_if(|(of, _)| *of == anchor);
        let mut note = Note::to_passage(anchor);
        if let Some((_, words)) = draft {
            note.input = LineInput::with(words);
        }
        self.shown.overlays.cover(Overlay::Note(Box::new(note)));
    }

    /// Keeps words to a passage that were left, as long as the program runs.
    pub(super) fn keep_draft(&mut self, anchor: Anchor, words: String) {
        self.memory.draft = Some((anchor, words));
        let key = self.key(Action::Bookmark);
        self.say(format!("Your words are not lost: {key} offers them here again."));
    }

    /// Opens the list of bookmarks, newest first, with the cursor on the one with the index `chosen`.
    pub(super) fn open_bookmarks(&mut self, chosen: usize) {
        let entries: Vec<Entry> =
            self.journal.bookmarks.all().iter().rev().map(|bookmark| self.bookmark_entry(bookmark)).collect();
        if entries.is_empty() {
            let key = self.key(Action::Bookmark);
            return self
                .say(format!("No bookmarks yet. In a guide, {key} marks the passage you are reading."));
        }
        let chosen = chosen.min(entries.len() - 1);
        self.show_picker(Picker::new(PickerKind::Bookmarks, entries, chosen));
    }

    fn bookmark_entry(&self, bookmark: &Bookmark) -> Entry {
        let anchor = &bookmark.anchor;
        let is_of_this_pack = anchor.key.pack == self.library.pack.slug;
        let place = match (is_of_this_pack, anchor.heading == anchor.title) {
            (false, _) => format!("{} (in another set of guides)", anchor.title),
            (true, true) => anchor.title.clone(),
            (true, false) => format!("{} › {}", anchor.title, anchor.heading),
        };
        let words = if bookmark.note.is_empty() {
            format!("“{}…”", bookmark.words())
        } else {
            bookmark.note.clone()
        };
        Entry {
            words,
            aside: bookmark.when.day().to_string(),
            detail: Some(place),
            role: ListRole::Item,
            command: Command::OpenBookmark(bookmark.id),
        }
    }

    /// Opens the passage of a bookmark, and says so where its words have changed.
    pub(super) fn open_bookmark(&mut self, id: BookmarkId) {
        let Some(bookmark) = self.journal.bookmarks.get(id) else { return };
        match bookmark.anchor.resolve(&self.library) {
            Ok(found) => {
                self.open(Document::Guide(found.guide), None);
                self.shown.go_to(found.pos);
                if let Some(sentence) = found.kind.sentence() {
                    self.say(sentence);
                }
            }
            Err(lost) => self.say(lost.to_string()),
        }
    }

    /// Asks for other words to a bookmark.
    pub(super) fn edit_bookmark(&mut self, id: BookmarkId) {
        if let Some(bookmark) = self.journal.bookmarks.get(id).cloned() {
            self.shown.overlays.open(Overlay::Note(Box::new(Note::to_bookmark(bookmark))));
        }
    }

    /// Removes a bookmark, to be put back as long as the reader stays.
    pub(super) fn remove_bookmark(&mut self, id: BookmarkId) {
        if let Some(bookmark) = self.journal.bookmarks.get(id).cloned() {
            self.memory.removed.push(bookmark);
            self.record(Change::RemoveBookmark(id));
        }
    }

    /// Takes what was removed or changed out of every copy, where nobody can put it back.
    pub(super) fn remove_for_good(&mut self) {
        self.memory.removed.clear();
        self.memory.draft = None;
        self.record(Change::ForgetOldBookmarks);
    }

    /// Puts back the bookmark that was removed last.
    pub(super) fn restore_bookmark(&mut self) {
        match self.memory.removed.pop() {
            Some(bookmark) => self.record(Change::RestoreBookmark(bookmark)),
            None => self.say("There is nothing to put back."),
        }
    }

    /// Says that a change to the bookmarks has been kept, and shows them as they are now.
    pub(super) fn bookmarks_changed(&mut self, change: &Change, durability: Durability) {
        let key = |action| self.keymap.key_for(super::Context::List, action).unwrap_or_default();
        let notice = match change {
            Change::AddBookmark { anchor, note } => {
                format!(
                    "Bookmarked {}. {} lists your bookmarks.",
                    named(&anchor.quote.exact, note),
                    key(Action::Bookmarks)
                )
            }
            Change::EditBookmark(bookmark) => {
                format!("Changed to {}.", named(bookmark.words(), &bookmark.note))
            }
            Change::RemoveBookmark(_) => format!(
                "Removed. {} puts it back; {} takes it out of the copies, too.",
                key(Action::Undo),
                key(Action::ForGood)
            ),
            Change::ForgetOldBookmarks => {
                "What was removed or changed is in no copy any more. What you see is all there is.".to_owned()
            }
            Change::RestoreBookmark(bookmark) => {
                format!("{} is back.", named(bookmark.words(), &bookmark.note))
            }
            _ => return,
        };
        if let Some(Overlay::Picker(picker)) = self.overlay()
            && picker.kind == PickerKind::Bookmarks
        {
            let chosen = picker.list.cursor;
            self.shown.overlays.close();
            self.open_bookmarks(chosen);
        }
        self.say(match durability {
            Durability::OnDisk => notice,
            Durability::UntilTheEnd => format!("{notice} Until you leave: nothing is written."),
        });
    }

    /// Asks for something to be kept.
    pub(super) fn record(&mut self, change: Change) {
        self.ask(Effect::Record(Box::new(change)));
    }
}

/// How a bookmark is called in a sentence: by the reader's words, or by those of the passage.
fn named(passage: &str, note: &str) -> String {
    let words = if note.is_empty() { passage } else { note };
    format!("“{}”", truncate(words, NAMED))
}
