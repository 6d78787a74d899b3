//! The words of a query as the phrases know them, and what a misspelt one may have been meant to be.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::spelling::Spellings;
use crate::text::fold_text;

/// How many words are looked at together: as many as a number has bits.
pub(super) const WORDS_AT_ONCE: usize = 64;

/// A word that was typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Word {
    pub(super) text: String,
    /// What it may have been meant to be, if it is no word that is known.
    pub(super) guesses: Vec<String>,
}

/// The words that are known.
#[derive(Debug, Clone, Default)]
pub(super) struct Vocabulary {
    /// For each word, the items of phrases that it is one of.
    pub(super) items_of: HashMap<String, Vec<u16>>,
    /// For words that are another one, that one; of two words that are one with `_` between them.
    pub(super) same: HashMap<String, String>,
    pub(super) fillers: HashSet<String>,
    /// Words that are never taken for a misspelt one.
    pub(super) ordinary: HashSet<String>,
    /// The words that others are compared with.
    pub(super) spellings: Spellings,
}

impl Vocabulary {
    /// Takes all words that are known so far as what a misspelt one may have been meant to be.
    pub(super) fn compare(&mut self) {
        let parts = self.same.keys().filter(|word| !word.contains('\'')).flat_map(|word| word.split('_'));
        let words: BTreeSet<&str> = self.items_of.keys().map(String::as_str).chain(parts).collect();
        for word in words {
            self.spellings.add(word);
        }
    }

    /// Returns the words of a query without those that are passed over: small letters, no accents, no apostrophes.
    pub(super) fn words(&self, query: &str) -> Vec<Word> {
        let folded = fold_text(query).replace('`', "'");
        let mut words: Vec<Word> = Vec::new();
        for typed in folded.split(|c: char| !c.is_alphanumeric() && c != '\'') {
            let Some(word) = self.word(typed) else { continue };
            match words.last().and_then(|last| self.joined(last, &word)) {
                Some(one) => {
                    words.pop();
                    words.push(one);
                }
                None => words.push(word),
            }
        }
        words.retain(|word| !self.fillers.contains(&word.text));
        words
    }

    /// Returns a word as the phrases know it; nothing where there is none.
    fn word(&self, typed: &str) -> Option<Word> {
        let plain = shortened(&typed.replace('\'', ""));
        // *od'd* is not *odd*.
        if let Some(known) = self.same.get(typed).or_else(|| self.same.get(&plain)) {
            return Some(Word { text: known.clone(), guesses: Vec::new() });
        }
        let is_known = [&self.fillers, &self.ordinary].iter().any(|words| words.contains(&plain));
        let guesses = if is_known || self.items_of.contains_key(&plain) {
            Vec::new()
        } else {
            self.spellings
                .meant(&plain)
                .map(|meant| self.same.get(meant).map_or(meant, String::as_str).to_owned())
                .collect()
        };
        (!plain.is_empty()).then_some(Word { text: plain, guesses })
    }

    /// Returns the one word that two are, as *young person* and *self harm*, also where they are misspelt.
    fn joined(&self, first: &Word, second: &Word) -> Option<Word> {
        if let Some(one) = self.pair(&first.text, &second.text) {
            return Some(Word { text: one.clone(), guesses: Vec::new() });
        }
        let firsts = std::iter::once(&first.text).chain(&first.guesses);
        let mut pairs =
            firsts.flat_map(|one| second.guesses.iter().chain([&second.text]).map(move |other| (one, other)));
        let one = pairs.find_map(|(one, other)| self.pair(one, other))?;
        Some(Word { text: format!("{} {}", first.text, second.text), guesses: vec![one.clone()] })
    }

    fn pair(&self, first: &str, second: &str) -> Option<&String> {
        self.same.get(&format!("{first}_{second}"))
    }
}

/// Returns a word with no letter more than twice in a row: *heeelp*, *nooo*.
fn shortened(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    let (mut last, mut run) = (None, 0);
    for c in word.chars() {
        run = if last == Some(c) && c.is_alphabetic() { run + 1 } else { 1 };
        last = Some(c);
        if run <= 2 {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vocabulary() -> Vocabulary {
        let mut vocabulary =
            Vocabulary { fillers: HashSet::from(["the".to_owned()]), ..Vocabulary::default() };
        vocabulary.same.insert("self_harm".to_owned(), "selfharm".to_owned());
        vocabulary.spellings.add("harm");
        vocabulary
    }

    #[test]
    fn apostrophes_accents_and_long_cries_are_nothing() {
        let words = vocabulary().words("He’s said: “HEEEELP the café”, self-harm -999");
        let words: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
        assert_eq!(words.join(" "), "hes said heelp cafe selfharm 999");
    }

    #[test]
    fn two_words_that_are_one_may_be_misspelt() {
        let words = vocabulary().words("self hram");
        assert_eq!(words, [Word { text: "self hram".to_owned(), guesses: vec!["selfharm".to_owned()] }]);
    }
}
