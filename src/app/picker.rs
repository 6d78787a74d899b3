//! A list over the screen to choose one thing from: the contents of a guide, where the reader has been, everything
//! that can be done. Where it takes typing, typing narrows it.

use ratatui::layout::Rect;

use super::{Action, Context, Geometry, Keymap, LineInput, List, ListRole, ListRow, Stop};
use crate::guide::{GuideId, TextPos};
use crate::journal::BookmarkId;
use crate::search::Titles;
use crate::text::{truncate, width};

/// Columns of a list that takes no typing.
const COLUMNS: u16 = 66;

/// A list to choose from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picker {
    /// What it lists.
    pub kind: PickerKind,
    /// What is typed, where it takes typing.
    pub input: Option<LineInput>,
    /// The chosen entry, counted among those that fit, and the scroll.
    pub list: List,
    /// What was typed in the search that it was opened from, to go back to.
    pub back: Option<String>,
    /// What is said when nothing fits.
    pub none: &'static str,
    entries: Vec<Entry>,
    /// The words that typing is matched with, an entry each.
    names: Titles,
    /// The entries that fit what is typed, best first.
    fitting: Vec<usize>,
}

/// What a picker lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PickerKind {
    /// The headings of what is open.
    Contents,
    /// Where the reader has been.
    History,
    /// Everything that can be done.
    Actions,
    /// The bookmarks.
    Bookmarks,
    /// What a search can be narrowed to.
    Filters,
}

impl PickerKind {
    /// Returns what stands over it.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Contents => "Contents",
            Self::History => "Where you have been",
            Self::Actions => "What would you like to do?",
            Self::Bookmarks => "Your bookmarks",
            Self::Filters => "Search only in",
        }
    }
}

/// One entry of a picker.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What it is.
    pub words: String,
    /// What stands at the right: a key, a time.
    pub aside: String,
    /// What stands below it.
    pub detail: Option<String>,
    /// How it is drawn.
    pub role: ListRole,
    /// What choosing it does.
    pub choice: Choice,
}

/// What choosing an entry does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choice {
    /// Goes to a place in what is open.
    Go(TextPos),
    /// Goes back to where the reader was.
    Return(Box<Stop>),
    /// Opens a guide.
    Guide(GuideId),
    /// Opens the passage of a bookmark.
    Bookmark(BookmarkId),
    /// Searches for this.
    Search(String),
    /// Does what an action does.
    Act(Action),
}

impl Picker {
    /// Returns a list that takes no typing, with an entry chosen.
    #[must_use]
    pub fn new(kind: PickerKind, entries: Vec<Entry>, chosen: usize) -> Self {
        let fitting = (0..entries.len()).collect();
        Self {
            kind,
            input: None,
            list: List::at(chosen),
            back: None,
            none: "",
            entries,
            names: Titles::default(),
            fitting,
        }
    }

    /// Returns it with what was typed in the search that it is opened from.
    #[must_use]
    pub fn back_to(self, typed: String) -> Self {
        Self { back: Some(typed), ..self }
    }

    /// Returns the list of everything that can be done, each with its key, narrowed by typing.
    #[must_use]
    pub fn actions(keymap: &Keymap) -> Self {
        // What moves stands last: nobody looks for that by name.
        let doable = || {
            let all = || Action::all().filter(|action| !action.is_typing());
            all().filter(|action| !action.moves()).chain(all().filter(|action| action.moves()))
        };
        let contexts = [Context::Text, Context::List];
        let entry = |action: Action| Entry {
            words: action.does().to_owned(),
            aside: contexts.iter().find_map(|at| keymap.key_for(*at, action)).unwrap_or_default(),
            detail: None,
            role: ListRole::Item,
            choice: Choice::Act(action),
        };
        let names: Vec<String> = doable()
            .map(|action| [action.does(), action.hint(), action.name(), action.also_called()].join(" "))
            .collect();
        Self {
            input: Some(LineInput::default()),
            names: Titles::new(names.iter().map(String::as_str)),
            none: "Nothing is called that. Try another word for it.",
            ..Self::new(PickerKind::Actions, doable().map(entry).collect(), 0)
        }
    }

    /// Returns the box it takes and, in it, where its entries stand: a list that takes typing keeps its size while it is
    /// narrowed, any other is as high as it needs.
    #[must_use]
    pub fn areas(&self, geometry: &Geometry) -> (Rect, Rect) {
        let rows = self.entries.iter().map(Entry::height).sum::<usize>();
        let rows = u16::try_from(rows).unwrap_or(u16::MAX);
        if self.input.is_some() {
            return (geometry.overlay, Geometry::padded(geometry.overlay, 2));
        }
        let outer = geometry.card(COLUMNS, rows);
        (outer, Geometry::padded(outer, 0))
    }

    /// Returns the chosen entry.
    #[must_use]
    pub fn chosen(&self) -> Option<&Entry> {
        self.entries.get(*self.fitting.get(self.list.cursor)?)
    }

    /// Returns how many entries fit what is typed.
    #[must_use]
    pub fn len(&self) -> usize {
        self.fitting.len()
    }

    /// Whether no entry fits what is typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.fitting.is_empty()
    }

    /// Keeps the entries that fit what is typed, best first; all in their order when nothing is.
    pub fn narrow(&mut self) {
        let Some(input) = &self.input else { return };
        self.fitting = self.names.find(input.text()).into_iter().map(|found| found.index).collect();
        self.list = List::default();
    }

    /// Returns the rows of the entries that fit, at a width in columns: what it is, and at the right what is aside.
    #[must_use]
    pub fn rows(&self, columns: usize) -> Vec<ListRow> {
        let entries = self.fitting.iter().filter_map(|index| self.entries.get(*index));
        entries.enumerate().flat_map(|(item, entry)| entry.rows(item, columns)).collect()
    }
}

impl Entry {
    fn rows(&self, item: usize, columns: usize) -> impl Iterator<Item = ListRow> {
        let detail = self.detail.as_ref().map(|detail| format!("  {detail}"));
        let detail = detail.map(|detail| ListRow::item(item, ListRole::Detail, detail));
        std::iter::once(ListRow::item(item, self.role, self.line(columns))).chain(detail)
    }

    /// Returns the rows it takes.
    fn height(&self) -> usize {
        1 + usize::from(self.detail.is_some())
    }

    fn line(&self, columns: usize) -> String {
        let aside = truncate(&self.aside, columns / 2);
        let room = columns.saturating_sub(width(&aside) + usize::from(!aside.is_empty()));
        let words = truncate(&self.words, room);
        let pad = " ".repeat(columns.saturating_sub(width(&words) + width(&aside)));
        if aside.is_empty() { words.into_owned() } else { format!("{words}{pad}{aside}") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(typed: &str) -> Option<Action> {
        let mut picker = Picker::actions(&Keymap::embedded());
        picker.input.as_mut().unwrap().insert(typed);
        picker.narrow();
        picker.chosen().map(|entry| match entry.choice {
            Choice::Act(action) => action,
            _ => panic!("actions only"),
        })
    }

    #[test]
    fn capitals_and_order_are_forgiven() {
        assert_eq!(first("toolkit LEAVE"), Some(Action::Quit));
        assert_eq!(first("whole search"), Some(Action::Search));
        assert_eq!(first("xyzzy"), None);
    }

    #[test]
    fn every_action_but_typing_is_listed() {
        let picker = Picker::actions(&Keymap::embedded());
        assert_eq!(picker.len(), Action::all().filter(|action| !action.is_typing()).count());
        assert!(picker.rows(60).iter().all(|row| width(&row.text) <= 60));
    }
}
