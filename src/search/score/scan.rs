//! Finding the terms of a query in a text: for marks, passages and proximity.

use std::{collections::HashMap, ops::Range};

use super::coverage::frequency;
use super::signature::Signature;
use crate::search::index::{Language, Vocabulary, tokens};
use crate::search::query::{ExpandedQuery, MatchKind, TermSet};
use crate::search::tuning;
use crate::text::{RunKind, slice};

/// A word of a text that matches terms.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Occurrence {
    /// Its bytes in the text.
    pub(crate) range: Range<usize>,
    /// How many words of the text come before it.
    pub(crate) position: usize,
    /// The terms that it matches.
    pub(crate) terms: TermSet,
    /// Whether it is to be marked.
    pub(crate) is_marked: bool,
    /// How much it counts for them, from 0 to 1: see [`Expansion`](crate::search::query::terms::Expansion).
    pub(crate) weight: f32,
}

/// What was found in a text.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Scan {
    /// The words that match, in order.
    pub(crate) found: Vec<Occurrence>,
    /// How many words the text has.
    pub(crate) words: usize,
}

impl Scan {
    /// Returns how often each of the first `count` terms was found, by weight.
    pub(crate) fn frequencies(&self, count: usize) -> Vec<f32> {
        let mut frequencies = vec![0.0; count];
        for found in &self.found {
            for term in found.terms.iter() {
                if let Some(frequency) = frequencies.get_mut(term) {
                    *frequency += found.weight;
                }
            }
        }
        frequencies
    }

    /// Takes in what was found in a text that belongs to this one; its words are not marked.
    pub(crate) fn absorb(&mut self, other: Self) {
        self.words += other.words;
        let unmarked = other.found.into_iter().map(|found| Occurrence { range: 0..0, ..found });
        self.found.extend(unmarked);
    }

    /// Returns the bytes of the words to be marked: those that were found, but for synonyms and longer words of a typed
    /// word that the library has, and for words that stand everywhere.
    pub(crate) fn ranges(&self) -> Vec<Range<usize>> {
        let marked = self.found.iter().filter(|found| found.is_marked && !found.range.is_empty());
        marked.map(|found| found.range.clone()).collect()
    }
}

/// How many words of a text match no term.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Unmatched {
    /// Words that are no stop words.
    pub(crate) content: usize,
    /// Stop words that were typed, each once.
    pub(crate) typed_stop_words: usize,
    /// Stop words that were not.
    pub(crate) other_stop_words: usize,
}

/// Every word that matches a term, ready to be found in texts.
#[derive(Debug)]
pub(crate) struct Scanner<'a> {
    /// For each word the terms that it matches, and how much it counts for them.
    words: HashMap<&'a str, (TermSet, f32)>,
    language: Language,
    /// The terms whose words are marked: rare enough to show where the answer is; all where none is.
    marked: TermSet,
    /// The stop words that were typed and are no terms.
    pub(crate) stop_words: &'a [String],
    /// Of `words` the lengths with first and last letters: most other words are passed over without being looked up.
    signature: Signature,
    /// A bit for each first letter of `words`: for words of more than letters, which the signature does not know.
    starts: u32,
}

impl<'a> Scanner<'a> {
    /// Returns a scanner for every word of the vocabulary that matches a term.
    pub(crate) fn new(query: &'a ExpandedQuery, vocabulary: &'a Vocabulary) -> Self {
        let mut scanner = Self {
            words: HashMap::new(),
            language: vocabulary.language(),
            marked: marked(query, vocabulary),
            stop_words: &query.stop_words,
            signature: Signature::new(),
            starts: 0,
        };
        let expansions = || {
            let terms = query.terms.iter().enumerate();
            terms.flat_map(|(index, term)| term.expansions.iter().map(move |one| (index, term, one)))
        };
        for (index, term, expansion) in expansions().filter(|(.., one)| one.kind != MatchKind::Synonym) {
            for word in vocabulary.words_of(expansion.stem) {
                let form = if word.text == term.typed { 1.0 } else { tuning::OTHER_FORM };
                scanner.add(word.text, index, form * expansion.weight);
            }
        }
        // A word that matches a term itself does not also match another as its synonym.
        for (index, _, expansion) in expansions().filter(|(.., one)| one.kind == MatchKind::Synonym) {
            for word in vocabulary.words_of(expansion.stem) {
                let known = scanner.words.get(word.text);
                if known.is_none_or(|(_, weight)| *weight <= expansion.weight) {
                    scanner.add(word.text, index, expansion.weight);
                }
            }
        }
        scanner
    }

