//! What part of what is sought a text has.

use crate::search::query::expansion::Intent;
use crate::search::query::term_set::Marked;

/// How much each sought word counts in the whole of what is sought.
#[derive(Debug)]
pub(crate) struct Shares<'a> {
    /// How telling each sought word is.
    pub(crate) weights: &'a [f32],
    /// For each, the other sought words that it has in it: see [`Intent::halves`].
    halves: Vec<Marked>,
    /// The sum of the weights of all that is sought.
    whole: f32,
}

impl<'a> Shares<'a> {
    /// Returns the shares of what `query` seeks, `weights` being how telling each of it is.
    pub(crate) fn new(query: &Intent, weights: &'a [f32]) -> Self {
        let halves = (0..weights.len()).map(|index| query.halves(index)).collect();
        let mut shares = Self { weights, halves, whole: 0.0 };
        shares.whole = shares.each().map(|index| weights[index]).sum();
        shares
    }

    /// Returns the sum of the weights of all that is sought. Two words and the one that they make when they are
    /// written as one count once.
    pub(crate) fn whole(&self) -> f32 {
        self.whole
    }

    /// Returns the sum of the weights of what was found, `found` telling for each sought word how much of it
    /// that was, from 0 to 1.
    pub(crate) fn of(&self, found: &[f32]) -> f32 {
        self.each().map(|index| self.weights[index] * self.found(index, found)).sum()
    }

    /// Returns what the sum of the weights is at most of a text that has these sought words.
    pub(crate) fn at_most(&self, sought: Marked) -> f32 {
        sought.iter().filter_map(|index| self.weights.get(index)).sum::<f32>().min(self.whole())
    }

    /// Returns whether half of what is sought or more was found, by weight and by number.
    pub(crate) fn is_half(&self, found: &[f32]) -> bool {
        let is_found = |index: &usize| self.found(*index, found) > 0.0;
        let weight: f32 = self.each().filter(is_found).map(|index| self.weights[index]).sum();
        2.0 * weight >= self.whole() && 2 * self.each().filter(is_found).count() >= self.each().count()
    }

    /// Returns what counts: not what has others in it.
    fn each(&self) -> impl Iterator<Item = usize> {
        self.halves.iter().enumerate().filter(|(_, halves)| halves.is_empty()).map(|(index, _)| index)
    }

    fn found(&self, index: usize, found: &[f32]) -> f32 {
        let part = |index: usize| found.get(index).copied().unwrap_or(0.0);
        let within = self.halves.iter().enumerate().filter(|(_, halves)| halves.contains(index));
        within.map(|(whole, _)| part(whole)).fold(part(index), f32::max)
    }
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "these numbers are exact in binary")]
mod tests {
    use super::*;
    use crate::search::index::inverted::Index;
    use crate::search::sample;

    #[test]
    fn a_word_written_as_two_is_the_two() {
        let library = sample::library_of(vec![sample::guide("a", "One", &[], &["team work is teamwork"])]);
        let query = Intent::read("team work ", &Index::build(&library));
        assert_eq!(
            query.sought.iter().map(|sought| &sought.typed).collect::<Vec<_>>(),
            ["team", "teamwork", "work"]
        );
        let weights = [1.0, 4.0, 2.0];
        let shares = Shares::new(&query, &weights);
        assert_eq!(shares.whole(), 3.0);
        assert_eq!(shares.of(&[0.0, 1.0, 0.0]), 3.0);
        assert_eq!(shares.of(&[0.0, 0.0, 0.5]), 1.0);
        assert!(shares.is_half(&[0.0, 0.0, 0.5]) && !shares.is_half(&[1.0, 0.0, 0.0]));
    }
}
