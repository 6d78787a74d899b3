//! How well a guide fits, from the index alone: BM25F over its fields and BM25 over its title.
//!
//! BM25F is Robertson, Zaragoza and Taylor 2004, *Simple BM25 extension to multiple weighted fields*; the title
//! alone is scored once more with its own idf, because a word that many guides mention may stand in one title.
//! The constants are the best of those measured on ten collections (see the crate's search notes).

use serde::{Deserialize, Serialize};

use super::{
    field::{Counts, Field},
    index::{Index, Lengths},
    query::Sought,
};

/// How soon more of the same word stops counting (BM25's `k1`).
const SATURATION: f32 = 1.8;

/// How soon that is in a title.
const TITLE_SATURATION: f32 = 1.2;

/// What the title alone counts against all fields together.
const TITLE_ALONE: f32 = 0.5;

/// How a field counts.
struct FieldWeight {
    /// What a word in it counts against a word of running text.
    weight: f32,
    /// How much a long field makes a word in it count less, from 0 to 1 (BM25's `b`).
    length: f32,
}

/// How the fields count, in the order of [`Field::ALL`].
const FIELDS: [FieldWeight; Field::ALL.len()] = [
    FieldWeight { weight: 2.0, length: 0.3 },
    FieldWeight { weight: 2.0, length: 0.3 },
    FieldWeight { weight: 1.5, length: 0.5 },
    FieldWeight { weight: 1.5, length: 0.5 },
    FieldWeight { weight: 1.0, length: 0.7 },
    FieldWeight { weight: 1.0, length: 0.7 },
    FieldWeight { weight: 0.3, length: 0.7 },
];

/// What one occurrence counts in each field of each guide, its length considered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Norms(Vec<[f32; Field::ALL.len()]>);

impl Norms {
    /// Returns the norms for fields of these lengths.
    pub(super) fn new(lengths: &[Lengths]) -> Self {
        let mut means = [0.0; Field::ALL.len()];
        for (field, mean) in means.iter_mut().enumerate() {
            let total: f32 = lengths.iter().map(|lengths| f32::from(lengths[field])).sum();
            *mean = total / number(lengths.len().max(1));
        }
        let norm = |lengths: &Lengths, field: usize| {
            let FieldWeight { weight, length } = FIELDS[field];
            let relative = if means[field] > 0.0 { f32::from(lengths[field]) / means[field] } else { 1.0 };
            weight / (1.0 - length + length * relative)
        };
        Self(lengths.iter().map(|lengths| std::array::from_fn(|field| norm(lengths, field))).collect())
    }

    /// Returns what these counts come to in a guide: in all fields, and in the title.
    fn frequency(&self, guide: u32, counts: Counts) -> (f32, f32) {
        let Some(norms) = self.0.get(guide as usize) else { return (0.0, 0.0) };
        let all = norms.iter().zip(counts).map(|(norm, count)| norm * f32::from(count)).sum();
        let title = Field::Title as usize;
        (all, norms[title] / FIELDS[title].weight * f32::from(counts[title]))
    }
}

/// How the guides of a library fit what is sought.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Ranking {
    /// The guides that have any of it, with their scores, in no order.
    pub(super) scores: Vec<(u32, f32)>,
    /// How telling each sought word is: its idf times its weight.
    pub(super) weights: Vec<f32>,
}

/// Scores the guides of a library.
pub(super) fn rank(index: &Index, norms: &Norms, sought: &[Sought]) -> Ranking {
    let guides = index.lengths.len();
    let mut totals = vec![0.0_f32; guides];
    let mut tally = Tally { frequencies: vec![(0.0, 0.0); guides], met: Vec::new() };
    let weights = sought
        .iter()
        .map(|sought| {
            tally.take(index, norms, sought);
            tally.score(sought.weight, &mut totals)
        })
        .collect();
    let scores = (0..).zip(totals).filter(|(_, score)| *score > 0.0).collect();
    Ranking { scores, weights }
}

/// How often one sought word stands in each guide.
struct Tally {
    /// In all fields and in the title, weighted; zeros between words.
    frequencies: Vec<(f32, f32)>,
    /// The guides that have it.
    met: Vec<u32>,
}

