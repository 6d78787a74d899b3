//! The help screen, drawn from the keymap.

use super::{Context, Keymap, ListRole, ListRow};
use crate::text::width;

/// Columns that the keys take before what they do.
const KEYS: usize = 20;

/// Returns the rows of the help screen.
#[must_use]
pub fn help_rows(keymap: &Keymap) -> Vec<ListRow> {
    let mut rows = Vec::new();
    for context in Context::ALL {
        if !rows.is_empty() {
            rows.push(ListRow::blank());
        }
        rows.push(ListRow::text(ListRole::Heading, context.title()));
        for binding in keymap.bindings.iter().filter(|binding| binding.context == context) {
            let keys: Vec<String> = binding.keys.iter().map(|key| key.shown()).collect();
            let keys = keys.join("  ");
            let pad = " ".repeat(KEYS.saturating_sub(width(&keys)).max(1));
            rows.push(ListRow::text(ListRole::Note, format!("  {keys}{pad}{}", binding.action.does())));
        }
    }
    rows.push(ListRow::blank());
    rows.push(ListRow::text(ListRole::Heading, "With numbers and the mouse"));
    for (keys, does) in [
        ("1 to 9", "open what has this number under Related"),
        ("wheel", "scroll what is under the mouse"),
        ("click", "open a link or an item, or press a hint of the bottom line"),
    ] {
        rows.push(ListRow::text(ListRole::Note, format!("  {keys}{}{does}", " ".repeat(KEYS - width(keys)))));
    }
    rows
}
