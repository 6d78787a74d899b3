//! The words of a library: as they stand, and the stems that they count as.
//!
//! Words are kept in order, so that those that begin alike are neighbours; stems too, so that results depend on
//! nothing but the texts.

use std::{collections::HashMap, ops::Range};

use serde::{Deserialize, Serialize};

use crate::search::index::language::Language;
use crate::text::Texts;

/// A word as it stands in the library, in its plain form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Word<'a> {
    /// The word.
    pub(crate) text: &'a str,
    /// The stem that it counts as.
    pub(crate) stem: u32,
    /// How often it stands in the library.
    pub(crate) count: u32,
    /// Which letters it has.
    pub(crate) letters: Letters,
}

/// Which letters a word has, and how many: two words within `n` slips differ in at most `2 n` kinds of letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Letters {
    /// A bit for each kind of letter.
    kinds: u32,
    /// How many letters it has.
    pub(crate) length: u32,
}

impl Letters {
    /// Returns the letters of a plain word.
    pub(crate) fn of(word: &str) -> Self {
        word.chars().fold(Self { kinds: 0, length: 0 }, |letters, c| Self {
            kinds: letters.kinds | 1 << (u32::from(c) % 32),
            length: letters.length + 1,
        })
    }

    /// Whether words with these letters may be within `slips` slips of each other.
    pub(crate) fn may_be_within(self, slips: u32, other: Self) -> bool {
        self.length.abs_diff(other.length) <= slips && (self.kinds ^ other.kinds).count_ones() <= 2 * slips
    }

    /// Whether a word with these letters may be within `slips` slips of a beginning of one with the others.
    pub(crate) fn may_begin(self, slips: u32, other: Self) -> bool {
        self.length < other.length && (self.kinds & !other.kinds).count_ones() <= slips
    }

    /// Whether every kind of letter here is in `other` too.
    pub(crate) fn are_in(self, other: Self) -> bool {
        self.length <= other.length && self.kinds & !other.kinds == 0
    }
}

/// What is known of a word beside its text: see [`Word`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct Entry {
    stem: u32,
    count: u32,
    letters: Letters,
}

/// Every word of a library.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Vocabulary {
    language: Language,
    words: Texts,
    /// What is known of each of `words`.
    entries: Vec<Entry>,
    stems: Texts,
    /// The indices of the words of each stem, one stem after the other.
    words_by_stem: Vec<u32>,
    /// Where the words of each stem begin in `words_by_stem`, and its length.
    first_word: Vec<u32>,
}

impl Vocabulary {
    /// Returns the language that the words are in.
    pub(crate) fn language(&self) -> Language {
        self.language
    }

    /// Returns every word, in order.
    pub(crate) fn words(&self) -> impl Iterator<Item = Word<'_>> {
        self.words_in(0..self.entries.len())
    }

    /// Returns this word, if the library has it.
    pub(crate) fn word(&self, word: &str) -> Option<Word<'_>> {
        self.words.position(word).and_then(|index| self.at(index))
    }

    /// Returns the stem that a word counts as, if the library has a word of that stem.
    pub(crate) fn stem(&self, word: &str) -> Option<u32> {
        if let Some(known) = self.word(word) {
            return Some(known.stem);
        }
        self.of_stem(&self.language.stem(word))
    }

    /// Returns this stem, if the library has a word of it.
    pub(crate) fn of_stem(&self, stem: &str) -> Option<u32> {
        self.stems.position(stem).and_then(|at| u32::try_from(at).ok())
    }

    /// Returns the words that begin with `beginning`, in order.
    pub(crate) fn beginning_with(&self, beginning: &str) -> impl Iterator<Item = Word<'_>> {
        self.words_in(self.words.beginning_with(beginning))
    }

    /// Returns the words that count as this stem, in order.
    pub(crate) fn words_of(&self, stem: u32) -> impl Iterator<Item = Word<'_>> {
        let at = |index: u32| self.first_word.get(index as usize).map_or(0, |first| *first as usize);
        let range: Range<usize> = at(stem)..at(stem.saturating_add(1));
        let indices = self.words_by_stem.get(range).unwrap_or_default();
        indices.iter().filter_map(|index| self.at(*index as usize))
    }

    fn words_in(&self, indices: Range<usize>) -> impl Iterator<Item = Word<'_>> {
        indices.filter_map(|index| self.at(index))
    }

    fn at(&self, index: usize) -> Option<Word<'_>> {
        let Entry { stem, count, letters } = *self.entries.get(index)?;
        Some(Word { text: self.words.get(index), stem, count, letters })
    }
}

