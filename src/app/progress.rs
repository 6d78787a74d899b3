//! What is kept of reading: where each guide was left, what was opened, what was read to its end.

use super::update::KEEPING;
use super::{Action, App, Document, End, Extent, Outcome, Reading, Trail};
use crate::guide::{Guide, GuideId, Library, Part, TextPos};
use crate::journal::{self, Anchor, Change, GuideKey, Journal};

impl App {
    /// Takes what was kept in earlier sessions, and says what was wrong with it.
    #[must_use]
    pub fn with_journal(mut self, journal: Journal, troubles: &[String]) -> Self {
        self.take_journal(journal);
        for trouble in troubles {
            self.say_also(trouble);
        }
        self
    }

    /// Begins with a sentence on the bottom line.
    #[must_use]
    pub fn saying(mut self, sentence: &str) -> Self {
        self.say_also(sentence);
        self
    }

    fn take_journal(&mut self, journal: Journal) {
        self.journal = journal;
        let read =
            self.library.guide_ids().filter(|guide| self.journal.progress.has_read(&self.library, *guide));
        self.shown.themes.set_read(read.collect());
    }

    /// Takes in how it went with what was to be kept.
    pub(super) fn recorded(&mut self, outcome: Outcome) {
        self.shown.notice.take_if(|notice| notice == KEEPING);
        match outcome {
            Outcome::Kept { changes, journal, durability, troubles } => {
                self.take_journal(*journal);
                for change in &changes {
                    self.bookmarks_changed(change, durability);
                    self.sessions_changed(change, durability);
                }
                for trouble in &troubles {
                    self.say_also(trouble);
                }
            }
            Outcome::Failed { changes, why } => self.not_kept(&changes, &why),
        }
    }

    /// Forgets where the reader has been, in this session and in earlier ones.
    pub(super) fn forget_history(&mut self) {
        self.memory.trail = Trail::default();
        self.memory.left = None;
        self.record(Change::ClearProgress);
        self.say("Forgotten: where you have been, and what you have read. What you open now is kept anew.");
    }

    /// Says why something is not kept. What nobody has asked for, as places and preferences, is said once; the words to a
    /// bookmark are offered again.
    fn not_kept(&mut self, changes: &[Change], why: &str) {
        if changes.iter().all(|change| change.part() == journal::Part::Progress) {
            if self.memory.failures.iter().any(|said| said == why) {
                return;
            }
            self.memory.failures.push(why.to_owned());
            return self.say_also(&format!("Not kept for the next time: {why}"));
        }
        let words = changes.iter().rev().find_map(|change| match change {
            Change::AddBookmark { anchor, note } => Some((anchor, note)),
            Change::EditBookmark(bookmark) => Some((&bookmark.anchor, &bookmark.note)),
            _ => None,
        });
        let words = words.filter(|(_, words)| !words.is_empty());
        if let Some((anchor, words)) = words {
            self.memory.draft = Some((anchor.clone(), words.clone()));
            let key = self.key(Action::Bookmark);
            self.say(format!("Not kept, but {key} has your words still: {why}"));
        } else {
            self.say(format!("Not kept: {why}"));
        }
    }

    /// Returns the guide on the screen and the passage of it that is read, the one that would be copied.
    pub(super) fn reading_place(&self) -> Option<(GuideId, TextPos)> {
        let reading = self.shown.reading.as_ref().filter(|_| self.shown.guide().is_some())?;
        let Document::Guide(guide) = reading.document else { return None };
        let height = self.text_height();
        let first = reading.passage(&self.library, height).map(|blocks| TextPos::new(blocks.start, 0));
        Some((guide, first.unwrap_or_else(|| reading.page.top_at(reading.visible(height).start).pos)))
    }

    /// Asks for the place in the guide on the screen to be kept, if the reader has moved in it.
    pub(super) fn keep_place(&mut self) {
        if let Some(change) = self.place_to_keep() {
            self.record(change);
        }
    }

    /// Returns the place in the guide on the screen, if the reader has moved in it since it was kept. A guide that is
    /// shown in brief was left where it was whole, which was kept then.
    #[must_use]
    pub fn place_to_keep(&self) -> Option<Change> {
        let reading = self
            .shown
            .reading
            .as_ref()
            .filter(|reading| self.shown.guide().is_some() && reading.extent == Extent::Whole)?;
        let Document::Guide(guide) = reading.document else { return None };
        let visible = reading.visible(self.text_height());
        let pos = reading.page.top_at(visible.start).pos;
        let anchor = Anchor::of(&self.library, guide, pos);
        let end = end_row(reading, self.library.guide(guide)).max(1);
        let percent = u8::try_from(100 * visible.end.min(end) / end).unwrap_or(100);
        let latest = self.journal.progress.last_place(&self.library.pack.slug);
        let known = latest.filter(|place| place.anchor.key.find(&self.library) == Some(guide));
        let moved = known.is_none_or(|known| known.anchor.pos != anchor.pos || known.percent != percent);
        moved.then_some(Change::SetPlace { anchor, percent })
    }

    /// Asks for a guide to be kept as read when the end of its text is on the screen.
    pub(super) fn note_end(&mut self) {
        if self.shown.guide().is_none() || !self.shown.overlays.is_empty() {
            return;
        }
        let height = self.text_height();
        let Some(reading) = &mut self.shown.reading else { return };
        let Document::Guide(guide) = reading.document else { return };
        // The end of the short form is not the end of the guide.
        if reading.extent == Extent::Brief {
            return;
        }
        let at_end = reading.visible(height).end >= end_row(reading, self.library.guide(guide));
        if at_end && reading.end == End::Unseen {
            reading.end = End::Seen;
            if !self.journal.progress.has_read(&self.library, guide) {
                self.record(Change::Read(GuideKey::of(&self.library, guide)));
            }
        }
    }
}

/// Returns the guide that was left last in an earlier session, and where.
pub(super) fn last_left(journal: &Journal, library: &Library) -> Option<(GuideId, TextPos)> {
    let place = journal.progress.last_place(&library.pack.slug)?;
    let found = place.anchor.resolve(library).ok()?;
    Some((found.guide, found.pos))
}

/// Returns where a guide was left, unless it was read to its end or not begun.
pub(super) fn place_left(journal: &Journal, library: &Library, guide: GuideId) -> Option<TextPos> {
    let place = journal.progress.place(library, guide).filter(|place| place.percent < 100)?;
    let found = place.anchor.resolve(library).ok()?;
    (found.guide == guide && found.pos.block > 0).then_some(found.pos)
}

/// Returns the row behind the last one of a guide's text: its sources are to be looked up, not read.
fn end_row(reading: &Reading, guide: &Guide) -> usize {
    let sources = guide.sections.iter().find(|section| section.part == Part::Sources);
    sources
        .map_or_else(|| reading.page.height(), |section| reading.page.rows_of(section.first as usize).start)
}
