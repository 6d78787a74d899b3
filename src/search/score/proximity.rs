//! Words that stand near each other count more.

use crate::search::score::scan::{Found, Scan};
use crate::search::tuning;

/// The least distance of each pair of sought words in the text of a guide.
pub(crate) struct Nearness {
    many: usize,
    /// For each pair, first the lower index; `usize::MAX` where they are never near.
    least: Vec<usize>,
}

impl Nearness {
    /// Returns the nearness of `many` sought words in no text yet.
    pub(crate) fn new(many: usize) -> Self {
        Self { many, least: vec![usize::MAX; many * many] }
    }

    /// Takes in a text; words of different texts are not near.
    pub(crate) fn take(&mut self, scan: &Scan) {
        for (at, first) in scan.found.iter().enumerate() {
            let after = scan.found.iter().skip(at + 1);
            for second in after.take_while(|second| second.position - first.position <= tuning::FURTHEST) {
                self.pair(first, second);
            }
        }
    }

    fn pair(&mut self, first: &Found, second: &Found) {
        for a in first.sought.iter() {
            for b in second.sought.iter().filter(|b| *b != a) {
                if let Some(least) = self.least.get_mut(a.min(b) * self.many + a.max(b)) {
                    *least = (*least).min(second.position - first.position);
                }
            }
        }
    }

    /// Returns the sum over all pairs of the lesser weight by the square of their distance.
    pub(crate) fn score(&self, weights: &[f32]) -> f32 {
        let near = self.least.iter().enumerate().filter(|(_, least)| **least != usize::MAX);
        near.map(|(pair, least)| {
            let distance = crate::search::number::number(*least);
            weights[pair / self.many].min(weights[pair % self.many]) / (distance * distance)
        })
        .sum()
    }
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "these numbers are exact in binary")]
mod tests {
    use super::*;
    use crate::search::index::inverted::Index;
    use crate::search::query::expansion::Intent;
    use crate::search::sample;
    use crate::search::score::scan::Scanner;

    /// Returns what the nearness of `query`'s two words in `texts` comes to, each counting one.
    fn near(query: &str, texts: &[&str]) -> f32 {
        let index = Index::build(&sample::library());
        let query = Intent::read(query, &index);
        let scanner = Scanner::new(&query, &index.vocabulary);
        let mut nearness = Nearness::new(query.sought.len());
        for text in texts {
            nearness.take(&scanner.scan(text));
        }
        nearness.score(&vec![1.0; query.sought.len()])
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
