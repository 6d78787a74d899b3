//! From the file to preferences: all that is good, and everything that is wrong.

use toml_edit::{Document, Item};

use super::keys::{Keys, Owner};
use super::problems::{Problems, one_of, syntax};
use super::{Bright, PaletteName, Preference, Preferences, TourOffer};
use crate::app::{Keymap, MouseCapture, PANE_AT_LEAST, Panes, TEXT_AT_LEAST, TEXT_AT_MOST};
use crate::page::Spacing;
use crate::text::{Problem, nearest};

/// The names of everything that can stand at the top of the file.
const NAMES: [&str; 10] = [
    "palette",
    "width",
    "spacing",
    "panes",
    "themes-pane",
    "related-pane",
    "bright",
    "mouse",
    "tour",
    "keys",
];

/// A pane wider than this is meant for no screen.
const PANE_AT_MOST: u16 = 500;

/// What was found in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PreferencesFile {
    /// The preferences: those of the file that are good, and what holds without it.
    pub preferences: Preferences,
    /// The keys: those of the file over those that the program brings.
    pub keymap: Keymap,
    /// Everything that is wrong, from top to bottom.
    pub problems: Vec<Problem>,
}

impl Default for PreferencesFile {
    fn default() -> Self {
        Self { preferences: Preferences::default(), keymap: Keymap::embedded(), problems: Vec::new() }
    }
}

impl PreferencesFile {
    /// Reads the text of the file.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let mut found = Self::default();
        let document = match Document::parse(text) {
            Ok(document) => document,
            Err(error) => {
                found.problems.push(syntax(text, &error));
                return found;
            }
        };
        let mut problems = Problems::new(text);
        let mut keys = Keys::new(Owner::Reader);
        for (name, item) in document.iter() {
            if name == "keys" {
                keys.read(item, &mut problems);
                continue;
            }
            match preference(name, item) {
                Some(Ok(preference)) => found.preferences.set(preference),
                Some(Err(message)) => problems.add(item.span(), message, ""),
                None => problems.unknown(document.key(name), name, "nothing here", &NAMES),
            }
        }
        found.keymap.lay_over(keys.bindings);
        found.problems = problems.in_order();
        found
    }

    /// Returns what was found where there is a file that cannot be read: why, as a sentence.
    #[must_use]
    pub fn unreadable(why: String) -> Self {
        let problem = Problem { at: None, message: why, help: String::new() };
        Self { problems: vec![problem], ..Self::default() }
    }

    /// Returns what the bottom line says of the problems, if there are any: the first, and how many more there are.
    #[must_use]
    pub fn notice(&self) -> Option<String> {
        let (first, rest) = self.problems.split_first()?;
        let place = first.at.map_or_else(String::new, |at| format!("line {} of ", at.line));
        let more = match rest.len() {
            0 => String::new(),
            more => format!(" {more} more: toolkit paths"),
        };
        let what = Problem { at: None, ..first.clone() }.to_string();
        let end = if what.ends_with(['?', '.']) { "" } else { "." };
        Some(format!("Not taken: {what}{end}{more} ({place}preferences.toml)"))
    }
}

/// Returns the preference that a line is, or what is wrong with its value; none for a name that there is not.
fn preference(name: &str, item: &Item) -> Option<Result<Preference, String>> {
    Some(match name {
        "palette" => {
            choice(item, PaletteName::ALL.map(|palette| (palette.name(), palette))).map(Preference::Palette)
        }
        "width" => columns(item, TEXT_AT_LEAST, TEXT_AT_MOST).map(Preference::Width),
        "spacing" => {
            choice(item, Spacing::ALL.map(|spacing| (spacing.name(), spacing))).map(Preference::Spacing)
        }
        "panes" => choice(item, Panes::ALL.map(|panes| (panes.name(), panes))).map(Preference::Panes),
        "themes-pane" => columns(item, PANE_AT_LEAST, PANE_AT_MOST).map(Preference::ThemesPane),
        "related-pane" => columns(item, PANE_AT_LEAST, PANE_AT_MOST).map(Preference::RelatedPane),
        "bright" => choice(item, Bright::ALL.map(|bright| (bright.name(), bright))).map(Preference::Bright),
        "mouse" => {
            choice(item, [("on", MouseCapture::On), ("off", MouseCapture::Off)]).map(Preference::Mouse)
        }
        "tour" => choice(item, TourOffer::ALL.map(|tour| (tour.name(), tour))).map(Preference::Tour),
        _ => return None,
    })
    .map(|read| read.map_err(|message| format!("{name}: {message}")))
}

fn choice<T: Copy, const N: usize>(item: &Item, all: [(&str, T); N]) -> Result<T, String> {
    let names = all.map(|(name, _)| name);
    let Some(text) = item.as_str() else {
        return Err(format!("a word in quotes stands here; {}", one_of(&names)));
    };
    let found = all.into_iter().find(|(name, _)| *name == text).map(|(_, value)| value);
    found.ok_or_else(|| {
        let near = nearest(text, names);
        let near = near.map_or_else(String::new, |near| format!("; did you mean {near}?"));
        format!("“{text}” is none of them: {}{near}", names.join(", "))
    })
}

