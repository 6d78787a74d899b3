//! How well a name fits: the title of a guide, or one of the things that people say for it.

use super::{rank::number, scan::Scanner};
use crate::guide::Guide;

/// Which name of a guide fits best, and how well.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct NameFit {
    /// The index of the saying; none is the title.
    pub(super) said: Option<usize>,
    /// How well it fits: at most the sum of the weights of what is sought.
    pub(super) fit: f32,
}

/// A saying is why a guide was found if it has this part of what is sought, or more.
const REASON: f32 = 0.5;

impl NameFit {
    /// Returns the index of the saying, if it is a reason to show the guide.
    pub(super) fn reason(self, weights: &[f32]) -> Option<usize> {
        self.said.filter(|_| self.fit >= REASON * weights.iter().sum::<f32>())
    }

    /// Returns the name of `guide` that fits best: of equals the title, then the saying that comes first.
    pub(super) fn best(guide: &Guide, scanner: &Scanner<'_>, weights: &[f32]) -> Self {
        let title = Self { said: None, fit: fit(&guide.title, scanner, weights) };
        guide.also_said.iter().enumerate().fold(title, |best, (index, said)| {
            let next = Self { said: Some(index), fit: fit(said, scanner, weights) };
            if next.fit > best.fit { next } else { best }
        })
    }
}

/// What a stop word of a name that was not typed counts among its words.
const UNTYPED_STOP_WORD: f32 = 0.25;

/// Returns the weights of the sought words in a name, times the part of its words that are sought: one that says
/// just this comes before one that says more. Stop words count little, those that were typed not at all.
fn fit(name: &str, scanner: &Scanner<'_>, weights: &[f32]) -> f32 {
    let scan = scanner.scan(name);
    if scan.found.is_empty() {
        return 0.0;
    }
    let counts = scan.counts(weights.len());
    let found = weights.iter().zip(&counts).filter(|(_, count)| **count > 0);
    let telling: f32 = found.map(|(weight, _)| weight).sum();
    let found = number(scan.found.len());
    let (other, untyped) = scanner.other_words(name);
    telling * found / (found + number(other) + UNTYPED_STOP_WORD * number(untyped))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::{index::Index, query::Query, sample};

    fn best(query: &str, title: &str, said: &[&str]) -> (Option<usize>, Option<usize>) {
        let library = sample::library_of(vec![sample::guide("a", title, said, &["limits"])]);
        let index = Index::build(&library);
        let query = Query::read(query, &index.vocabulary);
        let scanner = Scanner::new(&query, &index.vocabulary);
        let weights = vec![1.0; query.sought.len()];
        let best = NameFit::best(&library.guides[0], &scanner, &weights);
        (best.said, best.reason(&weights))
    }

    #[test]
    fn the_name_that_says_just_this_is_best() {
        assert_eq!(best("all talk ", "One", &["who can I talk to", "all talk"]).0, Some(1));
        assert_eq!(best("red tape ", "One", &["too much red tape", "red tape"]).0, Some(1));
        assert_eq!(best("trust ", "Trust", &["trust"]).0, None, "of equals the title");
        assert_eq!(best("limits ", "One", &["two"]), (None, None));
    }

    #[test]
    fn a_saying_with_little_of_it_is_no_reason() {
        assert_eq!(best("red limits know ", "Two", &["red"]), (Some(0), None));
        assert_eq!(best("red limits ", "Two", &["red"]), (Some(0), Some(0)));
    }
}
