//! A line of words for the session: an action, an item, a title, a sentence on what was learnt.
//!
//! Before it is taken it is looked through for what looks like somebody. What was seen is said, and Enter again takes
//! it knowingly.

use ratatui::layout::Rect;

use super::layer::{Around, Command, HintSpec, Layer, Panel, Prompt, Then};
use crate::app::{Action, Geometry, LineInput, ListRole, ListRow, SessionCommand, WordsFor};
use crate::guard::Guard;
use crate::text::{clean_line, slice, wrap};

/// Columns of the box.
const COLUMNS: u16 = 66;

/// Rows of what is said above the line.
const SAID: usize = 4;

/// The box that takes a line of words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// What is typed.
    pub input: LineInput,
    /// What it is for.
    pub on: WordsFor,
    /// The words in which somebody was seen, and what was said of them.
    questioned: Option<(String, String)>,
}

impl Words {
    /// Returns the box; words that are to be changed stand in it.
    #[must_use]
    pub fn new(on: WordsFor) -> Self {
        let input = match &on {
            WordsFor::Item(_, words) | WordsFor::Title(words) => LineInput::with(words.clone()),
            WordsFor::Action | WordsFor::NewItem | WordsFor::Learning => LineInput::default(),
        };
        Self { input, on, questioned: None }
    }

    fn title(&self) -> &'static str {
        match self.on {
            WordsFor::Action => "Agreed",
            WordsFor::NewItem | WordsFor::Item(..) => "To talk about",
            WordsFor::Title(_) => "What to call this session",
            WordsFor::Learning => "What you take from it",
        }
    }

    /// Returns what is asked, or what was seen in what was typed.
    fn says(&self) -> String {
        if let Some((_, seen)) = &self.questioned {
            return format!("{seen} Change it, or press Enter again to keep it as it is.");
        }
        match self.on {
            WordsFor::Action => {
                "What, with me, you or both before it and a day behind it: me: look at the rota by Friday"
                    .to_owned()
            }
            WordsFor::NewItem | WordsFor::Item(..) => {
                "In your own words, with nobody’s name in it:".to_owned()
            }
            WordsFor::Title(_) => "A title, with nobody’s name in it:".to_owned(),
            WordsFor::Learning => "One sentence of your own, or just Enter:".to_owned(),
        }
    }

    /// Returns the box and, in it, the rows for what is said and for what is typed.
    fn areas(geometry: &Geometry) -> (Rect, Vec<Rect>, Rect) {
        let outer = geometry.card(COLUMNS, SAID + 1);
        let inside = Geometry::padded(outer, 0);
        let row = |index: u16| Rect { y: inside.y + index, height: inside.height.min(1), ..inside };
        let last = inside.height.saturating_sub(1);
        ((outer), (0..last).map(row).collect(), row(last))
    }
}

impl Layer for Words {
    fn act(&mut self, action: Action, _around: &Around<'_>) -> Then {
        match action {
            Action::Close => Then::Close,
            Action::Open => {
                let words = clean_line(self.input.text()).trim().to_owned();
                if words.is_empty() && self.on != WordsFor::Learning {
                    return Then::Close;
                }
                let is_known = self.questioned.as_ref().is_some_and(|(asked, _)| *asked == words);
                match Guard::embedded().sentence(&words).filter(|_| !is_known) {
                    Some(seen) => {
                        self.questioned = Some((words, seen));
                        Then::Stay
                    }
                    None => Then::CloseAnd(Command::Session(SessionCommand::Take(self.on.clone(), words))),
                }
            }
            _ => {
                self.input.act(action);
                Then::Stay
            }
        }
    }

    fn panel(&self, around: &Around<'_>) -> Panel<'_> {
        let (area, rows, _) = Self::areas(&around.geometry);
        let says = self.says();
        let role = if self.questioned.is_some() { ListRole::Title } else { ListRole::Detail };
        let columns = usize::from(rows.first().map_or(1, |row| row.width.max(1)));
        let lines = wrap(&says, columns).into_iter().map(|range| ListRow::text(role, slice(&says, range)));
        Panel { notes: rows.into_iter().zip(lines).collect(), ..Panel::titled(area, self.title()) }
    }

    fn hints(&self, _around: &Around<'_>) -> &'static [HintSpec] {
        if self.questioned.is_some() {
            return &[(&[Action::Open], "keep it knowingly", 0), (&[Action::Close], "cancel", 0)];
        }
        &[(&[Action::Open], "take it", 0), (&[Action::Close], "cancel", 0)]
    }

    fn prompt(&self, geometry: &Geometry) -> Option<Prompt<'_>> {
        let (.., line) = Self::areas(geometry);
        Some(Prompt { label: "", input: &self.input, line })
    }

    fn input_mut(&mut self) -> Option<&mut LineInput> {
        Some(&mut self.input)
    }

    fn edited(&mut self, _around: &Around<'_>) -> Then {
        self.questioned = None;
        Then::Stay
    }

    /// What was typed is not lost by a click.
    fn clicked_beside(&mut self) -> Then {
        Then::Stay
    }
}
