//! The help screen, drawn from the keymap: first what people come for, then every other key once. Typing narrows it.

use super::layer::{Around, Command, HintSpec, Layer, Panel, Prompt, Then};
use crate::app::{Action, Binding, Context, Geometry, Keymap, LineInput, List, ListRole, ListRow};
use crate::text::{fold_text, slice, width, wrap};

/// Columns that the keys take before what they do.
const KEYS: usize = 16;

/// What people come for: the keys of which actions, and how it is said to somebody who has never used such a program.
const FIRST: [(&[Action], &str); 10] = [
    (&[Action::Search], "find: words of your own; on the first screen just type them"),
    (&[Action::Up, Action::Down, Action::PageUp, Action::PageDown], "read: move and scroll; a page further"),
    (&[Action::Open], "open what is chosen, follow a link"),
    (&[Action::Close, Action::Back], "back, one step"),
    (&[Action::Questions], "questions to reflect on, by theme and by words"),
    (&[Action::Bookmark, Action::Bookmarks], "keep: bookmark this passage; your bookmarks"),
    (&[Action::Copy], "copy this passage with its source; once more shows it"),
    (&[Action::Colours], "other colours: light, dark, high contrast, none"),
    (&[Action::Safety], "if someone is at risk now: whom to call"),
    (&[Action::Quit], "leave the toolkit"),
];

/// What makes reading easier on the eyes.
const COMFORT: [(&[Action], &str); 6] = [
    (&[Action::Wider], "wider lines"),
    (&[Action::Narrower], "narrower lines"),
    (&[Action::Spacing], "space between the lines, and none again"),
    (&[Action::TextOnly], "only the text; the panes again"),
    (&[Action::InBrief], "the guide in brief; whole again"),
    (&[Action::DimRest], "only the current passage bright; all of it again"),
];

/// What is not in the keymap.
const MOUSE: [(&str, &str); 5] = [
    ("1 to 9", "open what has this number under Related"),
    ("wheel", "scroll what is under the mouse"),
    ("click", "open a link or an item; choose a passage; press a hint of the bottom line"),
    ("Shift and drag", "select text as everywhere (on a Mac: Option, or Fn)"),
    ("drag", "the border of a pane, to make it wider or narrower"),
];

/// The help screen.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Help {
    /// What is typed.
    input: LineInput,
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
            Action::Open if help_rows(around.keymap, usize::MAX, self.input.text()).is_empty() => {
                Then::CloseAnd(Command::Search(self.input.text().to_owned()))
            }
            Action::Close | Action::Open => Then::Close,
            _ if self.input.act(action) => self.edited(around),
            _ => Then::Stay,
        }
    }

    fn panel(&self, around: &Around<'_>) -> Panel<'_> {
        let area = around.geometry.search_box();
        let list_area = Geometry::padded(area, 2);
        let mut rows = help_rows(around.keymap, usize::from(list_area.width), self.input.text());
        if rows.is_empty() {
            let none = "Nothing here has these words. Enter searches the guides for them.";
            let ranges = wrap(none, usize::from(list_area.width).max(1));
            rows.extend(ranges.into_iter().map(|range| ListRow::text(ListRole::Detail, slice(none, range))));
        }
        Panel { list_area, rows, list: self.list, ..Panel::titled(area, "Help") }
    }

    fn hints(&self, _around: &Around<'_>) -> &'static [HintSpec] {
        &[
            (&[Action::Up, Action::Down], "scroll", 0),
            (&[Action::PageDown], "page", 1),
            (&[Action::Close], "close", 0),
            (&[Action::Quit], "quit", 2),
        ]
    }

    fn list_mut(&mut self) -> Option<&mut List> {
        Some(&mut self.list)
    }

    fn prompt(&self, geometry: &Geometry) -> Option<Prompt<'_>> {
        let line = Geometry::first_line(geometry.search_box());
        Some(Prompt { label: "Look for: ", input: &self.input, line })
    }

    fn input_mut(&mut self) -> Option<&mut LineInput> {
        Some(&mut self.input)
    }

    /// The key that opened it closes it, and that of the search searches: nobody looks for these signs.
    fn edited(&mut self, around: &Around<'_>) -> Then {
        let typed = self.input.text();
        let is_key = |action| around.key(action) == typed;
        if is_key(Action::Help) {
            return Then::Close;
        }
        if is_key(Action::Search) {
            return Then::CloseAnd(Command::Act(Action::Search));
        }
        self.list = List::default();
        Then::Stay
    }
}

