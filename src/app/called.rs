//! Everything that can be done, by what people call it: the key first, then names, then other words for it.
//!
//! Words are matched from their beginnings, never as letters scattered over a phrase: a list of near misses hides the one
//! that is meant.

use super::synonyms::synonyms;
use super::{Action, Context, Keymap};
use crate::text::{distance_within, fold_text};

/// Words that say nothing of what is meant; where there are no others they count.
const IGNORED: [&str; 20] = [
    "a", "an", "the", "to", "of", "in", "on", "for", "my", "me", "i", "it", "this", "can", "do", "how", "is",
    "want", "please", "make",
];

/// A slip is forgiven in words of so many letters.
const SLIP_FROM: usize = 5;

/// All that something is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Called {
    /// Its keys as they are pressed, silent ones too.
    keys: Vec<String>,
    /// The words that it is named by.
    names: Vec<String>,
    /// All words for it, those of what it does first.
    words: Vec<String>,
}

/// How well typed words fit an action; what is less fits better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    /// It is the key.
    Key,
    /// It is a name of the action.
    Name,
    /// It is another word for it.
    Word,
    /// A name of it begins so.
    NamePart,
    /// What it does begins so.
    Beginning,
    /// Words for it begin so.
    Part,
    /// The same, but for a slip.
    Slip,
}

impl Called {
    /// Returns what these actions are called, with their keys.
    pub(super) fn actions(keymap: &Keymap, actions: impl Iterator<Item = Action>) -> Vec<Self> {
        let more = synonyms();
        let folded = |text: &str| -> Vec<String> { words(&fold_text(text)).map(str::to_owned).collect() };
        let of_action = |action: Action| {
            let also =
                more.iter().find(|(other, _)| *other == action).map_or("", |(_, words)| words.as_str());
            let keys = keymap.keys_of(action, &[Context::Everywhere, Context::Text]);
            let names = folded(&format!("{} {}", action.name(), action.hint()));
            let words = folded(&format!("{} {also} {} {}", action.does(), action.name(), action.hint()));
            Self { keys, names, words }
        };
        actions.map(of_action).collect()
    }

    /// Returns what is called by the words of a text.
    pub(super) fn text(text: &str) -> Self {
        let words = words(&fold_text(text)).map(str::to_owned).collect();
        Self { keys: Vec::new(), names: Vec::new(), words }
    }

    /// Returns how well what is typed fits; nothing where it does not.
    pub(super) fn fit(&self, typed: &str) -> Option<Fit> {
        let typed = typed.trim();
        if self.keys.iter().any(|key| key == typed) {
            return Some(Fit::Key);
        }
        let folded = fold_text(typed);
        let mut sought: Vec<&str> = words(&folded).filter(|word| !IGNORED.contains(word)).collect();
        if sought.is_empty() {
            sought = words(&folded).collect();
        }
        let first = sought.first()?;
        let has = |among: &[String]| sought.iter().all(|word| among.iter().any(|other| other == word));
        let begins_name = |word: &&str| self.names.iter().any(|other| other.starts_with(*word));
        let begins = |word: &&str| self.words.iter().any(|other| other.starts_with(*word));
        if has(&self.names) {
            return Some(Fit::Name);
        }
        if has(&self.words) {
            return Some(Fit::Word);
        }
        if sought.iter().all(begins_name) {
            return Some(Fit::NamePart);
        }
        if sought.iter().all(begins) {
            let is_beginning = self.words.first().is_some_and(|other| other.starts_with(*first));
            return Some(if is_beginning { Fit::Beginning } else { Fit::Part });
        }
        let near = |word: &&str| {
            let is_near = |other: &String| distance_within(word, other, 1).is_some();
            begins(word) || (word.chars().count() >= SLIP_FROM && self.words.iter().any(is_near))
        };
        sought.iter().all(near).then_some(Fit::Slip)
    }
}

/// Returns the indices of what fits, best first; all in their order where nothing is typed.
pub(super) fn fitting(all: &[Called], typed: &str) -> Vec<usize> {
    if typed.trim().is_empty() {
        return (0..all.len()).collect();
    }
    let fits = all.iter().enumerate().filter_map(|(index, one)| Some((one.fit(typed)?, index)));
    let mut fits: Vec<(Fit, usize)> = fits.collect();
    fits.sort_unstable();
    fits.into_iter().map(|(_, index)| index).collect()
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the action that is offered first for what is typed.
    fn first(typed: &str) -> Option<Action> {
        let actions: Vec<Action> = Action::all().filter(|action| action.has_name()).collect();
        let all = Called::actions(&Keymap::embedded(), actions.iter().copied());
        fitting(&all, typed).first().map(|index| actions[*index])
    }

    #[test]
    fn a_key_leads_to_what_it_does() {
        for (typed, action) in [
            ("q", Action::Quit),
            ("c", Action::Copy),
            ("b", Action::Bookmark),
            ("B", Action::Bookmarks),
            ("t", Action::Colours),
            ("/", Action::Search),
            ("?", Action::Help),
        ] {
            assert_eq!(first(typed), Some(action), "{typed}");
        }
    }

    #[test]
    fn people_find_what_they_would_call_it() {
        for (typed, action) in [
            ("quit", Action::Quit),
            ("exit", Action::Quit),
            ("print", Action::Copy),
            ("zoom", Action::Wider),
            ("dark", Action::Colours),
            ("dark mode", Action::Colours),
            ("help", Action::Help),
            ("note", Action::Bookmark),
            ("make the font bigger", Action::Spacing),
            ("home", Action::Welcome),
            ("toolkit LEAVE", Action::Quit),
            ("whole search", Action::Search),
            ("bokmark", Action::Bookmark),
            ("emergency", Action::Safety),
            ("reflective questions", Action::Questions),
            ("ques", Action::Questions),
        ] {
            assert_eq!(first(typed), Some(action), "{typed}");
        }
        assert_eq!(first("language"), None);
        assert_eq!(first("xyzzy"), None);
    }

    #[test]
    fn letters_scattered_over_a_phrase_are_no_match() {
        let all = Called::actions(&Keymap::embedded(), Action::all().filter(|action| action.has_name()));
        for typed in ["note", "help", "print", "wle"] {
            assert!(fitting(&all, typed).len() <= 3, "{typed}");
        }
    }
}
