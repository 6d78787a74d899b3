//! The aliases of each document: what people say for it (`also_said` in a pack), as stems.
//!
//! No alias is quite what is typed, but all aliases of a guide together are a sample of how people ask for it. So
//! each query term also counts by how much likelier it is in this guide's aliases than in those of all guides: a
//! language model with Jelinek–Mercer smoothing (Zhai and Lafferty, *A study of smoothing methods for language
//! models*, 2004). Pairs of typed words that stand in one alias count as well (`score/alias_matcher`).

use serde::{Deserialize, Serialize};

use super::document::DocId;
use super::vocabulary::StemId;
use crate::search::number::as_f32;
use crate::search::tuning;
use crate::text::{Ends, Jagged};

/// The aliases of every document.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Aliases {
    /// How often each stem stands in all of them.
    frequencies: Vec<u32>,
    /// The stems of each alias, the aliases of one document after those of the other.
    stems: Jagged<StemId>,
    /// Where the aliases of each document end in `stems`.
    documents: Ends,
}

impl Aliases {
    /// Adds an alias to the document at hand.
    pub(crate) fn push(&mut self, stems: Vec<StemId>) {
        self.stems.push(stems);
    }

    /// Ends the document at hand.
    pub(crate) fn end_document(&mut self) {
        self.documents.push(self.stems.len());
    }

    /// Gives each stem the id that a finished vocabulary has for it. `old_ids` has, in order of the new ids, the one
    /// that each stem had so far.
    pub(crate) fn renumbered(self, old_ids: &[StemId]) -> Self {
        let mut new_ids = vec![StemId::default(); old_ids.len()];
        for (new, old) in old_ids.iter().enumerate() {
            new_ids[old.index()] = StemId::at(new);
        }
        let mut frequencies = vec![0; old_ids.len()];
        let stems = self.stems.map(|old| new_ids[old.index()]);
        for stem in stems.items() {
            frequencies[stem.index()] += 1;
        }
        Self { frequencies, stems, ..self }
    }

    /// Returns how many aliases there are.
    pub(crate) fn count(&self) -> usize {
        self.stems.len()
    }

    /// Returns how often a stem stands in all aliases.
    pub(crate) fn collection_frequency(&self, stem: StemId) -> f32 {
        as_f32(self.frequencies.get(stem.index()).copied().unwrap_or(0) as usize)
    }

    /// Returns the logarithm of how much likelier a word is in the aliases of a document that have it `frequency` times
    /// than in those of all, which have it `collection_frequency` times; 0 where the document's do not have it. All
    /// documents are taken to have equally long aliases.
    pub(crate) fn log_likelihood_ratio(&self, frequency: f32, collection_frequency: f32) -> f32 {
        if frequency > 0.0 {
            let against_mean = frequency * as_f32(self.documents.len()) / collection_frequency;
            (1.0 + against_mean * (1.0 - tuning::ALIAS_SMOOTHING) / tuning::ALIAS_SMOOTHING).ln()
        } else {
            0.0
        }
    }

    /// Returns the inverse frequency among aliases of a word that stands in all of them `collection_frequency` times.
    pub(crate) fn idf(&self, collection_frequency: f32) -> f32 {
        if collection_frequency > 0.0 {
            (1.0 + as_f32(self.stems.len()) / collection_frequency).ln()
        } else {
            0.0
        }
    }

    /// Returns the aliases of a document, each as its stems.
    pub(crate) fn of(&self, document: DocId) -> impl Iterator<Item = &[StemId]> {
        let aliases = self.documents.range(document.index()).unwrap_or_default();
        aliases.map(|alias| self.stems.get(alias))
    }
}

#[cfg(test)]
mod tests {
    use crate::search::index::{DocId, Index, StemId};
    use crate::search::sample;

    #[test]
    fn aliases_are_kept_by_document() {
        let guides = vec![
            sample::guide("a", "One", &["can i stay", "too young"], &["limits"]),
            sample::guide("b", "Two", &[], &["limits"]),
            sample::guide("c", "Three", &["stay"], &["limits"]),
        ];
        let index = Index::build(&sample::library_of(guides));
        let aliases = |document| index.aliases.of(DocId(document)).map(<[StemId]>::len).collect::<Vec<_>>();
        assert_eq!((aliases(0), aliases(1), aliases(2)), (vec![3, 2], vec![], vec![1]));
        let frequency = |word| index.aliases.collection_frequency(index.vocabulary.stem(word).unwrap());
        assert!((frequency("staying") - 2.0).abs() < f32::EPSILON && frequency("limits") < f32::EPSILON);
    }

    #[test]
    fn the_ratio_is_higher_the_likelier_a_word_is_in_a_guide_than_in_all() {
        let guides =
            vec![sample::guide("a", "One", &["stay", "go"], &[]), sample::guide("b", "Two", &["go"], &[])];
        let aliases = Index::build(&sample::library_of(guides)).aliases;
        let told = [(1.0, 1.0), (2.0, 2.0), (1.0, 2.0), (1.0, 9.0)]
            .map(|(frequency, in_all)| aliases.log_likelihood_ratio(frequency, in_all));
        assert!(told.is_sorted_by(|a, b| a >= b) && told[0] > told[3], "{told:?}");
        assert!(aliases.log_likelihood_ratio(0.0, 0.0).abs() < f32::EPSILON, "no alias has it");
    }
}