    fn add(&mut self, word: &'a str, term: usize, weight: f32) {
        let (terms, most) = self.words.entry(word).or_default();
        terms.insert(term);
        *most = most.max(weight);
        self.signature.insert(shape(word));
        self.starts |= start(word);
    }

    /// Finds the terms in a text.
    pub(crate) fn scan(&self, text: &str) -> Scan {
        let mut scan = Scan::default();
        tokens::each_word(text, |range, kind| {
            if let Some((terms, weight)) = self.matched(slice(text, range.clone()), kind) {
                let is_marked = weight > tuning::KNOWN_COMPLETION_WEIGHT
                    && terms.iter().any(|term| self.marked.contains(term));
                scan.found.push(Occurrence { range, position: scan.words, terms, is_marked, weight });
            }
            scan.words += 1;
        });
        scan
    }

    /// Counts the words of a text that match no term.
    pub(crate) fn unmatched(&self, text: &str) -> Unmatched {
        let mut unmatched = Unmatched::default();
        let mut typed = TermSet::default();
        tokens::each_word(text, |range, kind| {
            let word = slice(text, range);
            if self.matched(word, kind).is_some() {
                return;
            }
            let plain = tokens::plain(word);
            if let Some(index) = self.stop_words.iter().position(|typed| *typed == plain) {
                typed.insert(index);
            } else if self.language.is_stop_word(&plain) {
                unmatched.other_stop_words += 1;
            } else {
                unmatched.content += 1;
            }
        });
        unmatched.typed_stop_words = typed.iter().count();
        unmatched
    }

    fn matched(&self, word: &str, kind: RunKind) -> Option<(TermSet, f32)> {
        let may_match = match kind {
            RunKind::Word => self.signature.may_contain(shape(word)),
            RunKind::Mixed => {
                self.starts & start(word) != 0 || !word.starts_with(|first: char| first.is_ascii())
            }
        };
        if may_match { self.words.get(tokens::plain(word).as_ref()).copied() } else { None }
    }
}

/// Returns the terms whose words are marked.
fn marked(query: &ExpandedQuery, vocabulary: &Vocabulary) -> TermSet {
    let everywhere = vocabulary.occurrences() / tuning::MARKED_AT_MOST;
    let is_rare = |index: &usize| {
        query.terms.get(*index).is_some_and(|term| u64::from(frequency(term, vocabulary)) <= everywhere)
    };
    let rare: TermSet = (0..query.terms.len()).filter(is_rare).collect();
    if rare.is_empty() { (0..query.terms.len()).collect() } else { rare }
}

/// Returns a hash of a word of ASCII letters: its length, its first and its last letter. Of a letter count the five
/// bits that capitals and small letters have in common.
fn shape(word: &str) -> usize {
    let letter = |byte: Option<u8>| usize::from(byte.unwrap_or_default() % 32);
    (word.len() % 16 * 32 + letter(word.bytes().next())) * 32 + letter(word.bytes().next_back())
}

/// Returns the bit of the first letter of a word.
fn start(word: &str) -> u32 {
    word.bytes().next().map_or(0, |first| 1 << (first % 32))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::index::Index;
    use crate::search::sample;

    fn scanned(query: &str, text: &str) -> (Vec<String>, Vec<f32>, Unmatched) {
        let index = Index::build(&sample::library());
        let query = ExpandedQuery::read(query, &index);
        let scanner = Scanner::new(&query, &index.vocabulary);
        let scan = scanner.scan(text);
        let words = scan.ranges().into_iter().map(|range| slice(text, range).to_owned()).collect();
        (words, scan.frequencies(query.terms.len()), scanner.unmatched(text))
    }

    #[test]
    fn every_form_of_a_term_is_found() {
        let (words, counts, _) = scanned("boundary trust ", "Trusts, BOUNDARIES; the boundary’s bound");
        assert_eq!(words, ["Trusts", "BOUNDARIES", "boundary’s"]);
        assert_eq!(counts, [1.0 + tuning::OTHER_FORM, tuning::OTHER_FORM]);
    }

    #[test]
    fn the_other_words_are_counted_by_what_they_say() {
        let (_, _, rest) = scanned("the boundary ", "The boundary is not the wall, the");
        assert_eq!(
            rest,
            Unmatched { content: 1, typed_stop_words: 1, other_stop_words: 2 },
            "wall; the; is, not"
        );
    }

    #[test]
    fn a_word_can_be_found_for_more_than_one() {
        let (words, counts, _) = scanned("care car", "care");
        assert_eq!((words.len(), counts), (1, vec![1.0, 1.0]));
    }
}
