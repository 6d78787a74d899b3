//! All questions to reflect on: by theme and guide, narrowed by words as one types and by theme with one key.
//!
//! In the field letters narrow; in the list below it they command, so that a question can be copied or bookmarked where
//! it stands.

use ratatui::layout::Rect;

use super::layer::{Around, Command, HintSpec, Layer, Panel, Prompt, Then};
use crate::app::passage::{citation, words};
use crate::app::{
    Action, Copied, Document, Geometry, LineInput, List, ListRole, ListRow, Spot, TEXT_AT_MOST,
};
use crate::guide::{GuideId, Library, Question, TextPos, ThemeId};
use crate::text::{fold_text, slice, wrap};

/// What stands before what is typed.
const LABEL: &str = "Words: ";

/// All questions of a library.
#[derive(Debug, Clone, PartialEq)]
pub struct Questions {
    /// What is typed.
    pub input: LineInput,
    /// Whether the keys are in the field or among the questions.
    pub at: Spot,
    /// The chosen question, counted among those that fit, and the scroll.
    pub list: List,
    /// The theme that they are narrowed to.
    pub theme: Option<ThemeId>,
    all: Vec<Entry>,
    /// Those that fit, in order.
    fitting: Vec<usize>,
}

/// A question and what it is found by.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Entry {
    question: Question,
    /// Its words and those of the titles over it, folded, a blank before each.
    sought: String,
}

impl Questions {
    /// Returns the questions of a library, all of them listed; each stands under the first theme of its guide.
    #[must_use]
    pub fn of(library: &Library) -> Self {
        let mut all = Vec::new();
        for theme in library.theme_ids() {
            let guides = library.theme(theme).guides.iter().copied();
            for id in guides.filter(|id| library.guide(*id).themes.first() == Some(&theme)) {
                let guide = library.guide(id);
                let titles: Vec<&str> =
                    guide.themes.iter().map(|theme| library.theme(*theme).title.as_str()).collect();
                all.extend(library.questions_of(id).map(|question| {
                    let text = question.text(library);
                    let sought = fold_text(&format!(" {text} {} {}", guide.title, titles.join(" ")));
                    Entry { question, sought: sought.replace(|c: char| !c.is_alphanumeric(), " ") }
                }));
            }
        }
        let fitting = (0..all.len()).collect();
        let input = LineInput::default();
        Self { input, at: Spot::Field, list: List::default(), theme: None, all, fitting }
    }

    /// Returns the questions that fit, in order.
    fn fitting(&self) -> impl Iterator<Item = Question> {
        self.fitting.iter().filter_map(|index| Some(self.all.get(*index)?.question))
    }

    /// Returns the chosen question: its guide, and where it stands there.
    #[must_use]
    pub fn chosen(&self) -> Option<(GuideId, TextPos)> {
        self.fitting().nth(self.list.cursor).map(|question| (question.guide, question.pos()))
    }

    /// Returns how many fit what is typed.
    #[must_use]
    pub fn len(&self) -> usize {
        self.fitting.len()
    }

    /// Whether none fits what is typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.fitting.is_empty()
    }

    /// Keeps those that have every typed word, or words that begin with it.
    fn narrow(&mut self, library: &Library) {
        let typed = fold_text(self.input.text());
        let sought: Vec<String> = typed
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(|word| format!(" {word}"))
            .collect();
        let fits = |entry: &Entry| {
            self.theme.is_none_or(|theme| library.guide(entry.question.guide).themes.contains(&theme))
                && sought.iter().all(|word| entry.sought.contains(word))
        };
        self.fitting = (0..self.all.len()).filter(|index| fits(&self.all[*index])).collect();
        self.list = List::default();
    }

    /// Narrows to the next theme that has questions; behind the last one, to none.
    fn next_theme(&mut self, library: &Library) {
        let themes = self.all.iter().flat_map(|entry| &library.guide(entry.question.guide).themes);
        let mut themes: Vec<ThemeId> = themes.copied().collect();
        themes.sort_unstable();
        themes.dedup();
        let next =
            self.theme.and_then(|now| themes.iter().position(|theme| *theme == now)).map_or(0, |at| at + 1);
        self.theme = themes.get(next).copied();
        self.narrow(library);
    }

    /// Returns the box, the line that takes typing, that below it, and where the list stands.
    fn areas(geometry: &Geometry) -> (Rect, Rect, Rect, Rect) {
        let outer = geometry.search_box();
        let line = Geometry::first_line(outer);
        let list = Geometry::padded(outer, 2);
        // Longer lines are hard to follow back.
        let list = Rect { width: list.width.min(TEXT_AT_MOST + 4), ..list };
        (outer, line, Rect { y: line.y + 1, height: list.height.min(1), ..list }, list)
    }

    fn rows(&self, library: &Library, columns: usize) -> Vec<ListRow> {
        let mut rows = Vec::new();
        let mut above = None;
        for (item, question) in self.fitting().enumerate() {
            let (theme, guide) = above.unzip();
            let first = || library.guide(question.guide).themes.first().copied();
            let of = self.theme.or_else(first).unwrap_or(ThemeId(0));
            if theme != Some(of) {
                rows.extend((!rows.is_empty()).then(ListRow::blank));
                rows.push(ListRow::text(ListRole::Heading, &library.theme(of).title));
            }
            if guide != Some(question.guide) {
                rows.push(ListRow::text(ListRole::Detail, &library.guide(question.guide).title));
            }
            above = Some((of, question.guide));
            let text = question.text(library);
            for range in wrap(text, columns.saturating_sub(2).max(1)) {
                rows.push(ListRow::item(item, ListRole::Item, format!("  {}", slice(text, range))));
            }
        }
        rows
    }

    /// Moves among the questions; above the first one stands the field. Returns whether the action moves.
    fn move_cursor(&mut self, action: Action, height: usize) -> bool {
        match (self.at, action) {
            (Spot::Field, Action::Down | Action::PageDown) => self.at = Spot::List,
            (Spot::Field, _) => return false,
            (Spot::List, Action::Up) if self.list.cursor == 0 => self.at = Spot::Field,
            (Spot::List, _) => return self.list.act(action, self.len(), height / 3),
        }
        true
    }

    fn copy(&self, library: &Library) -> Then {
        let Some((guide, pos)) = self.chosen() else { return Then::Stay };
        let block = pos.block as usize;
        let passage = library.guide(guide).blocks.get(block..=block).unwrap_or_default();
        let source = citation(library, Document::Guide(guide), block);
        Then::Do(Command::Copy(Copied::cited(words(passage), &source)))
    }

    fn with_chosen(&self, command: impl FnOnce(GuideId, TextPos) -> Command) -> Then {
        self.chosen().map_or(Then::Stay, |(guide, pos)| Then::Do(command(guide, pos)))
    }
}

