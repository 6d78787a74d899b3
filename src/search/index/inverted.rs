//! The index: the vocabulary, where each stem stands, and how long each field of each document is.

use serde::{Deserialize, Serialize};

use crate::guide::{Library, TermId};

use crate::search::index::aliases::Sayings;
use crate::search::index::document::{Document, Many, key_terms, names_of};
use crate::search::index::field::{Counts, Field};
use crate::search::index::language::Language;
use crate::search::index::norms::{Lengths, Norms};
use crate::search::index::postings::{Postings, PostingsList};
use crate::search::index::tokens::plain_words;
use crate::search::index::vocabulary::{Gathering, Vocabulary};

/// The index of a library.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Index {
    /// How many documents it has.
    pub(crate) many: Many,
    /// Its words.
    pub(crate) vocabulary: Vocabulary,
    /// Where its stems stand.
    pub(crate) postings: Postings,
    /// What people say for each document.
    pub(crate) sayings: Sayings,
    /// What an occurrence counts in each field of each document.
    pub(crate) norms: Norms,
}

impl Index {
    /// Returns the index of a library.
    #[cfg(test)]
    pub(crate) fn build(library: &Library) -> Self {
        let mut building = Building::new(library);
        while building.add(library) {}
        building.finish()
    }
}

/// An index that is being built, document by document.
#[derive(Debug, Clone)]
pub(crate) struct Building {
    many: Many,
    key_terms: Vec<Vec<TermId>>,
    gathering: Gathering,
    postings: Vec<PostingsList>,
    sayings: Sayings,
    lengths: Vec<Lengths>,
    /// What the document at hand has of each stem; zeros between documents.
    counts: Vec<Counts>,
    /// The stems that the document at hand has.
    met: Vec<u32>,
}

impl Building {
    /// Returns the index of a library before anything was read.
    pub(crate) fn new(library: &Library) -> Self {
        Self {
            many: Many::of(library),
            key_terms: key_terms(library),
            gathering: Gathering::new(Language::of(&library.pack.language)),
            postings: Vec::new(),
            sayings: Sayings::default(),
            lengths: Vec::new(),
            counts: Vec::new(),
            met: Vec::new(),
        }
    }

    /// Returns how many documents have been read, and of how many.
    pub(crate) fn read(&self) -> (usize, usize) {
        (self.lengths.len(), self.many.all() as usize)
    }

    /// Reads the next document of the library; returns whether there was one.
    pub(crate) fn add(&mut self, library: &Library) -> bool {
        let at = self.lengths.len();
        let number = u32::try_from(at).unwrap_or(u32::MAX);
        let Some(document) = Document::at(library, number) else { return false };
        let terms = self.key_terms.get_mut(at).map(std::mem::take).unwrap_or_default();
        self.take(number, document.texts().chain(names_of(library, &terms)));
        true
    }

    fn take<'a>(&mut self, document: u32, texts: impl Iterator<Item = (Field, &'a str)>) {
        let mut lengths = Lengths::default();
        for (field, text) in texts {
            for word in plain_words(text) {
                let stem = self.count(&word, field);
                let length = &mut lengths[field as usize];
                *length = length.saturating_add(1);
                if field == Field::Said {
                    self.sayings.hear(stem);
                }
            }
            if field == Field::Said {
                self.sayings.end_saying();
            }
        }
        self.sayings.end_document();
        self.lengths.push(lengths);
        for stem in self.met.drain(..) {
            let counts = std::mem::take(&mut self.counts[stem as usize]);
            self.postings[stem as usize].push(document, counts);
        }
    }

    /// Counts a word of the document at hand and returns its stem.
    fn count(&mut self, word: &str, field: Field) -> u32 {
        let stem = self.gathering.meet(word);
        let at = stem as usize;
        if at == self.counts.len() {
            self.counts.push(Counts::default());
            self.postings.push(PostingsList::default());
        }
        if self.counts[at] == Counts::default() {
            self.met.push(stem);
        }
        let count = &mut self.counts[at][field as usize];
        *count = count.saturating_add(1);
        stem
    }

    /// Returns the index of what was read.
    pub(crate) fn finish(mut self) -> Index {
        let (vocabulary, old_ids) = self.gathering.finish();
        let sayings = self.sayings.renamed(&old_ids);
        let postings = old_ids.into_iter().map(|id| std::mem::take(&mut self.postings[id as usize]));
        let norms = Norms::new(&self.lengths, self.many.guides);
        Index { many: self.many, vocabulary, postings: postings.collect(), sayings, norms }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::sample;

    /// Returns the guides that have a word, with the fields that have it.
    fn standing(word: &str) -> Vec<(u32, Vec<Field>)> {
        let index = Index::build(&sample::library());
        let stem = index.vocabulary.stem(word).unwrap();
        let fields = |counts: Counts| Field::ALL.into_iter().filter(move |field| counts[*field as usize] > 0);
        index.postings.of(stem).map(|(guide, counts)| (guide, fields(counts).collect())).collect()
    }

    #[test]
    fn each_stem_knows_its_guides_and_fields() {
        assert_eq!(
            standing("supervision"),
            [(3, vec![Field::Title, Field::Said, Field::Body]), (4, vec![Field::Body])]
        );
        assert_eq!(standing("trusted").len(), 2);
        assert_eq!(standing("wonnacott")[0], (0, vec![Field::Source]));
        assert_eq!(standing("try")[0], (0, vec![Field::Question]));
    }

    #[test]
    fn the_line_under_the_title_is_not_searched() {
        let index = Index::build(&sample::library());
        assert_eq!(index.vocabulary.stem("practice"), None);
    }

    #[test]
    fn lengths_are_words_of_each_field() {
        let library = sample::library();
        let mut building = Building::new(&library);
        building.add(&library);
        assert_eq!(building.lengths[0][Field::Title as usize], 3);
        assert_eq!(building.lengths[0][Field::Said as usize], 4);
    }
}
