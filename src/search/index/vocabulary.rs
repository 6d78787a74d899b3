//! The words of a library: as they stand, and the stems that they count as.
//!
//! Words are kept in order, so that those with one prefix are neighbours; stems too, so that results depend on
//! nothing but the texts.

use std::{collections::HashMap, ops::Range};

use serde::{Deserialize, Serialize};

use super::language::Language;
use crate::text::{Jagged, StringTable};

/// The number of a stem.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub(crate) struct StemId(u32);

impl StemId {
    /// Returns the stem with this index.
    pub(crate) fn at(index: usize) -> Self {
        Self(u32::try_from(index).unwrap_or(u32::MAX))
    }

    /// Returns its place in lists that have an item for each stem.
    pub(crate) fn index(self) -> usize {
        self.0 as usize
    }
}

/// A word as it stands in the library, in its plain form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct KnownWord<'a> {
    /// The word.
    pub(crate) text: &'a str,
    /// The stem that it counts as.
    pub(crate) stem: StemId,
    /// How often it stands in the library.
    pub(crate) count: u32,
    /// Which letters it has.
    pub(crate) letters: Letters,
}

/// Which letters a word has, and how many: a filter in front of edit distances, because two words within `n` edits
/// differ in at most `2 n` kinds of letters.
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

    /// Whether words with these letters may be within so many edits of each other.
    pub(crate) fn may_be_within(self, edits: u32, other: Self) -> bool {
        self.length.abs_diff(other.length) <= edits && (self.kinds ^ other.kinds).count_ones() <= 2 * edits
    }

    /// Whether a word with these letters may be within so many edits of a prefix of one with the others.
    pub(crate) fn may_begin(self, edits: u32, other: Self) -> bool {
        self.length < other.length && (self.kinds & !other.kinds).count_ones() <= edits
    }

    /// Whether every kind of letter here is in `other` too.
    pub(crate) fn are_in(self, other: Self) -> bool {
        self.length <= other.length && self.kinds & !other.kinds == 0
    }
}

/// What is known of a word beside its text: see [`KnownWord`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct Entry {
    stem: StemId,
    count: u32,
    letters: Letters,
}

/// Every word of a library.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Vocabulary {
    language: Language,
    /// The words, in order.
    words: StringTable,
    /// What is known of each of `words`.
    entries: Vec<Entry>,
    /// The stems, in order.
    stems: StringTable,
    /// The indices of the words of each stem.
    words_by_stem: Jagged<u32>,
}

impl Vocabulary {
    /// Returns the language that the words are in.
    pub(crate) fn language(&self) -> Language {
        self.language
    }

    /// Returns every word, in order.
    pub(crate) fn words(&self) -> impl Iterator<Item = KnownWord<'_>> {
        self.words_in(0..self.entries.len())
    }

    /// Returns this word, if the library has it.
    pub(crate) fn word(&self, word: &str) -> Option<KnownWord<'_>> {
        self.words.sorted_position(word).and_then(|index| self.at(index))
    }

    /// Returns the stem that a word counts as, if the library has a word of that stem.
    pub(crate) fn stem(&self, word: &str) -> Option<StemId> {
        if let Some(known) = self.word(word) {
            return Some(known.stem);
        }
        self.of_stem(&self.language.stem(word))
    }

    /// Returns this stem, if the library has a word of it.
    pub(crate) fn of_stem(&self, stem: &str) -> Option<StemId> {
        self.stems.sorted_position(stem).map(StemId::at)
    }

    /// Returns the words that begin so, in order.
    pub(crate) fn with_prefix(&self, prefix: &str) -> impl Iterator<Item = KnownWord<'_>> {
        self.words_in(self.words.with_prefix(prefix))
    }

    /// Returns the words that count as this stem, in order.
    pub(crate) fn words_of(&self, stem: StemId) -> impl Iterator<Item = KnownWord<'_>> {
        self.words_by_stem.get(stem.index()).iter().filter_map(|index| self.at(*index as usize))
    }

    /// Returns how many words the library has, each as often as it stands there.
    pub(crate) fn occurrences(&self) -> u64 {
        self.entries.iter().map(|entry| u64::from(entry.count)).sum()
    }

    /// Returns how often the words of a stem stand in the library, in texts and in what people say.
    pub(crate) fn frequency(&self, stem: StemId) -> u32 {
        self.words_of(stem).map(|word| word.count).fold(0, u32::saturating_add)
    }

    fn words_in(&self, indices: Range<usize>) -> impl Iterator<Item = KnownWord<'_>> {
        indices.filter_map(|index| self.at(index))
    }

    fn at(&self, index: usize) -> Option<KnownWord<'_>> {
        let Entry { stem, count, letters } = *self.entries.get(index)?;
        Some(KnownWord { text: self.words.get(index)?, stem, count, letters })
    }
}