impl Layer for Questions {
    fn act(&mut self, action: Action, around: &Around<'_>) -> Then {
        if self.move_cursor(action, around.geometry.list_height()) {
            return Then::Stay;
        }
        match action {
            Action::Open => return self.with_chosen(Command::OpenQuestion),
            Action::Close => return Then::Close,
            Action::Filter | Action::NextPane => self.next_theme(around.library),
            Action::Copy => return self.copy(around.library),
            Action::Bookmark => return self.with_chosen(Command::BookmarkAt),
            Action::Search if self.at == Spot::List => self.at = Spot::Field,
            Action::Back | Action::Left | Action::Questions if self.at == Spot::List => return Then::Close,
            Action::Right if self.at == Spot::List => return self.with_chosen(Command::OpenQuestion),
            _ if self.at == Spot::Field && self.input.act(action) => self.narrow(around.library),
            _ => {}
        }
        Then::Stay
    }

    fn panel(&self, around: &Around<'_>) -> Panel<'_> {
        let (area, line, below, list_area) = Self::areas(&around.geometry);
        let library = around.library;
        let of = self.theme.map_or("all themes", |theme| library.theme(theme).title.as_str());
        let remark = match self.len() {
            0 => format!("No question has these words · {of}"),
            all => format!("{all} · {of}"),
        };
        let mut notes = vec![(below, ListRow::text(ListRole::Detail, remark))];
        let mut list = self.list;
        match self.at {
            // Behind the last one, nothing is chosen.
            Spot::Field => list.cursor = self.len(),
            Spot::List => {
                let typed = format!("{LABEL}{}", self.input.text());
                notes.push((line, ListRow::text(ListRole::Detail, typed)));
            }
        }
        let rows = self.rows(library, usize::from(list_area.width));
        Panel { notes, list_area, rows, list, ..Panel::titled(area, "Questions to reflect on") }
    }

    fn hints(&self, _around: &Around<'_>) -> &'static [HintSpec] {
        match self.at {
            Spot::Field => &[
                (&[Action::Up, Action::Down], "choose", 0),
                (&[Action::Filter], "by theme", 2),
                (&[Action::Close], "close", 0),
            ],
            Spot::List => &[
                (&[Action::Up, Action::Down], "choose", 0),
                (&[Action::Open], "open", 1),
                (&[Action::Copy], "copy", 2),
                (&[Action::Bookmark], "bookmark", 3),
                (&[Action::NextPane], "by theme", 4),
                (&[Action::Search], "words", 5),
                (&[Action::Close], "close", 0),
            ],
        }
    }

    fn list_mut(&mut self) -> Option<&mut List> {
        Some(&mut self.list)
    }

    fn prompt(&self, geometry: &Geometry) -> Option<Prompt<'_>> {
        let (_, line, ..) = Self::areas(geometry);
        (self.at == Spot::Field).then_some(Prompt { label: LABEL, input: &self.input, line })
    }

    fn input_mut(&mut self) -> Option<&mut LineInput> {
        (self.at == Spot::Field).then_some(&mut self.input)
    }

    fn edited(&mut self, around: &Around<'_>) -> Then {
        self.narrow(around.library);
        Then::Stay
    }
}
