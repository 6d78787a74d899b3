//! A list over the screen to choose one thing from: the contents of a guide, where the reader has been, everything
//! that can be done. Where it takes typing, typing narrows it.

use ratatui::layout::Rect;

use super::layer::{Around, Command, HintSpec, Layer, Panel, Prompt, Then};
use crate::app::called::{Called, fitting};
use crate::app::list::push_wrapped;
use crate::app::{Action, Context, Geometry, Keymap, LineInput, List, ListRole, ListRow};
use crate::text::{cut_at_word, width};

/// Columns of a list that takes no typing, at least.
const COLUMNS: usize = 40;

/// A list to choose from.
#[derive(Debug, Clone, PartialEq)]
pub struct Picker {
    /// What it lists.
    pub kind: PickerKind,
    /// What is typed, where it takes typing.
    pub input: Option<LineInput>,
    /// The chosen entry, counted among those that fit, and the scroll.
    pub list: List,
    entries: Vec<Entry>,
    /// What typing is matched with, an entry each.
    called: Vec<Called>,
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
    /// What a session can begin with.
    Sessions,
    /// All questions, to put them on the plan.
    Questions,
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
            Self::Sessions => "Begin a session with",
            Self::Questions => "Questions for the plan",
        }
    }
}

/// One entry of a picker.
#[derive(Debug, Clone, PartialEq)]
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
    pub command: Command,
}

impl Picker {
    /// Returns a list that takes no typing, with an entry chosen.
    #[must_use]
    pub fn new(kind: PickerKind, entries: Vec<Entry>, chosen: usize) -> Self {
        let fitting = (0..entries.len()).collect();
        Self { kind, input: None, list: List::at(chosen), entries, called: Vec::new(), fitting }
    }

    /// Returns a list that typing narrows by the words of its entries.
    #[must_use]
    pub fn narrowed(kind: PickerKind, entries: Vec<Entry>) -> Self {
        let text = |entry: &Entry| format!("{} {}", entry.words, entry.detail.as_deref().unwrap_or_default());
        let called = entries.iter().map(|entry| Called::text(&text(entry))).collect();
        Self { input: Some(LineInput::default()), called, ..Self::new(kind, entries, 0) }
    }

    /// Takes the same entries as they are now.
    pub(in crate::app) fn renew(&mut self, entries: Vec<Entry>) {
        if entries.len() == self.entries.len() {
            self.entries = entries;
        }
    }

    /// Returns the list of these actions, each with its key, narrowed by typing.
    #[must_use]
    pub fn actions(keymap: &Keymap, can: impl Fn(Action) -> bool) -> Self {
        // What moves stands last: nobody looks for that by name.
        let doable = || Action::all().filter(|action| action.has_name() && can(*action));
        let ordered =
            || doable().filter(|action| !action.moves()).chain(doable().filter(|action| action.moves()));
        let contexts = [Context::Text, Context::List];
        let entry = |action: Action| Entry {
            words: action.does().to_owned(),
            aside: contexts.iter().find_map(|context| keymap.key_for(*context, action)).unwrap_or_default(),
            detail: None,
            role: ListRole::Item,
            command: Command::Act(action),
        };
        let called = Called::actions(keymap, ordered());
        let entries = ordered().map(entry).collect();
        Self { input: Some(LineInput::default()), called, ..Self::new(PickerKind::Actions, entries, 0) }
    }

