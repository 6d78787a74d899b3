//! A guess at the spelling of words that match nothing: further off than what is corrected by itself, so it is only
//! offered.

use std::cmp::Reverse;

use super::synonyms::{is_known, is_name};
use crate::search::index::{Letters, Vocabulary, plain, words};
use crate::text::{distance_within, slice};

/// The fewest letters of a word that is guessed at.
const SHORTEST: usize = 4;

/// One edit in so many letters is still the same word to somebody: *zupervizzion*.
const LETTERS_AN_EDIT: usize = 3;

/// The most edits, so that the vocabulary is gone through quickly.
const MAX_EDITS: usize = 4;

/// Returns what was typed with each of its `unknown` words as the nearest word of the library; nothing where none
/// of them is near one.
pub(crate) fn guess(typed: &str, unknown: &[String], vocabulary: &Vocabulary) -> Option<String> {
    let mut anything = false;
    let guessed: Vec<String> = words(typed)
        .into_iter()
        .map(|range| {
            let word = plain(slice(typed, range));
            let is_unknown = unknown.iter().any(|unknown| *unknown == word)
                && !is_known(&word, vocabulary.language())
                && !is_name(&word);
            let near = is_unknown.then(|| nearest(&word, vocabulary)).flatten();
            anything |= near.is_some();
            near.map_or_else(|| word.to_string(), str::to_owned)
        })
        .collect();
    anything.then(|| guessed.join(" "))
}

/// Returns the word that the fewest edits part from this one; of equals one that begins alike, then the more frequent.
fn nearest<'a>(word: &str, vocabulary: &'a Vocabulary) -> Option<&'a str> {
    let count = word.chars().count();
    if count < SHORTEST {
        return None;
    }
    let limit = u32::try_from((count / LETTERS_AN_EDIT).min(MAX_EDITS)).unwrap_or_default();
    let letters = Letters::of(word);
    let candidates = vocabulary.words().filter(|known| {
        known.letters.length as usize >= SHORTEST && known.letters.may_be_within(limit, letters)
    });
    let near = candidates.filter_map(|known| Some((distance_within(word, known.text, limit)?, known)));
    let other_start = |text: &str| text.chars().next() != word.chars().next();
    let nearest = near.min_by_key(|(distance, known)| {
        (*distance, other_start(known.text), Reverse(known.count), known.text)
    });
    nearest.map(|(_, known)| known.text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::index::Index;
    use crate::search::sample;

    fn guessed(typed: &str, unknown: &[&str]) -> Option<String> {
        let unknown: Vec<String> = unknown.iter().map(|word| (*word).to_owned()).collect();
        guess(typed, &unknown, &Index::build(&sample::library()).vocabulary)
    }

    #[test]
    fn unknown_words_become_the_nearest_and_the_others_stay() {
        assert_eq!(guessed("my zupervizzion", &["zupervizzion"]).as_deref(), Some("my supervision"));
        assert_eq!(guessed("xq qqqqqq", &["xq", "qqqqqq"]), None);
        assert_eq!(guessed("trust", &[]), None);
    }
}
