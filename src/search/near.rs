//! Words that stand near each other count more.

use super::scan::{Found, Scan};

/// Words further apart than this are not near.
const FURTHEST: usize = 8;

/// The least distance of each pair of sought words in the text of a guide.
pub(super) struct Nearness {
    many: usize,
    /// For each pair, first the lower index; `usize::MAX` where they are never near.
    least: Vec<usize>,
}

impl Nearness {
    /// Returns the nearness of `many` sought words in no text yet.
    pub(super) fn new(many: usize) -> Self {
        Self { many, least: vec![usize::MAX; many * many] }
    }

    /// Takes in a text; words of different texts are not near.
    pub(super) fn take(&mut self, scan: &Scan) {
        for (at, first) in scan.found.iter().enumerate() {
            let after = scan.found.iter().skip(at + 1);
            for second in after.take_while(|second| second.position - first.position <= FURTHEST) {
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
    pub(super) fn score(&self, weights: &[f32]) -> f32 {
        let near = self.least.iter().enumerate().filter(|(_, least)| **least != usize::MAX);
        near.map(|(pair, least)| {
            let distance = super::rank::number(*least);
            weights[pair / self.many].min(weights[pair % self.many]) / (distance * distance)
        })
        .sum()
    }
}