/// A vocabulary that is being gathered: words and stems have ids in the order they were met.
#[derive(Debug, Clone)]
pub(crate) struct Gathering {
    language: Language,
    ids: HashMap<Box<str>, u32>,
    /// For each word, its stem and how often it was met.
    words: Vec<(u32, u32)>,
    stem_ids: HashMap<Box<str>, u32>,
}

impl Gathering {
    /// Returns a vocabulary without words.
    pub(crate) fn new(language: Language) -> Self {
        Self { language, ids: HashMap::new(), words: Vec::new(), stem_ids: HashMap::new() }
    }

    /// Takes in a word and returns the id of its stem.
    pub(crate) fn meet(&mut self, word: &str) -> u32 {
        if let Some(&id) = self.ids.get(word) {
            let (stem, count) = &mut self.words[id as usize];
            *count = count.saturating_add(1);
            return *stem;
        }
        let next = count(self.stem_ids.len());
        let stem = *self.stem_ids.entry(self.language.stem(word).into()).or_insert(next);
        self.ids.insert(word.into(), count(self.words.len()));
        self.words.push((stem, 1));
        stem
    }

    /// Returns the vocabulary, and for each stem in it, in order, the id that it had here.
    pub(crate) fn finish(self) -> (Vocabulary, Vec<u32>) {
        let mut stems: Vec<(Box<str>, u32)> = self.stem_ids.into_iter().collect();
        stems.sort_unstable();
        let mut new_id = vec![0; stems.len()];
        for (new, (_, old)) in stems.iter().enumerate() {
            new_id[*old as usize] = count(new);
        }
        let mut words: Vec<(Box<str>, u32)> = self.ids.into_iter().collect();
        words.sort_unstable();
        let entry = |(text, old): &(Box<str>, u32)| {
            let (stem, count) = self.words[*old as usize];
            Entry { stem: new_id[stem as usize], count, letters: Letters::of(text) }
        };
        let entries: Vec<Entry> = words.iter().map(entry).collect();
        let mut words_by_stem: Vec<u32> = (0..count(words.len())).collect();
        words_by_stem.sort_by_key(|index| entries[*index as usize].stem);
        let first_word = (0..=count(stems.len()))
            .map(|stem| count(words_by_stem.partition_point(|index| entries[*index as usize].stem < stem)))
            .collect();
        let vocabulary = Vocabulary {
            language: self.language,
            words: words.iter().map(|(word, _)| word.as_ref()).collect(),
            entries,
            stems: stems.iter().map(|(stem, _)| stem.as_ref()).collect(),
            words_by_stem,
            first_word,
        };
        (vocabulary, stems.into_iter().map(|(_, old)| old).collect())
    }
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vocabulary(words: &str) -> Vocabulary {
        let mut gathering = Gathering::new(Language::English);
        for word in words.split(' ') {
            gathering.meet(word);
        }
        gathering.finish().0
    }

    fn texts<'a>(words: impl Iterator<Item = Word<'a>>) -> Vec<&'a str> {
        words.map(|word| word.text).collect()
    }

    #[test]
    fn words_are_found_by_themselves_their_beginnings_and_their_stems() {
        let vocabulary = vocabulary("trusted care trust carer caring trusts care");
        assert_eq!(vocabulary.word("care").map(|word| word.count), Some(2));
        assert_eq!(vocabulary.word("car"), None);
        assert_eq!(texts(vocabulary.beginning_with("car")), ["care", "carer", "caring"]);
        assert_eq!(texts(vocabulary.beginning_with("x")), [""; 0]);
        let trust = vocabulary.stem("trusting").unwrap();
        assert_eq!(texts(vocabulary.words_of(trust)), ["trust", "trusted", "trusts"]);
        assert_eq!(vocabulary.stem("stranger"), None);
    }

    #[test]
    fn the_order_of_meeting_does_not_matter() {
        assert_eq!(vocabulary("a b c"), vocabulary("c b a"));
    }

    #[test]
    fn letters_tell_what_cannot_be_near() {
        let letters = Letters::of("behaviour");
        assert!(letters.may_be_within(1, Letters::of("behavior")));
        assert!(letters.may_be_within(1, Letters::of("behavoiur")));
        assert!(!letters.may_be_within(1, Letters::of("boundaries")));
        assert!(Letters::of("bhexv").may_begin(1, letters));
        assert!(!Letters::of("bxexv").may_begin(0, letters));
        assert!(Letters::of("bhvr").are_in(letters));
        assert!(!Letters::of("bhvrx").are_in(letters));
    }
}
