//! The help screen, drawn from the keymap: first what everyone needs, then everything.

use super::{Action, Context, Keymap, ListRole, ListRow};
use crate::text::{slice, width, wrap};

/// Columns that the keys take before what they do.
const KEYS: usize = 16;

/// What everyone needs, and how it is said to somebody who has never used such a program.
const FIRST: [(Action, &str); 10] = [
    (Action::Down, "move and scroll; Page keys go further"),
    (Action::Open, "open what is chosen, follow a link"),
    (Action::Search, "search everything in your own words"),
    (Action::NextPane, "to the next pane: themes, text, related"),
    (Action::NextLink, "choose the next link in the text"),
    (Action::Inspect, "what a word or a link means, without leaving"),
    (Action::Back, "back to where you were"),
    (Action::Actions, "everything that can be done, by name"),
    (Action::Close, "close what is on top, one step back"),
    (Action::Quit, "leave the toolkit"),
];

/// Returns the rows of the help screen at a width in columns.
#[must_use]
pub fn help_rows(keymap: &Keymap, columns: usize) -> Vec<ListRow> {
    let mut help = Help { rows: Vec::new(), columns };
    help.heading("To begin with");
    for (action, does) in FIRST {
        if let Some(key) = keymap.key_for(Context::Text, action) {
            help.line(&key, does);
        }
    }
    help.heading("With numbers and the mouse");
    help.line("1 to 9", "open what has this number under Related");
    help.line("wheel", "scroll what is under the mouse");
    help.line("click", "open a link or an item; press a hint of the bottom line");
    for context in Context::ALL {
        help.heading(context.title());
        for binding in keymap.bindings.iter().filter(|binding| binding.context == context) {
            let keys: Vec<String> = binding.keys.iter().map(|key| key.shown()).collect();
            help.line(&keys.join("  "), binding.action.does());
        }
    }
    help.rows
}

struct Help {
    rows: Vec<ListRow>,
    columns: usize,
}

impl Help {
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
