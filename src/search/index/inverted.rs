//! The inverted index: the vocabulary, the postings of each stem, the aliases, and the norms.

use serde::{Deserialize, Serialize};

use super::aliases::Aliases;
use super::document::{DocId, Document, DocumentCounts, key_terms, names_of};
use super::field::{Counts, Field};
use super::language::Language;
use super::norms::{Lengths, Norms};
use super::postings::{Postings, PostingsList};
use super::tokens::plain_words;
use super::vocabulary::{StemId, Vocabulary, VocabularyBuilder};
use crate::guide::{Library, TermId};

/// The index of a library.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Index {
    /// How many documents it has.
    pub(crate) documents: DocumentCounts,
    /// Its words.
    pub(crate) vocabulary: Vocabulary,
    /// Where its stems stand.
    pub(crate) postings: Postings,
    /// What people say for each document.
    pub(crate) aliases: Aliases,
    /// What an occurrence counts in each field of each document.
    pub(crate) norms: Norms,
}

impl Index {
    /// Returns the index of a library.
    #[cfg(test)]
    pub(crate) fn build(library: &Library) -> Self {
        let mut builder = IndexBuilder::new(library);
        while builder.add(library) {}
        builder.finish()
    }
}

/// An index that is being built, document by document.
#[derive(Debug, Clone)]
pub(crate) struct IndexBuilder {
    documents: DocumentCounts,
    key_terms: Vec<Vec<TermId>>,
    vocabulary: VocabularyBuilder,
    postings: Vec<PostingsList>,
    aliases: Aliases,
    lengths: Vec<Lengths>,
    /// How often the document at hand has each stem; zeros between documents.
    counts: Vec<Counts>,
    /// The stems that the document at hand has.
    touched: Vec<StemId>,
}

impl IndexBuilder {
    /// Returns the index of a library before anything was read.
    pub(crate) fn new(library: &Library) -> Self {
        Self {
            documents: DocumentCounts::of(library),
            key_terms: key_terms(library),
            vocabulary: VocabularyBuilder::new(Language::of(&library.pack.language)),
            postings: Vec::new(),
            aliases: Aliases::default(),
            lengths: Vec::new(),
            counts: Vec::new(),
            touched: Vec::new(),
        }
    }

    /// Returns how many documents have been read, and of how many.
    pub(crate) fn read(&self) -> (usize, usize) {
        (self.lengths.len(), self.documents.total() as usize)
    }

    /// Reads the next document of the library; returns whether there was one.
    pub(crate) fn add(&mut self, library: &Library) -> bool {
        let index = self.lengths.len();
        let id = DocId(u32::try_from(index).unwrap_or(u32::MAX));
        let Some(document) = Document::at(library, id) else { return false };
        let terms = self.key_terms.get_mut(index).map(std::mem::take).unwrap_or_default();
        self.add_texts(id, document.texts().chain(names_of(library, terms)));
        true
    }

    fn add_texts<'a>(&mut self, document: DocId, texts: impl Iterator<Item = (Field, &'a str)>) {
        let mut lengths = Lengths::default();
        for (field, text) in texts {
            let stems: Vec<StemId> = plain_words(text).map(|word| self.count(&word, field)).collect();
            let words = u16::try_from(stems.len()).unwrap_or(u16::MAX);
            lengths[field as usize] = lengths[field as usize].saturating_add(words);
            if field == Field::Alias {
                self.aliases.push(stems);
            }
        }
        self.aliases.end_document();
        self.lengths.push(lengths);
        for stem in self.touched.drain(..) {
            let counts = std::mem::take(&mut self.counts[stem.index()]);
            self.postings[stem.index()].push(document, counts);
        }
    }

    /// Counts a word of the document at hand and returns its stem.
    fn count(&mut self, word: &str, field: Field) -> StemId {
        let stem = self.vocabulary.intern(word);
        let index = stem.index();
        if index == self.counts.len() {
            self.counts.push(Counts::default());
            self.postings.push(PostingsList::default());
        }
        if self.counts[index] == Counts::default() {
            self.touched.push(stem);
        }
        let count = &mut self.counts[index][field as usize];
        *count = count.saturating_add(1);
        stem
    }

    /// Returns the index of what was read.
    pub(crate) fn finish(mut self) -> Index {
        let (vocabulary, old_ids) = self.vocabulary.finish();
        let aliases = self.aliases.renumbered(&old_ids);
        let postings = old_ids.into_iter().map(|stem| std::mem::take(&mut self.postings[stem.index()]));
        let norms = Norms::new(&self.lengths, self.documents);
        Index { documents: self.documents, vocabulary, postings: postings.collect(), aliases, norms }
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
        index.postings.of(stem).map(|(guide, counts)| (guide.0, fields(counts).collect())).collect()
    }

    #[test]
    fn each_stem_knows_its_guides_and_fields() {
        assert_eq!(
            standing("supervision"),
            [(3, vec![Field::Title, Field::Alias, Field::Body]), (4, vec![Field::Body])]
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
        let mut builder = IndexBuilder::new(&library);
        builder.add(&library);
        assert_eq!(builder.lengths[0][Field::Title as usize], 3);
        assert_eq!(builder.lengths[0][Field::Alias as usize], 4);
    }
}
