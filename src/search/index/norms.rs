//! How much one occurrence of a word counts in each field of each document, by the field's weight and length (BM25F).

use serde::{Deserialize, Serialize};

use crate::search::index::field::{Counts, Field, present};
use crate::search::tuning;

/// How many words each field of a document has.
pub(crate) type Lengths = [u16; Field::ALL.len()];

/// What one occurrence counts in each field of each guide, its length considered: field by field, because most words
/// stand in one field only, and what is far apart in memory is slow.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Norms([Vec<f32>; Field::ALL.len()]);

impl Norms {
    /// Returns the norms for fields of these lengths. What is long is told by the first `guides` of them: terms and
    /// themes are all short.
    pub(crate) fn new(lengths: &[Lengths], guides: u32) -> Self {
        let mut means = [0.0; Field::ALL.len()];
        for (field, mean) in means.iter_mut().enumerate() {
            let guides = lengths.iter().take(guides as usize);
            let (many, total) = guides
                .fold((0.0, 0.0), |(many, total), lengths| (many + 1.0, total + f32::from(lengths[field])));
            *mean = total / f32::max(many, 1.0);
        }
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

    /// Returns what these counts come to in a guide: in all fields, and in the title.
    pub(crate) fn frequency(&self, guide: u32, counts: Counts) -> (f32, f32) {
        let of = |field: usize, count: u8| {
            self.0[field].get(guide as usize).map_or(0.0, |norm| norm * f32::from(count))
        };
        let title = Field::Title as usize;
        let in_title =
            if counts[title] > 0 { of(title, counts[title]) / tuning::FIELDS[title].weight } else { 0.0 };
        (present(counts).map(|(field, count)| of(field, count)).sum(), in_title)
    }
}
