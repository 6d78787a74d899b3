//! Terms that stand near each other count more.

use super::scan::{Occurrence, Scan};
use crate::search::number::as_f32;
use crate::search::tuning;

/// The least distance of each pair of terms in the texts of a document.
pub(crate) struct Proximity {
    /// How many terms there are.
    terms: usize,
    /// For each pair, the term with the lower index first; `usize::MAX` where they are never near.
    least: Vec<usize>,
}

impl Proximity {
    /// Returns the proximity of so many terms in no text yet.
    pub(crate) fn new(terms: usize) -> Self {
        Self { terms, least: vec![usize::MAX; terms * terms] }
    }

    /// Takes in a text; words of different texts are not near.
    pub(crate) fn add(&mut self, scan: &Scan) {
        for (index, first) in scan.found.iter().enumerate() {
            let after = scan.found.iter().skip(index + 1);
            let in_window =
                |second: &&Occurrence| second.position - first.position <= tuning::PROXIMITY_WINDOW;
            after.take_while(in_window).for_each(|second| self.add_pair(first, second));
        }
    }

    fn add_pair(&mut self, first: &Occurrence, second: &Occurrence) {
        for a in first.terms.iter() {
            for b in second.terms.iter().filter(|b| *b != a) {
                if let Some(least) = self.least.get_mut(a.min(b) * self.terms + a.max(b)) {
                    *least = (*least).min(second.position - first.position);
                }
            }
        }
    }

    /// Returns the sum, over all pairs of terms, of the lesser weight divided by the square of their distance.
    pub(crate) fn score(&self, weights: &[f32]) -> f32 {
        let near = self.least.iter().enumerate().filter(|(_, least)| **least != usize::MAX);
        near.map(|(pair, least)| {
            let distance = as_f32(*least);
            weights[pair / self.terms].min(weights[pair % self.terms]) / (distance * distance)
        })
        .sum()
    }
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "these numbers are exact in binary")]
mod tests {
    use super::*;
    use crate::search::index::Index;
    use crate::search::query::ExpandedQuery;
    use crate::search::sample;
    use crate::search::score::Scanner;

    /// Returns the score of `query`'s two words in `texts`, each term weighing one.
    fn near(query: &str, texts: &[&str]) -> f32 {
        let index = Index::build(&sample::library());
        let query = ExpandedQuery::read(query, &index);
        let scanner = Scanner::new(&query, &index.vocabulary);
        let mut proximity = Proximity::new(query.terms.len());
        for text in texts {
            proximity.add(&scanner.scan(text));
        }
        proximity.score(&vec![1.0; query.terms.len()])
    }

    #[test]
    fn nearer_is_more_in_either_order() {
        assert_eq!(near("trust boundary ", &["trust boundary"]), 1.0);
        assert_eq!(near("trust boundary ", &["boundary and trust"]), 0.25);
        assert_eq!(near("trust boundary ", &["trust boundary trust boundary"]), 1.0);
    }

    #[test]
    fn far_words_and_words_of_different_texts_are_not_near() {
        assert_eq!(near("trust boundary ", &["trust a b c d e f g h boundary"]), 0.0);
        assert_eq!(near("trust boundary ", &["trust", "boundary"]), 0.0);
        assert_eq!(near("trust ", &["trust trust"]), 0.0);
    }
}
