//! A few words to a bookmark: a box that says what is marked and takes a line of typing.

use ratatui::layout::Rect;

use super::layer::{Around, Command, HintSpec, Layer, Panel, Prompt, Then};
use crate::app::{Action, Effect, Geometry, LineInput, ListRole, ListRow};
use crate::journal::{Anchor, Bookmark, Change};

/// Columns of the box.
const COLUMNS: u16 = 60;

/// The box that takes a few words to a bookmark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// What is typed.
    pub input: LineInput,
    /// What the words are for.
    pub on: NoteOn,
}

/// What words are written to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoteOn {
    /// A passage that is being bookmarked.
    Passage(Anchor),
    /// A bookmark that has been made before.
    Bookmark(Bookmark),
}

impl Note {
    /// Returns the box for a passage that is to be bookmarked.
    #[must_use]
    pub fn to_passage(anchor: Anchor) -> Self {
        Self { input: LineInput::default(), on: NoteOn::Passage(anchor) }
    }

    /// Returns the box for the words of a bookmark, to be changed.
    #[must_use]
    pub fn to_bookmark(bookmark: Bookmark) -> Self {
        Self { input: LineInput::with(bookmark.note.clone()), on: NoteOn::Bookmark(bookmark) }
    }

    /// Returns what was typed to a passage that is not bookmarked yet, with the passage.
    pub(in crate::app) fn draft(&self) -> Option<(Anchor, String)> {
        match &self.on {
            NoteOn::Passage(anchor) if !self.input.text().trim().is_empty() => {
                Some((anchor.clone(), self.input.text().to_owned()))
            }
            _ => None,
        }
    }

    /// Returns the first words of the passage.
    fn passage(&self) -> &str {
        match &self.on {
            NoteOn::Passage(anchor) => &anchor.quote.exact,
            NoteOn::Bookmark(bookmark) => bookmark.words(),
        }
    }

    /// Returns the box and, in it, the rows for the passage, for what is asked, and for what is typed.
    fn areas(geometry: &Geometry) -> (Rect, [Rect; 3]) {
        let outer = geometry.card(COLUMNS, 5);
        let inside = Geometry::padded(outer, 0);
        let row = |index: u16| {
            let y = inside.y + index.min(inside.height.saturating_sub(1));
            Rect { y, height: inside.height.min(1), ..inside }
        };
        let rows = match inside.height {
            0..3 => [row(0), row(0), row(inside.height.saturating_sub(1))],
            3..5 => [row(0), row(1), row(2)],
            _ => [row(0), row(2), row(3)],
        };
        (outer, rows)
    }
}

impl Layer for Note {
    fn act(&mut self, action: Action, _around: &Around<'_>) -> Then {
        match action {
            Action::Close => match self.draft() {
                Some((anchor, words)) => Then::CloseAnd(Command::KeepDraft(anchor, words)),
                None => Then::Close,
            },
            Action::Open => {
                let note = self.input.text().trim().to_owned();
                let change = match self.on.clone() {
                    NoteOn::Passage(anchor) => Change::AddBookmark { anchor, note },
                    NoteOn::Bookmark(bookmark) => Change::EditBookmark(Bookmark { note, ..bookmark }),
                };
                Then::CloseAnd(Command::Effect(Effect::Record(Box::new(change))))
            }
            _ => {
                self.input.act(action);
                Then::Stay
            }
        }
    }

    fn panel(&self, around: &Around<'_>) -> Panel<'_> {
        let asks = match self.on {
            NoteOn::Passage(_) => "A few words of your own, or just Enter:",
            NoteOn::Bookmark(_) => "Your words for it:",
        };
        let (area, [passage, question, _]) = Self::areas(&around.geometry);
        let notes = vec![
            (passage, ListRow::text(ListRole::Quote, format!("“{}…”", self.passage()))),
            (question, ListRow::text(ListRole::Detail, asks)),
        ];
        Panel { notes, ..Panel::titled(area, "Bookmark") }
    }

    fn hints(&self, _around: &Around<'_>) -> &'static [HintSpec] {
        &[(&[Action::Open], "keep", 0), (&[Action::Close], "cancel", 0)]
    }

    fn prompt(&self, geometry: &Geometry) -> Option<Prompt<'_>> {
        let (_, [.., line]) = Self::areas(geometry);
        Some(Prompt { label: "", input: &self.input, line })
    }

    fn input_mut(&mut self) -> Option<&mut LineInput> {
        Some(&mut self.input)
    }

    /// What was typed is not lost by a click.
    fn clicked_beside(&mut self) -> Then {
        Then::Stay
    }
}
