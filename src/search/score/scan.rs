//! Finding the sought words in a text: for marks, passages and nearness.

use std::{collections::HashMap, ops::Range};

use crate::search::index::language::Language;
use crate::search::index::runs::RunKind;
use crate::search::index::tokens;
use crate::search::index::vocabulary::Vocabulary;
use crate::search::query::expansion::Intent;
use crate::search::query::term_set::Marked;
use crate::search::query::terms::How;
use crate::search::tuning;
use crate::text::slice;

/// A word of a text that is sought.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Found {
    /// Its bytes in the text.
    pub(crate) range: Range<usize>,
    /// How many words of the text come before it.
    pub(crate) position: usize,
    /// What it was sought for.
    pub(crate) sought: Marked,
    /// How much it counts for that, from 0 to 1: see [`Member`](super::intent::Member).
    pub(crate) weight: f32,
}

/// The sought words found in a text.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Scan {
    /// The words, in order.
    pub(crate) found: Vec<Found>,
    /// How many words the text has.
    pub(crate) words: usize,
}

impl Scan {
    /// Returns how often each of the first `many` sought words was found, by weight.
    pub(crate) fn counts(&self, many: usize) -> Vec<f32> {
        let mut counts = vec![0.0; many];
        for found in &self.found {
            for index in found.sought.iter() {
                if let Some(count) = counts.get_mut(index) {
                    *count += found.weight;
                }
            }
        }
        counts
    }

    /// Returns the bytes of the words to be marked: those that were found, but for words that only say nearly the
    /// same as one that stands there itself.
    pub(crate) fn ranges(&self) -> Vec<Range<usize>> {
        let marked = self.found.iter().filter(|found| found.weight > tuning::SYNONYM);
        marked.map(|found| found.range.clone()).collect()
    }
}

/// How many words of a text are not sought.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Rest {
    /// Words that say something.
    pub(crate) telling: usize,
    /// Stop words that were typed, each once.
    pub(crate) typed: usize,
    /// Stop words that were not.
    pub(crate) untyped: usize,
}

/// How many numbers of bits tell words apart at a glance.
const GLANCES: usize = 16 * 32;

/// Every word that is sought, ready to be found in texts.
#[derive(Debug)]
pub(crate) struct Scanner<'a> {
    words: HashMap<&'a str, (Marked, f32)>,
    language: Language,
    /// The stop words that were typed and are not sought.
    stop_words: &'a [String],
    /// A bit for each word, by its [`glance`]: most others are passed over without being looked up.
    glances: [u32; GLANCES],
    /// A bit for each first letter, for words that have more than letters and are not worth a closer look otherwise.
    starts: u32,
}

impl<'a> Scanner<'a> {
    /// Returns a scanner for every word that counts as what is sought.
    pub(crate) fn new(query: &'a Intent, vocabulary: &'a Vocabulary) -> Self {
        let mut scanner = Self {
            words: HashMap::new(),
            language: vocabulary.language(),
            stop_words: &query.stop_words,
            glances: [0; GLANCES],
            starts: 0,
        };
        let members = || {
            let sought = query.sought.iter().enumerate();
            sought
                .flat_map(|(index, sought)| sought.members.iter().map(move |member| (index, sought, member)))
        };
        for (index, sought, member) in members().filter(|(_, _, member)| member.how != How::Synonym) {
            for word in vocabulary.words_of(member.stem) {
                let form = if word.text == sought.typed { 1.0 } else { tuning::OTHER_FORM };
                scanner.add(word.text, index, form * member.weight);
            }
        }
        // What is sought by itself is not also found for another word that says nearly the same.
        for (index, _, member) in members().filter(|(_, _, member)| member.how == How::Synonym) {
            for word in vocabulary.words_of(member.stem) {
                let sought = scanner.words.get(word.text);
                if sought.is_none_or(|(_, weight)| *weight <= member.weight) {
                    scanner.add(word.text, index, member.weight);
                }
            }
        }
        scanner
    }