    /// Returns the box it takes and, in it, where its entries stand: a list that takes typing keeps its size while it is
    /// narrowed, any other is as high as it needs.
    fn areas(&self, geometry: &Geometry) -> (Rect, Rect) {
        if self.input.is_some() {
            let outer = geometry.search_box();
            return (outer, Geometry::padded(outer, 2));
        }
        let widest = self.entries.iter().map(Entry::width).max().unwrap_or(0).max(COLUMNS);
        let columns = geometry.card_columns(u16::try_from(widest).unwrap_or(u16::MAX));
        let rows = self.rows(usize::from(Geometry::padded(geometry.card(columns, 1), 0).width)).len();
        let outer = geometry.card(columns, rows);
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

    /// Keeps the entries that fit what is typed, best first; all in their order when nothing is. Where none fits, what is
    /// typed can be searched for.
    fn narrow(&mut self) {
        let Some(input) = &self.input else { return };
        self.fitting = fitting(&self.called, input.text());
        self.list = List::default();
        if self.fitting.is_empty() {
            self.entries.truncate(self.called.len());
            self.fitting.push(self.entries.len());
            let words = input.text().trim().to_owned();
            self.entries.push(Entry {
                words: format!("search the toolkit for “{words}”"),
                aside: String::new(),
                detail: None,
                role: ListRole::Item,
                command: Command::Search(words),
            });
        }
    }

    /// Returns the rows of the entries that fit, at a width in columns: what it is, and at the right what is aside.
    fn rows(&self, columns: usize) -> Vec<ListRow> {
        let entries = self.fitting.iter().filter_map(|index| self.entries.get(*index));
        entries.enumerate().flat_map(|(item, entry)| entry.rows(item, columns)).collect()
    }
}

impl Picker {
    /// Does what the chosen entry says; stays where nothing fits what is typed.
    fn choose(&self) -> Then {
        let then = if self.kind == PickerKind::Questions { Then::Do } else { Then::CloseAnd };
        self.chosen().map_or(Then::Stay, |entry| then(entry.command.clone()))
    }

    /// What only the list of bookmarks does.
    fn act_on_bookmark(&self, action: Action) -> Option<Then> {
        let chosen = self.chosen().map(|entry| &entry.command);
        Some(match (action, chosen) {
            (Action::Remove, Some(Command::OpenBookmark(id))) => Then::Do(Command::RemoveBookmark(*id)),
            (Action::Edit, Some(Command::OpenBookmark(id))) => Then::Do(Command::EditBookmark(*id)),
            (Action::Undo, _) => Then::Do(Command::RestoreBookmark),
            _ => return None,
        })
    }
}

impl Layer for Picker {
    fn act(&mut self, action: Action, around: &Around<'_>) -> Then {
        let is_typing = self.input.is_some();
        let in_line = is_typing && matches!(action, Action::Top | Action::Bottom);
        if !in_line && self.list.act(action, self.len(), around.geometry.list_height()) {
            return Then::Stay;
        }
        if self.kind == PickerKind::Bookmarks
            && let Some(then) = self.act_on_bookmark(action)
        {
            return then;
        }
        match action {
            Action::Remove if self.kind == PickerKind::History => {
                Then::CloseAnd(Command::Act(Action::ForgetHistory))
            }
            Action::Open => self.choose(),
            Action::Close => Then::Close,
            Action::Right if !is_typing => self.choose(),
            Action::Back | Action::Contents | Action::History | Action::Bookmarks | Action::Left
                if !is_typing =>
            {
                Then::Close
            }
            _ if self.input.as_mut().is_some_and(|input| input.act(action)) => self.edited(around),
            _ => Then::Stay,
        }
    }

