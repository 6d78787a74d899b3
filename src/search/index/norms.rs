//! What one occurrence of a word counts in each field of each document: the field's weight, normalised by its length
//! (BM25F).

use serde::{Deserialize, Serialize};

use super::document::{DocId, DocumentCounts};
use super::field::{Counts, Field, present};
use crate::search::number::as_f32;
use crate::search::tuning;

/// How many words each field of a document has.
pub(crate) type Lengths = [u16; Field::ALL.len()];

/// What one occurrence counts, a list for each field: most words stand in one field only, and reading from one list is
/// quicker than reading from places that are far apart in memory.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Norms([Vec<f32>; Field::ALL.len()]);

/// How often a word stands in a document, by weight and length of the fields.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct WeightedFrequency {
    /// In all fields.
    pub(crate) all: f32,
    /// In the title alone, by its length only.
    pub(crate) title: f32,
}

impl Norms {
    /// Returns the norms for documents with fields of these lengths. The mean length is that of guides: terms and
    /// themes are all short.
    pub(crate) fn new(lengths: &[Lengths], documents: DocumentCounts) -> Self {
        let guides = lengths.get(..documents.guides as usize).unwrap_or(lengths);
        let total = |field: usize| guides.iter().map(|lengths| f32::from(lengths[field])).sum::<f32>();
        let means: [f32; Field::ALL.len()] =
            std::array::from_fn(|field| total(field) / as_f32(guides.len().max(1)));
        let norm = |lengths: &Lengths, field: usize| {
            let tuning::FieldWeight { weight, length } = tuning::FIELDS[field];
            let relative = if means[field] > 0.0 { f32::from(lengths[field]) / means[field] } else { 1.0 };
            weight / (1.0 - length + length * relative)
        };
        Self(std::array::from_fn(|field| lengths.iter().map(|lengths| norm(lengths, field)).collect()))
    }

    /// Returns how many documents there are.
    pub(crate) fn documents(&self) -> usize {
        self.0[0].len()
    }

    /// Returns what these counts come to in a document.
    pub(crate) fn weighted(&self, document: DocId, counts: Counts) -> WeightedFrequency {
        let in_field = |field: usize, count: u8| {
            self.0[field].get(document.index()).map_or(0.0, |norm| norm * f32::from(count))
        };
        let title = Field::Title as usize;
        let in_title = in_field(title, counts[title]) / tuning::FIELDS[title].weight;
        let all = present(counts).map(|(field, count)| in_field(field, count)).sum();
        WeightedFrequency { all, title: in_title }
    }
}
