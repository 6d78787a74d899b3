//! The help screen, drawn from the keymap: first what everyone needs, then everything.

use super::layer::{Around, Command, HintSpec, Layer, Panel, Then};
use crate::app::{Action, Binding, Context, Geometry, Keymap, List, ListRole, ListRow};
use crate::text::{slice, width, wrap};

/// Columns that the keys take before what they do.
const KEYS: usize = 16;

/// What everyone needs, and how it is said to somebody who has never used such a program.
const FIRST: [(Action, &str); 11] = [
    (Action::Down, "move and scroll; Page keys go further"),
    (Action::Open, "open what is chosen, follow a link"),
    (Action::Search, "search everything in your own words"),
    (Action::Safety, "if someone is at risk now: whom to call"),
    (Action::NextPane, "to the next pane: themes, text, related"),
    (Action::NextLink, "choose the next link in the text"),
    (Action::Inspect, "what a word or a link means, without leaving"),
    (Action::Back, "back to where you were"),
    (Action::Actions, "everything that can be done, by name"),
    (Action::Close, "close what is on top, one step back"),
    (Action::Quit, "leave the toolkit"),
];

/// What makes reading easier on the eyes.
const COMFORT: [(Action, &str); 6] = [
    (Action::Wider, "wider lines"),
    (Action::Narrower, "narrower lines"),
    (Action::Spacing, "space between the lines, and none again"),
    (Action::Colours, "other colours: light, dark, high contrast, none"),
    (Action::TextOnly, "only the text; the panes again"),
    (Action::InBrief, "the guide in brief; whole again"),
];

/// The help screen.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Help {
    /// The scroll.
    list: List,
}

impl Layer for Help {
    fn act(&mut self, action: Action, around: &Around<'_>) -> Then {
        let panel = self.panel(around);
        let (rows, height) = (panel.rows.len(), usize::from(panel.list_area.height));
        // The cursor is the first row on the screen, so that keys go on from what is seen.
        self.list.cursor = self.list.first;
        if self.list.act(action, rows.saturating_sub(height) + 1, height) {
            self.list.first = self.list.cursor;
            return Then::Stay;
        }
        match action {
            Action::Search => Then::CloseAnd(Command::Act(Action::Search)),
            Action::Close | Action::Help | Action::Open => Then::Close,
            _ => Then::Stay,
        }
    }

    fn panel(&self, around: &Around<'_>) -> Panel<'_> {
        let area = around.geometry.overlay;
        let inside = Geometry::inside(area);
        Panel {
            list_area: inside,
            rows: help_rows(around.keymap, usize::from(inside.width)),
            list: self.list,
            ..Panel::titled(area, "Help")
        }
    }

    fn hints(&self, _around: &Around<'_>) -> &'static [HintSpec] {
        &[
            (&[Action::Up, Action::Down], "scroll", 0),
            (&[Action::PageDown], "page", 1),
            (&[Action::Close], "close", 0),
        ]
    }

    fn list_mut(&mut self) -> Option<&mut List> {
        Some(&mut self.list)
    }
}

/// Returns the rows of the help screen at a width in columns.
fn help_rows(keymap: &Keymap, columns: usize) -> Vec<ListRow> {
    let mut help = HelpRows { rows: Vec::new(), columns };
    help.heading("To begin with");
    for (action, does) in FIRST {
        if let Some(key) = keymap.key_for(Context::Text, action) {
            help.line(&key, does);
        }
    }
    help.heading("To read in comfort");
    for (action, does) in COMFORT {
        if let Some(key) = keymap.key_for(Context::Text, action) {
            help.line(&key, does);
        }
    }
    help.heading("With numbers and the mouse");
    help.line("1 to 9", "open what has this number under Related");
    help.line("wheel", "scroll what is under the mouse");
    help.line("click", "open a link or an item; press a hint of the bottom line");
    help.line("drag", "the border of a pane, to make it wider or narrower");
    for context in Context::ALL {
        help.heading(context.title());
        let shown = |binding: &&Binding| binding.context == context && !binding.keys.is_empty();
        for binding in keymap.bindings.iter().filter(shown) {
            let keys: Vec<String> = binding.keys.iter().map(|key| key.shown()).collect();
            help.line(&keys.join("  "), binding.action.does());
        }
    }
    help.rows
}

struct HelpRows {
    rows: Vec<ListRow>,
    columns: usize,
}

impl HelpRows {
    fn heading(&mut self, title: &str) {
        if !self.rows.is_empty() {
            self.rows.push(ListRow::blank());
        }
        self.rows.push(ListRow::text(ListRole::Heading, title));
    }

    /// Adds keys and what they do, on as many rows as that takes.
    fn line(&mut self, keys: &str, does: &str) {
        let indent = KEYS.max(width(keys) + 3);
        for (index, range) in wrap(does, self.columns.saturating_sub(indent).max(8)).into_iter().enumerate() {
            let before = if index == 0 { format!("  {keys}") } else { String::new() };
            let pad = " ".repeat(indent.saturating_sub(width(&before)));
            self.rows.push(ListRow::text(ListRole::Note, format!("{before}{pad}{}", slice(does, range))));
        }
    }
}