    fn panel(&self, around: &Around<'_>) -> Panel<'_> {
        let (area, list_area) = self.areas(&around.geometry);
        let rows = self.rows(usize::from(list_area.width));
        Panel { list_area, rows, list: self.list, ..Panel::titled(area, self.kind.title()) }
    }

    fn hints(&self, _around: &Around<'_>) -> &'static [HintSpec] {
        match self.kind {
            PickerKind::History => &[
                (&[Action::Up, Action::Down], "choose", 2),
                (&[Action::Open], "go there", 0),
                (&[Action::Remove], "forget all of it", 1),
                (&[Action::Close], "close", 0),
            ],
            PickerKind::Contents => &[
                (&[Action::Up, Action::Down], "choose", 1),
                (&[Action::Open], "go there", 0),
                (&[Action::Close], "close", 0),
            ],
            PickerKind::Actions => &[
                (&[Action::Up, Action::Down], "choose", 1),
                (&[Action::Open], "do it", 0),
                (&[Action::Close], "close", 0),
            ],
            PickerKind::Bookmarks => &[
                (&[Action::Up, Action::Down], "choose", 0),
                (&[Action::Open], "go there", 1),
                (&[Action::Edit], "edit", 3),
                (&[Action::Remove], "remove", 2),
                (&[Action::Undo], "put back", 4),
                (&[Action::ForGood], "for good", 5),
                (&[Action::Close], "close", 0),
            ],
            PickerKind::Sessions => &[
                (&[Action::Up, Action::Down], "choose", 1),
                (&[Action::Open], "begin with it", 0),
                (&[Action::Close], "close", 0),
            ],
            PickerKind::Questions => &[
                (&[Action::Up, Action::Down], "choose", 1),
                (&[Action::Open], "add, remove", 1),
                (&[Action::Close], "done", 0),
            ],
            PickerKind::Filters => &[
                (&[Action::Up, Action::Down], "choose", 1),
                (&[Action::Open], "search only there", 0),
                (&[Action::Close], "back", 0),
            ],
        }
    }

    fn list_mut(&mut self) -> Option<&mut List> {
        Some(&mut self.list)
    }

    fn prompt(&self, geometry: &Geometry) -> Option<Prompt<'_>> {
        let input = self.input.as_ref()?;
        Some(Prompt { label: "", input, line: Geometry::first_line(self.areas(geometry).0) })
    }

    fn input_mut(&mut self) -> Option<&mut LineInput> {
        self.input.as_mut()
    }

    fn edited(&mut self, _around: &Around<'_>) -> Then {
        self.narrow();
        Then::Stay
    }
}

impl Entry {
    /// Returns its rows: what it is, whole, and what is aside on the same row where there is room for both, else below.
    fn rows(&self, item: usize, columns: usize) -> Vec<ListRow> {
        let mut rows = Vec::new();
        let below = |text: &str| ListRow::item(item, ListRole::Detail, format!("  {text}")).cut(columns);
        if self.width() <= columns || columns < COLUMNS / 2 && !self.aside.is_empty() {
            rows.push(ListRow::item(item, self.role, self.line(columns)));
        } else {
            let indent = self.words.len() - self.words.trim_start().len();
            let (lead, words) = self.words.split_at_checked(indent).unwrap_or_default();
            push_wrapped(&mut rows, item, self.role, lead, words, columns);
            rows.extend((!self.aside.is_empty()).then(|| below(&self.aside)));
        }
        rows.extend(self.detail.as_deref().map(below));
        rows
    }

    /// Returns the columns that it takes on one row.
    fn width(&self) -> usize {
        let aside = if self.aside.is_empty() { 0 } else { width(&self.aside) + 2 };
        let detail = self.detail.as_ref().map_or(0, |detail| width(detail) + 2);
        (width(&self.words) + aside).max(detail)
    }

    fn line(&self, columns: usize) -> String {
        let room = columns.saturating_sub(width(&self.words) + 1).max(columns / 2);
        let aside = cut_at_word(&self.aside, room);
        let room = columns.saturating_sub(width(&aside) + usize::from(!aside.is_empty()));
        let words = cut_at_word(&self.words, room);
        let pad = " ".repeat(columns.saturating_sub(width(&words) + width(&aside)));
        if aside.is_empty() { words.into_owned() } else { format!("{words}{pad}{aside}") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_a_name_and_can_be_done_is_listed() {
        let all = Action::all().filter(|action| action.has_name()).count();
        let picker = Picker::actions(&Keymap::embedded(), |_| true);
        assert_eq!(picker.len(), all);
        assert!(picker.rows(60).iter().all(|row| width(&row.text) <= 60));
        let without = Picker::actions(&Keymap::embedded(), |action| action != Action::Copy);
        assert_eq!(without.len(), all - 1);
    }

    #[test]
    fn what_nothing_is_called_can_be_searched_for() {
        let mut picker = Picker::actions(&Keymap::embedded(), |_| true);
        for typed in ["bedtime", "bedtimes"] {
            *picker.input.as_mut().unwrap() = LineInput::with(typed.to_owned());
            picker.narrow();
            assert_eq!(picker.len(), 1);
            assert_eq!(picker.chosen().unwrap().command, Command::Search(typed.to_owned()));
        }
    }
}
