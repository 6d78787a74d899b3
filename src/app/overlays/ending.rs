//! The end of a session: what was agreed on one screen, and what becomes of it.

use super::layer::{Around, Command, HintSpec, Layer, Panel, Then};
use crate::app::{Action, List, ListRole, ListRow, SessionCommand, WordsFor};
use crate::text::{slice, wrap};

/// Columns of the box.
const COLUMNS: u16 = 66;

/// The end of a session.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ending {
    /// What is chosen, and the scroll.
    pub list: List,
}

/// What can become of a session: in words, and what is done.
fn endings() -> [(&'static str, SessionCommand); 4] {
    [
        ("Hand out: copy what was agreed as a page", SessionCommand::CopyRecord),
        ("Keep it on this computer, for your own account alone", SessionCommand::KeepRecord),
        ("A line for your own learning record", SessionCommand::Ask(WordsFor::Learning)),
        ("Throw it all away", SessionCommand::ThrowAway),
    ]
}

impl Ending {
    fn rows(around: &Around<'_>, columns: usize) -> Vec<ListRow> {
        let session = &around.at_hand.session;
        let heading = if session.actions.is_empty() { "Nothing was noted as agreed." } else { "Agreed" };
        let mut rows = vec![ListRow::text(ListRole::Heading, heading)];
        for action in &session.actions {
            let text = format!("{} · {} · by {}", action.what, action.who.slug(), action.by);
            for range in wrap(&text, columns.max(1)) {
                rows.push(ListRow::text(ListRole::Passage, slice(&text, range)));
            }
        }
        rows.push(ListRow::blank());
        let kept = if around.at_hand.is_kept() {
            "This session is kept."
        } else {
            "Nothing is kept unless you keep it."
        };
        rows.push(ListRow::text(ListRole::Detail, kept));
        for (item, (words, _)) in endings().into_iter().enumerate() {
            for (index, range) in wrap(words, columns.saturating_sub(2).max(1)).into_iter().enumerate() {
                let lead = if index == 0 { "" } else { "  " };
                rows.push(ListRow::item(item, ListRole::Item, format!("{lead}{}", slice(words, range))));
            }
        }
        rows
    }
}

impl Layer for Ending {
    fn act(&mut self, action: Action, around: &Around<'_>) -> Then {
        if self.list.act(action, endings().len(), around.geometry.list_height()) {
            return Then::Stay;
        }
        let chosen = endings().into_iter().nth(self.list.cursor).map(|(_, command)| command);
        match (action, chosen) {
            (Action::Open, Some(command)) => Then::Do(Command::Session(command)),
            (Action::Copy, _) => Then::Do(Command::Session(SessionCommand::CopyRecord)),
            (Action::Keep, _) => Then::Do(Command::Session(SessionCommand::KeepRecord)),
            (Action::Close | Action::Back | Action::Left, _) => Then::Close,
            _ => Then::Stay,
        }
    }

    fn panel(&self, around: &Around<'_>) -> Panel<'_> {
        let columns = usize::from(around.geometry.card_columns(COLUMNS)).saturating_sub(4);
        let rows = Self::rows(around, columns);
        let area = around.geometry.card(around.geometry.card_columns(COLUMNS), rows.len());
        let list_area = crate::app::Geometry::between_margins(area);
        Panel { list_area, rows, list: self.list, ..Panel::titled(area, "The end of the session") }
    }

    fn hints(&self, _around: &Around<'_>) -> &'static [HintSpec] {
        &[
            (&[Action::Up, Action::Down], "choose", 1),
            (&[Action::Open], "do it", 0),
            (&[Action::Close], "back", 0),
        ]
    }

    fn list_mut(&mut self) -> Option<&mut List> {
        Some(&mut self.list)
    }

    fn clicked_beside(&mut self) -> Then {
        Then::Stay
    }
}
