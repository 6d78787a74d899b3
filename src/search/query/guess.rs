//! A spelling guess for words that nothing has: further off than what is mended by itself, so it is only offered.

use crate::search::index::tokens::{plain, words};
use crate::search::index::vocabulary::{Letters, Vocabulary};
use crate::search::query::edits::slips;
use crate::text::slice;

/// The fewest letters of a word that is guessed at.
const SHORTEST: usize = 4;

/// One slip in so many letters is still the same word to somebody: *zupervizzion*.
const LETTERS_A_SLIP: usize = 3;

/// The most slips, so that the vocabulary is gone through quickly.
const MOST_SLIPS: usize = 4;

/// Returns what was typed with each of its `unknown` words as the nearest word of the library; nothing where none
/// of them is near one.
pub(crate) fn guess(typed: &str, unknown: &[String], vocabulary: &Vocabulary) -> Option<String> {
    let mut anything = false;
    let guessed: Vec<String> = words(typed)
        .into_iter()
        .map(|range| {
            let word = plain(slice(typed, range));
            let near = unknown.iter().find(|one| **one == word).and_then(|word| near(word, vocabulary));
            anything |= near.is_some();
            near.map_or_else(|| word.into_owned(), str::to_owned)
        })
        .collect();
    anything.then(|| guessed.join(" "))
}

/// Returns the word that the fewest slips part from this one; of equals one that begins alike, then the commoner.
fn near<'a>(word: &str, vocabulary: &'a Vocabulary) -> Option<&'a str> {
    let letters = word.chars().count();
    if letters < SHORTEST {
        return None;
    }
    let most = u32::try_from((letters / LETTERS_A_SLIP).min(MOST_SLIPS)).unwrap_or_default();
    let these = Letters::of(word);
    let known = vocabulary.words().filter(|known| known.letters.length as usize >= SHORTEST);
    let known = known.filter(|known| known.letters.may_be_within(most, these));
    let near = known.filter_map(|known| Some((slips(word, known.text, most)?, known)));
    let other_start = |text: &str| text.chars().next() != word.chars().next();
    let nearest = near.min_by_key(|(far, known)| {
        (*far, other_start(known.text), std::cmp::Reverse(known.count), known.text)
    });
    nearest.map(|(_, known)| known.text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::index::inverted::Index;
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
