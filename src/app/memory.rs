//! What is remembered while the program runs: where the reader was, to the row, what was searched for, what was removed.

use super::layouts::Layout;
use super::{Document, Screen};
use crate::guide::ThemeId;
use crate::journal::{Anchor, Bookmark};
use crate::page::Top;

/// More steps back than this are forgotten, the oldest first.
const STEPS_AT_MOST: usize = 200;

/// More than so many messages are not shown again.
const SAID_AT_MOST: usize = 20;

/// What is remembered while the program runs.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Memory {
    /// The way here, and the way that was gone back.
    pub(super) trail: Trail,
    /// Where the guide was left that was left last, to go on reading.
    pub(super) left: Option<HistoryEntry>,
    /// What was searched for last, to be offered again.
    pub(super) searched: String,
    /// What was sought last in what was open, to be offered again.
    pub(super) found: String,
    /// Words to a passage that were left, to be offered again there.
    pub(super) draft: Option<(Anchor, String)>,
    /// The keyboard layout of the last letter, where it is not one that the keys are made for.
    pub(super) layout: Option<Layout>,
    /// Bookmarks that were removed, to be put back.
    pub(super) removed: Vec<Bookmark>,
    /// What was said on the bottom line, the latest last, to be read again.
    pub(super) said: Vec<String>,
    /// Why things were not kept that nobody has asked for: each is said once.
    pub(super) failures: Vec<String>,
}

impl Memory {
    /// Notes what was said, to be read again.
    pub(super) fn note_said(&mut self, words: &str) {
        self.said.retain(|said| said != words);
        if self.said.len() == SAID_AT_MOST {
            self.said.remove(0);
        }
        self.said.push(words.to_owned());
    }
}

/// A place the reader was at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HistoryEntry {
    /// Which screen.
    pub screen: Screen,
    /// What was open.
    pub document: Option<Document>,
    /// The theme it was read in.
    pub theme: Option<ThemeId>,
    /// Where it was scrolled to.
    pub top: Top,
    /// The block of the passage that was current.
    pub current: Option<usize>,
    /// The number of the list that led there, to be returned to.
    pub(super) came_from: Option<usize>,
}

/// The way here, and the way that was gone back.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Trail {
    back: Vec<HistoryEntry>,
    forward: Vec<HistoryEntry>,
}

impl Trail {
    /// Notes that the reader left `entry` for somewhere new.
    pub fn leave(&mut self, entry: HistoryEntry) {
        self.forward.clear();
        if self.back.last() != Some(&entry) {
            self.back.push(entry);
        }
        if self.back.len() > STEPS_AT_MOST {
            self.back.remove(0);
        }
    }

    /// Returns where the reader was before, the last place first.
    pub fn earlier(&self) -> impl Iterator<Item = &HistoryEntry> {
        self.back.iter().rev()
    }

    /// Whether something was gone back from.
    #[must_use]
    pub fn has_forward(&self) -> bool {
        !self.forward.is_empty()
    }

    /// Returns where to go back to from `here`.
    pub fn back(&mut self, here: HistoryEntry) -> Option<HistoryEntry> {
        let entry = self.back.pop()?;
        self.forward.push(here);
        Some(entry)
    }

    /// Returns where to go forward to from `here`.
    pub fn forward(&mut self, here: HistoryEntry) -> Option<HistoryEntry> {
        let entry = self.forward.pop()?;
        self.back.push(here);
        Some(entry)
    }
}