impl Tally {
    fn take(&mut self, index: &Index, norms: &Norms, sought: &Sought) {
        for member in &sought.members {
            for (guide, counts) in index.postings.of(member.stem) {
                let (all, title) = norms.frequency(guide, counts);
                let sums = &mut self.frequencies[guide as usize];
                if sums.0 == 0.0 {
                    self.met.push(guide);
                }
                sums.0 += member.weight * all;
                sums.1 += member.weight * title;
            }
        }
    }

    /// Adds what the word is worth in each guide to `totals`; returns how telling it is.
    fn score(&mut self, weight: f32, totals: &mut [f32]) -> f32 {
        let in_title = self.met.iter().filter(|guide| self.frequencies[**guide as usize].1 > 0.0).count();
        let telling = weight * idf(totals.len(), self.met.len());
        let telling_in_title = weight * TITLE_ALONE * idf(totals.len(), in_title);
        for guide in self.met.drain(..) {
            let (all, title) = std::mem::take(&mut self.frequencies[guide as usize]);
            totals[guide as usize] +=
                telling * saturated(all, SATURATION) + telling_in_title * saturated(title, TITLE_SATURATION);
        }
        telling
    }
}

/// Returns how telling a word is that `with` of `all` guides have, always above zero (Lucene's form of the
/// Robertson–Spärck Jones weight).
fn idf(all: usize, with: usize) -> f32 {
    let (all, with) = (number(all), number(with));
    (1.0 + (all - with + 0.5) / (with + 0.5)).ln()
}

/// Returns 0 for 0, nearing `saturation + 1` as `frequency` grows.
pub(super) fn saturated(frequency: f32, saturation: f32) -> f32 {
    frequency * (saturation + 1.0) / (frequency + saturation)
}

/// Returns a count as a number to reckon with; counts here are far below what `f32` holds exactly.
pub(super) fn number(count: usize) -> f32 {
    f32::from(u16::try_from(count).unwrap_or(u16::MAX))
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "these numbers are exact in binary")]
mod tests {
    use super::*;
    use crate::search::{query::Query, sample};

    /// Returns the slugs of the guides that fit, best first.
    fn ranked(query: &str, guides: Vec<crate::guide::Guide>) -> Vec<String> {
        let library = sample::library_of(guides);
        let index = Index::build(&library);
        let query = Query::read(query, &index.vocabulary);
        let mut scores = rank(&index, &Norms::new(&index.lengths), &query.sought).scores;
        scores.sort_by(|a, b| b.1.total_cmp(&a.1));
        scores.into_iter().map(|(guide, _)| library.guides[guide as usize].slug.clone()).collect()
    }

    #[test]
    fn fields_count_by_their_weight() {
        let guides = vec![
            sample::guide("body", "One", &[], &["trust here"]),
            sample::guide("none", "One", &[], &["care here"]),
            sample::guide("said", "One", &["trust here"], &["care here"]),
            sample::guide("title", "Trust", &[], &["care here"]),
        ];
        assert_eq!(ranked("trust ", guides), ["title", "said", "body"]);
    }

    #[test]
    fn rare_words_and_short_texts_count_more() {
        let long = "care ".repeat(30) + "trust";
        let guides = vec![
            sample::guide("long", "One", &[], &[&long]),
            sample::guide("rare", "One", &[], &["limits and care"]),
            sample::guide("short", "One", &[], &["trust and care"]),
            sample::guide("third", "One", &[], &["trust and more care"]),
        ];
        assert_eq!(ranked("trust limits ", guides), ["rare", "short", "third", "long"]);
    }

    #[test]
    fn more_of_a_word_counts_less_and_less() {
        let gains: Vec<f32> =
            (0..5).map(|n| saturated(number(n + 1), 1.8) - saturated(number(n), 1.8)).collect();
        assert!(gains.is_sorted_by(|a, b| a > b));
        assert!(saturated(1e6, 1.8) <= 2.8);
        assert_eq!(saturated(0.0, 1.8), 0.0);
    }

    #[test]
    fn every_word_tells_something() {
        assert!(idf(10, 1) > idf(10, 5));
        assert!(idf(10, 10) > 0.0);
    }
}