/// A vocabulary that is being built: words and stems have ids in the order in which they came.
#[derive(Debug, Clone)]
pub(crate) struct VocabularyBuilder {
    language: Language,
    /// For each word its index in `entries`.
    ids: HashMap<Box<str>, usize>,
    /// For each word, its stem and how often it came.
    entries: Vec<(StemId, u32)>,
    stem_ids: HashMap<Box<str>, StemId>,
}

impl VocabularyBuilder {
    /// Returns a vocabulary without words.
    pub(crate) fn new(language: Language) -> Self {
        Self { language, ids: HashMap::new(), entries: Vec::new(), stem_ids: HashMap::new() }
    }

    /// Counts a word and returns the id of its stem; a new word gets an id.
    pub(crate) fn intern(&mut self, word: &str) -> StemId {
        if let Some(&id) = self.ids.get(word) {
            let (stem, count) = &mut self.entries[id];
            *count = count.saturating_add(1);
            return *stem;
        }
        let next = StemId::at(self.stem_ids.len());
        let stem = *self.stem_ids.entry(self.language.stem(word).into()).or_insert(next);
        self.ids.insert(word.into(), self.entries.len());
        self.entries.push((stem, 1));
        stem
    }

    /// Returns the vocabulary, and for each stem in it, in order, the id that it had here.
    pub(crate) fn finish(self) -> (Vocabulary, Vec<StemId>) {
        let mut stems: Vec<(Box<str>, StemId)> = self.stem_ids.into_iter().collect();
        stems.sort_unstable();
        let mut new_ids = vec![StemId::default(); stems.len()];
        for (new, (_, old)) in stems.iter().enumerate() {
            new_ids[old.index()] = StemId::at(new);
        }
        let mut words: Vec<(Box<str>, usize)> = self.ids.into_iter().collect();
        words.sort_unstable();
        let mut words_by_stem = vec![Vec::new(); stems.len()];
        let mut entries = Vec::with_capacity(words.len());
        for (index, (text, old)) in (0_u32..).zip(&words) {
            let (old_stem, count) = self.entries[*old];
            let stem = new_ids[old_stem.index()];
            entries.push(Entry { stem, count, letters: Letters::of(text) });
            words_by_stem[stem.index()].push(index);
        }
        let vocabulary = Vocabulary {
            language: self.language,
            words: words.iter().map(|(word, _)| word.as_ref()).collect(),
            entries,
            stems: stems.iter().map(|(stem, _)| stem.as_ref()).collect(),
            words_by_stem: words_by_stem.into_iter().collect(),
        };
        (vocabulary, stems.into_iter().map(|(_, old)| old).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vocabulary(words: &str) -> Vocabulary {
        let mut builder = VocabularyBuilder::new(Language::English);
        for word in words.split(' ') {
            builder.intern(word);
        }
        builder.finish().0
    }

    fn texts<'a>(words: impl Iterator<Item = KnownWord<'a>>) -> Vec<&'a str> {
        words.map(|word| word.text).collect()
    }

    #[test]
    fn words_are_found_by_themselves_their_beginnings_and_their_stems() {
        let vocabulary = vocabulary("trusted care trust carer caring trusts care");
        assert_eq!(vocabulary.word("care").map(|word| word.count), Some(2));
        assert_eq!(vocabulary.word("car"), None);
        assert_eq!(texts(vocabulary.with_prefix("car")), ["care", "carer", "caring"]);
        assert_eq!(texts(vocabulary.with_prefix("x")), [""; 0]);
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
