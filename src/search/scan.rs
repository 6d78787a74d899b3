//! Finding the sought words in a text: for marks, passages and nearness.

use std::{borrow::Cow, collections::HashMap, ops::Range};

use super::{language::Language, query::Query, tokens, vocabulary::Vocabulary};
use crate::text::slice;

/// A set of sought words, by their index: there are at most 64.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Marked(u64);

impl Marked {
    /// Returns the indices in the set, in order.
    pub(super) fn iter(self) -> impl Iterator<Item = usize> {
        (0..64).filter(move |index| self.0 & (1 << index) != 0)
    }

    fn add(&mut self, index: usize) {
        self.0 |= 1 << index;
    }
}

/// A word of a text that is sought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    /// Its bytes in the text.
    pub(super) range: Range<usize>,
    /// How many words of the text come before it.
    pub(super) position: usize,
    /// What it was sought for.
    pub(super) sought: Marked,
}

/// The sought words found in a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Scan {
    /// The words, in order.
    pub(super) found: Vec<Found>,
    /// How many words the text has.
    pub(super) words: usize,
}

impl Scan {
    /// Returns how often each of the first `many` sought words was found.
    pub(super) fn counts(&self, many: usize) -> Vec<u16> {
        let mut counts = vec![0; many];
        for index in self.found.iter().flat_map(|found| found.sought.iter()) {
            if let Some(count) = counts.get_mut(index) {
                *count += 1;
            }
        }
        counts
    }

    /// Returns the bytes of the words that were found.
    pub(super) fn ranges(&self) -> Vec<Range<usize>> {
        self.found.iter().map(|found| found.range.clone()).collect()
    }
}

/// Every word that is sought, ready to be found in texts.
#[derive(Debug)]
pub(super) struct Scanner<'a> {
    words: HashMap<&'a str, Marked>,
    language: Language,
    /// The stop words that were typed and dropped.
    ignored: &'a [String],
    /// For each first byte, the lengths of the words that begin with it, so that most words are passed over
    /// without being looked up.
    lengths: [u64; 256],
}

impl<'a> Scanner<'a> {
    /// Returns a scanner for every word that counts as what is sought.
    pub(super) fn new(query: &'a Query, vocabulary: &'a Vocabulary) -> Self {
        let mut scanner = Self {
            words: HashMap::new(),
            language: vocabulary.language(),
            ignored: &query.ignored,
            lengths: [0; 256],
        };
        for (index, sought) in query.sought.iter().enumerate() {
            for word in sought.members.iter().flat_map(|member| vocabulary.words_of(member.stem)) {
                scanner.words.entry(word.text).or_default().add(index);
                if let Some(first) = word.text.bytes().next() {
                    scanner.lengths[usize::from(first)] |= length_bit(word.text);
                }
            }
        }
        scanner
    }

    /// Finds the sought words in a text.
    pub(super) fn scan(&self, text: &str) -> Scan {
        let mut scan = Scan::default();
        for range in tokens::words(text) {
            if let Some(sought) = self.sought(slice(text, range.clone())) {
                scan.found.push(Found { range, position: scan.words, sought });
            }
            scan.words += 1;
        }
        scan
    }

    /// Returns how many words of a text are not sought: those that say something, and stop words that were not
    /// typed.
    pub(super) fn other_words(&self, text: &str) -> (usize, usize) {
        let mut others = (0, 0);
        for word in tokens::words(text).map(|range| slice(text, range)) {
            let plain = tokens::plain(word);
            if self.words.contains_key(plain.as_ref()) || self.ignored.iter().any(|typed| *typed == plain) {
                continue;
            }
            if self.language.is_stop_word(&plain) {
                others.1 += 1;
            } else {
                others.0 += 1;
            }
        }
        others
    }

    fn sought(&self, word: &str) -> Option<Marked> {
        let first = word.bytes().next()?.to_ascii_lowercase();
        let is_plain_ascii = word.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if is_plain_ascii && self.lengths[usize::from(first)] & length_bit(word) == 0 {
            return None;
        }
        let plain: Cow<'_, str> = tokens::plain(word);
        self.words.get(plain.as_ref()).copied()
    }
}

fn length_bit(word: &str) -> u64 {
    1 << word.len().min(63)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::{index::Index, sample};

    fn scanned(query: &str, text: &str) -> (Vec<String>, Vec<u16>, (usize, usize)) {
        let index = Index::build(&sample::library());
        let query = Query::read(query, &index.vocabulary);
        let scanner = Scanner::new(&query, &index.vocabulary);
        let scan = scanner.scan(text);
        let words = scan.ranges().into_iter().map(|range| slice(text, range).to_owned()).collect();
        (words, scan.counts(query.sought.len()), scanner.other_words(text))
    }

    #[test]
    fn every_form_of_a_sought_word_is_found() {
        let (words, counts, _) = scanned("boundary trust ", "Trusts, BOUNDARIES; the boundary’s bound");
        assert_eq!(words, ["Trusts", "BOUNDARIES", "boundary’s"]);
        assert_eq!(counts, [2, 1]);
    }

    #[test]
    fn the_other_words_are_counted_by_what_they_say() {
        let (_, _, others) = scanned("the boundary ", "The boundary is not a wall");
        assert_eq!(others, (1, 3), "wall; is, not, a");
    }

    #[test]
    fn a_word_can_be_found_for_more_than_one() {
        let (words, counts, _) = scanned("care car", "care");
        assert_eq!((words.len(), counts), (1, vec![1, 1]));
    }
}