/// Returns the rows of the help screen at a width in columns; of what is typed only lines that have all its words.
fn help_rows(keymap: &Keymap, columns: usize, typed: &str) -> Vec<ListRow> {
    let sought = fold_text(typed).split_whitespace().map(str::to_owned).collect();
    let mut help = HelpRows { keymap, rows: Vec::new(), heading: None, columns, sought, shown: Vec::new() };
    help.group("To begin with", &FIRST);
    help.group("To read in comfort", &COMFORT);
    help.heading = Some("With numbers and the mouse");
    for (keys, does) in MOUSE {
        help.line(keys, does);
    }
    for context in Context::ALL {
        help.heading = Some(context.title());
        let of_context = |binding: &&Binding| binding.context == context && !binding.keys.is_empty();
        for binding in keymap.bindings.iter().filter(of_context) {
            let keys: Vec<String> = binding.keys.iter().map(|key| key.shown()).collect();
            let is_new = |key: &String| !help.shown.contains(&(binding.action, key.clone()));
            if keys.iter().any(is_new) {
                help.shown.extend(keys.iter().map(|key| (binding.action, key.clone())));
                help.line(&keys.join("  "), binding.action.does());
            }
        }
    }
    help.rows
}

struct HelpRows<'a> {
    keymap: &'a Keymap,
    rows: Vec<ListRow>,
    /// What stands over the next line.
    heading: Option<&'static str>,
    columns: usize,
    sought: Vec<String>,
    /// The actions and keys that have been shown: each is shown once.
    shown: Vec<(Action, String)>,
}

impl HelpRows<'_> {
    fn group(&mut self, heading: &'static str, lines: &[(&[Action], &str)]) {
        self.heading = Some(heading);
        for (actions, does) in lines {
            let here = |binding: &&Binding| {
                actions.contains(&binding.action)
                    && matches!(binding.context, Context::Everywhere | Context::Text)
            };
            let bindings = self.keymap.bindings.iter().filter(here);
            // Of what moves one key each: the line is long as it is.
            let most = |action: Action| if action.moves() { 1 } else { usize::MAX };
            let keys = bindings.flat_map(|binding| {
                binding.keys.iter().take(most(binding.action)).map(|key| (binding.action, key.shown()))
            });
            self.shown.extend(keys.clone());
            let keys: Vec<String> = keys.map(|(_, key)| key).collect();
            if !keys.is_empty() {
                self.line(&keys.join(" "), does);
            }
        }
    }

    /// Adds keys and what they do, on as many rows as that takes, unless something else is looked for.
    fn line(&mut self, keys: &str, does: &str) {
        let text = fold_text(&format!("{keys} {does} {}", self.heading.unwrap_or_default()));
        if !self.sought.iter().all(|word| text.contains(word)) {
            return;
        }
        if let Some(heading) = self.heading.take() {
            self.rows.extend((!self.rows.is_empty()).then(ListRow::blank));
            self.rows.push(ListRow::text(ListRole::Heading, heading));
        }
        let indent = KEYS.max(width(keys) + 3);
        for (index, range) in wrap(does, self.columns.saturating_sub(indent).max(8)).into_iter().enumerate() {
            let before = if index == 0 { format!("  {keys}") } else { String::new() };
            let pad = " ".repeat(indent.saturating_sub(width(&before)));
            self.rows.push(ListRow::text(ListRole::Note, format!("{before}{pad}{}", slice(does, range))));
        }
    }
}
