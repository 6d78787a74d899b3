//! The text that was copied, to be selected by hand: that works in every terminal.

use ratatui::layout::Rect;

use super::layer::{Around, Command, Frame, HintSpec, Layer, Panel, Then};
use crate::app::{Action, List, ListRole, ListRow, MouseCapture};
use crate::text::{slice, wrap};

/// The text that was copied, shown to be selected by hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CopiedText {
    /// The text.
    pub text: String,
    /// The scroll.
    pub list: List,
    /// Who had the mouse before.
    pub(in crate::app) mouse: MouseCapture,
}

impl CopiedText {
    /// Returns its rows at a width in columns.
    fn rows(&self, columns: usize) -> Vec<ListRow> {
        let lines = self.text.lines();
        let rows =
            lines.flat_map(|line| wrap(line, columns.max(1)).into_iter().map(move |range| (line, range)));
        rows.map(|(line, range)| ListRow::text(ListRole::Note, slice(line, range))).collect()
    }
}

impl Layer for CopiedText {
    fn act(&mut self, action: Action, around: &Around<'_>) -> Then {
        match action {
            Action::Close | Action::Back | Action::Open | Action::Copy => {
                Then::CloseAnd(Command::Mouse(self.mouse))
            }
            _ => {
                self.list.scroll(action, usize::from(around.geometry.body.height));
                Then::Stay
            }
        }
    }

    /// It reaches from edge to edge, so that nothing else gets into the selection.
    fn panel(&self, around: &Around<'_>) -> Panel<'_> {
        let body = around.geometry.body;
        let heading = " Select this text with the mouse, as your terminal does it";
        Panel {
            notes: vec![(Rect { height: 1, ..body }, ListRow::text(ListRole::Heading, heading))],
            list_area: Rect { y: body.y + 1, height: body.height - 1, ..body },
            rows: self.rows(usize::from(body.width)),
            list: self.list,
            ..Panel::new(body, Frame::None)
        }
    }

    fn hints(&self, _around: &Around<'_>) -> &'static [HintSpec] {
        &[(&[Action::Up, Action::Down], "scroll", 1), (&[Action::Close], "close", 0)]
    }

    fn list_mut(&mut self) -> Option<&mut List> {
        Some(&mut self.list)
    }
}
