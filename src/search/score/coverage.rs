//! How much of the query a text covers, by the weights of the terms.

use crate::search::index::Vocabulary;
use crate::search::number::as_f32;
use crate::search::query::{ExpandedQuery, MatchKind, QueryTerm, TermSet};
use crate::search::tuning;

/// What each term of a query weighs in the whole of it.
#[derive(Debug)]
pub(crate) struct Coverage {
    /// The weight of each term: its inverse document frequency times how much it counts.
    pub(crate) weights: Vec<f32>,
    /// For each, the other terms that are halves of it: see [`ExpandedQuery::halves`].
    halves: Vec<TermSet>,
    /// The sum of the weights. Two words and the one that they make when they are written as one count once.
    pub(crate) whole: f32,
}

impl Coverage {
    /// Returns the coverage of a query whose terms have these weights.
    pub(crate) fn new(query: &ExpandedQuery, weights: Vec<f32>) -> Self {
        let halves = (0..weights.len()).map(|index| query.halves(index)).collect();
        let mut coverage = Self { weights, halves, whole: 0.0 };
        coverage.whole = coverage.counted().map(|index| coverage.weights[index]).sum();
        coverage
    }

    /// Returns the coverage of a query whose terms weigh what they tell passages apart by: the logarithm of how rare they
    /// are in all that is said and written. Words that stand in every guide weigh nothing between guides and still tell
    /// one passage from another.
    pub(crate) fn of_passages(query: &ExpandedQuery, vocabulary: &Vocabulary) -> Self {
        let weight = |term: &QueryTerm| term.weight * rarity(frequency(term, vocabulary));
        Self::new(query, query.terms.iter().map(weight).collect())
    }

    /// Returns the sum of the weights of what was found; `found` has for each term how much of it that was, from 0 to
    /// 1.
    pub(crate) fn of(&self, found: &[f32]) -> f32 {
        self.counted().map(|index| self.weights[index] * self.found(index, found)).sum()
    }

    /// Returns an upper bound for a text that has these terms.
    pub(crate) fn upper_bound(&self, terms: TermSet) -> f32 {
        terms.iter().filter_map(|index| self.weights.get(index)).sum::<f32>().min(self.whole)
    }

    /// Returns the terms that count: all but those that have halves among the others.
    fn counted(&self) -> impl Iterator<Item = usize> {
        self.halves.iter().enumerate().filter(|(_, halves)| halves.is_empty()).map(|(index, _)| index)
    }

    /// Returns how much of a term was found, by itself or in the joined word of which it is a half.
    fn found(&self, index: usize, found: &[f32]) -> f32 {
        let part = |index: usize| found.get(index).copied().unwrap_or(0.0);
        let joined = self.halves.iter().enumerate().filter(|(_, halves)| halves.contains(index));
        joined.map(|(joined, _)| part(joined)).fold(part(index), f32::max)
    }
}

/// Returns how much a word tells that occurs so often.
pub(crate) fn rarity(frequency: u32) -> f32 {
    (tuning::COMMON / as_f32(frequency.max(1) as usize)).ln_1p()
}

/// Returns how often a term occurs; its synonyms count only where it does not.
pub(crate) fn frequency(term: &QueryTerm, vocabulary: &Vocabulary) -> u32 {
    let of = |synonyms: bool| {
        let stems = term.expansions.iter().filter(|one| (one.kind == MatchKind::Synonym) == synonyms);
        stems.map(|one| vocabulary.frequency(one.stem)).fold(0, u32::saturating_add)
    };
    match of(false) {
        0 => of(true),
        frequency => frequency,
    }
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "these numbers are exact in binary")]
mod tests {
    use super::*;
    use crate::search::index::Index;
    use crate::search::sample;

    #[test]
    fn a_word_written_as_two_is_the_two() {
        let library = sample::library_of(vec![sample::guide("a", "One", &[], &["team work is teamwork"])]);
        let query = ExpandedQuery::read("team work ", &Index::build(&library));
        assert_eq!(
            query.terms.iter().map(|term| &term.typed).collect::<Vec<_>>(),
            ["team", "teamwork", "work"]
        );
        let weights = [1.0, 4.0, 2.0];
        let coverage = Coverage::new(&query, weights.to_vec());
        assert_eq!(coverage.whole, 3.0);
        assert_eq!(coverage.of(&[0.0, 1.0, 0.0]), 3.0);
        assert_eq!(coverage.of(&[0.0, 0.0, 0.5]), 1.0);
    }
}
