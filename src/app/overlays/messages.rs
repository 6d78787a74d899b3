//! What was said on the bottom line, whole and once more: the latest first.

use super::layer::{Around, CARD_COLUMNS, HintSpec, Layer, Panel, Then};
use crate::app::{Action, List, ListRole, ListRow};
use crate::text::{slice, wrap};

/// What was said on the bottom line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Messages {
    /// The messages, the latest first.
    pub said: Vec<String>,
    /// The scroll.
    pub list: List,
}

impl Messages {
    /// Returns a card with these messages; the latest is the last of them.
    pub(in crate::app) fn new(said: &[String]) -> Self {
        Self { said: said.iter().rev().cloned().collect(), list: List::default() }
    }

    /// Returns its rows at a width in columns.
    fn rows(&self, columns: usize) -> Vec<ListRow> {
        let mut rows = Vec::new();
        for message in &self.said {
            let ranges = wrap(message, columns.max(1));
            rows.extend(ranges.into_iter().map(|range| ListRow::text(ListRole::Note, slice(message, range))));
            rows.push(ListRow::blank());
        }
        rows.pop();
        rows
    }
}

impl Layer for Messages {
    fn act(&mut self, action: Action, around: &Around<'_>) -> Then {
        match action {
            Action::Close | Action::Back | Action::Open | Action::Messages => Then::Close,
            _ => {
                self.list.scroll(action, usize::from(around.geometry.body.height));
                Then::Stay
            }
        }
    }

    fn panel(&self, around: &Around<'_>) -> Panel<'_> {
        let columns = usize::from(around.geometry.card_columns(CARD_COLUMNS));
        Panel::card("Messages", self.rows(columns), self.list, &around.geometry)
    }

    fn hints(&self, _around: &Around<'_>) -> &'static [HintSpec] {
        &[(&[Action::Up, Action::Down], "scroll", 1), (&[Action::Close], "close", 0)]
    }

    fn list_mut(&mut self) -> Option<&mut List> {
        Some(&mut self.list)
    }
}