fn columns(item: &Item, least: u16, most: u16) -> Result<u16, String> {
    let columns = item.as_integer().and_then(|columns| u16::try_from(columns).ok());
    let good = columns.filter(|columns| (least..=most).contains(columns));
    good.ok_or_else(|| format!("a number of columns from {least} to {most} stands here"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{Action, Context};

    fn problems(text: &str) -> Vec<String> {
        PreferencesFile::read(text).problems.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn what_is_good_is_taken_and_everything_wrong_is_said_with_its_place() {
        let text = "palette = \"drak\"\nwidht = 60\nspacing = \"double\"\nwidth = 300\nmouse = 1\n\
                    themes-pane = 30\n[keys]\ntxt = {}\n";
        let found = PreferencesFile::read(text);
        assert_eq!(found.preferences.spacing, Spacing::Double);
        assert_eq!(found.preferences.arrangement.themes, Some(30));
        assert_eq!(
            problems(text),
            [
                "line 1, column 11: palette: “drak” is none of them: auto, light, dark, high-contrast, monochrome, \
                 terminal; did you mean dark?",
                "line 2, column 1: nothing here is called “widht”; did you mean width?",
                "line 4, column 9: width: a number of columns from 45 to 80 stands here",
                "line 5, column 9: mouse: a word in quotes stands here; there are on, off",
                "line 8, column 1: no section of the keys is called “txt”; did you mean text?",
            ]
        );
        assert_eq!(
            found.notice().unwrap(),
            "Not taken: palette: “drak” is none of them: auto, light, dark, high-contrast, monochrome, terminal; did you \
             mean dark? 4 more: toolkit paths (line 1 of preferences.toml)"
        );
    }

    #[test]
    fn a_file_that_is_no_toml_changes_nothing() {
        let found = PreferencesFile::read("width = 60\npalette = \n");
        assert_eq!((found.preferences, found.problems.len()), (Preferences::default(), 1));
        assert_eq!(found.problems[0].at.unwrap().line, 2);
        assert_eq!(PreferencesFile::read("").problems, []);
    }

    #[test]
    fn nothing_in_the_file_reaches_the_terminal_as_it_is() {
        for text in
            ["palette = \"\\u001b[2J\"", "\"\\u001b]0;x\\u0007\" = 1", "[keys.text]\nopen = [\"\\u001b\"]"]
        {
            for problem in problems(text) {
                assert_eq!(crate::text::clean(&problem), problem);
            }
        }
    }

    #[test]
    fn own_keys_lie_over_those_of_the_program() {
        let found = PreferencesFile::read(
            "[keys.everywhere]\nsearch = { keys = [\"s\"], silent = [\"Ctrl-K\"] }\nclose = []\n\
             [keys.text]\nnext-link = \"Ctrl-N\"\nin-brief = \"none\"\n",
        );
        assert_eq!(found.problems, []);
        let does = |context, key: &str| found.keymap.lookup(context, key.parse().unwrap());
        assert_eq!(does(Context::Text, "s"), Some(Action::Search));
        assert_eq!(does(Context::Text, "/"), None);
        assert_eq!(does(Context::List, "Ctrl-K"), Some(Action::Search));
        assert_eq!(does(Context::Text, "Esc"), None);
        assert_eq!(does(Context::Text, "]"), None);
        assert_eq!(does(Context::Text, "Ctrl-N"), Some(Action::NextLink));
        assert_eq!(does(Context::Text, "v"), None);
        assert_eq!(does(Context::Text, "Down"), Some(Action::Down));
        assert_eq!(found.keymap.key_for(Context::Text, Action::Search), Some("s".to_owned()));
        assert_eq!(found.keymap.key_for(Context::Text, Action::Spacing), None);
    }

    #[test]
    fn all_bad_keys_are_said_at_once() {
        let text = "[keys.text]\nnxt-link = [\"x\"]\nopen = [\"Entr\", \"Ctrl-M\"]\nfind = [\"y\"]\ninspect = [\"y\"]\n\
                    back = { keys = \"x\", loud = [] }\ntop = 3\nbottom = [\"Ctrl-C\"]\n[keys.typing]\nup = [\"u\"]\n";
        assert_eq!(
            problems(text),
            [
                "line 2, column 1: no action is called “nxt-link”; did you mean next-link?",
                "line 3, column 9: “Entr” is no key; write one character, or a name such as Enter, PageDown, Ctrl-K or \
                 Alt-Left",
                "line 3, column 17: Ctrl-M cannot be told from Enter: no terminal says which it was",
                "line 5, column 12: y already does find here",
                "line 6, column 22: no part of a line is called “loud”; there are keys, silent",
                "line 7, column 7: keys stand here as { keys = [\"x\"] }, and [] takes all keys away",
                "line 8, column 11: Ctrl-C always leaves the toolkit, so that there is a way out",
                "line 10, column 7: u types a letter here",
            ]
        );
    }
}