    fn add(&mut self, word: &'a str, index: usize, weight: f32) {
        let (sought, most) = self.words.entry(word).or_default();
        sought.add(index);
        *most = most.max(weight);
        let (at, bit) = glance(word);
        self.glances[at] |= bit;
        self.starts |= start(word);
    }

    /// Finds the sought words in a text.
    pub(crate) fn scan(&self, text: &str) -> Scan {
        let mut scan = Scan::default();
        tokens::each_word(text, |range, kind| {
            if let Some((sought, weight)) = self.sought(slice(text, range.clone()), kind) {
                scan.found.push(Found { range, position: scan.words, sought, weight });
            }
            scan.words += 1;
        });
        scan
    }

    /// Counts the words of a text that are not sought.
    pub(crate) fn rest(&self, text: &str) -> Rest {
        let mut rest = Rest::default();
        let mut typed = Marked::default();
        tokens::each_word(text, |range, kind| {
            let word = slice(text, range);
            if self.sought(word, kind).is_some() {
                return;
            }
            let plain = tokens::plain(word);
            if let Some(at) = self.stop_words.iter().position(|typed| *typed == plain) {
                typed.add(at);
            } else if self.language.is_stop_word(&plain) {
                rest.untyped += 1;
            } else {
                rest.telling += 1;
            }
        });
        rest.typed = typed.iter().count();
        rest
    }

    /// Returns how many stop words were typed that are not sought.
    pub(crate) fn typed_stop_words(&self) -> usize {
        self.stop_words.len()
    }

    fn sought(&self, word: &str, kind: RunKind) -> Option<(Marked, f32)> {
        let (at, bit) = glance(word);
        let may_be = match kind {
            RunKind::Word => self.glances[at] & bit != 0,
            RunKind::Mixed => {
                self.starts & start(word) != 0 || !word.starts_with(|first: char| first.is_ascii())
            }
        };
        if may_be { self.words.get(tokens::plain(word).as_ref()).copied() } else { None }
    }
}

/// Returns where words have their bit that are of one length and have the same first and last letter. Of a letter count
/// the five bits that capitals and small letters have in common.
fn glance(word: &str) -> (usize, u32) {
    let (Some(first), Some(last)) = (word.bytes().next(), word.bytes().last()) else { return (0, 1) };
    (word.len() % 16 * 32 + usize::from(first % 32), 1 << (last % 32))
}

/// Returns the bit of the first letter of a word.
fn start(word: &str) -> u32 {
    word.bytes().next().map_or(0, |first| 1 << (first % 32))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::index::inverted::Index;
    use crate::search::sample;

    fn scanned(query: &str, text: &str) -> (Vec<String>, Vec<f32>, Rest) {
        let index = Index::build(&sample::library());
        let query = Intent::read(query, &index);
        let scanner = Scanner::new(&query, &index.vocabulary);
        let scan = scanner.scan(text);
        let words = scan.ranges().into_iter().map(|range| slice(text, range).to_owned()).collect();
        (words, scan.counts(query.sought.len()), scanner.rest(text))
    }

    #[test]
    fn every_form_of_a_sought_word_is_found() {
        let (words, counts, _) = scanned("boundary trust ", "Trusts, BOUNDARIES; the boundary’s bound");
        assert_eq!(words, ["Trusts", "BOUNDARIES", "boundary’s"]);
        assert_eq!(counts, [1.0 + tuning::OTHER_FORM, tuning::OTHER_FORM]);
    }

    #[test]
    fn the_other_words_are_counted_by_what_they_say() {
        let (_, _, rest) = scanned("the boundary ", "The boundary is not the wall, the");
        assert_eq!(rest, Rest { telling: 1, typed: 1, untyped: 2 }, "wall; the; is, not");
    }

    #[test]
    fn a_word_can_be_found_for_more_than_one() {
        let (words, counts, _) = scanned("care car", "care");
        assert_eq!((words.len(), counts), (1, vec![1.0, 1.0]));
    }
}
