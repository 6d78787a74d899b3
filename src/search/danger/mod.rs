//! Words of danger in what was typed: whether the safety page is to stand above all results, and for what.
//!
//! Looked for in the query as it was typed, before words are dropped, mended or excluded. Phrases of words and classes of
//! words ([`Danger`](crate::guide::Danger)) are looked for as sets of positions; a misspelt word counts for the words it
//! may have been meant to be, and can raise an alarm but not silence one.

mod compile;
mod endings;
mod pattern;
mod spelling;
mod words;

use pattern::{Pattern, Positions};
use words::{Vocabulary, WORDS_AT_ONCE, Word};

use crate::guide::{Area, Danger};

/// What a guess of the spelling takes from the weight of a phrase.
const GUESSED: u16 = 6;

/// Finds words of danger.
#[derive(Debug, Clone, Default)]
pub struct DangerWords {
    /// The situations, in the pack's order.
    situations: Vec<String>,
    vocabulary: Vocabulary,
    /// How many different items there are.
    items: usize,
    harmless: Vec<Pattern>,
    young: Vec<Pattern>,
    patterns: Vec<Pattern>,
}

/// The safety page is to be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Raised<'a> {
    /// The situations it may be, the likeliest first; at least one.
    pub situations: Vec<&'a str>,
    /// Whose page: a young person who speaks of themselves, or a worker.
    pub area: Area,
}

impl DangerWords {
    /// Makes the words of danger of a pack ready to be looked for.
    #[must_use]
    pub fn new(danger: &Danger) -> Self {
        compile::compile(danger)
    }

    /// Returns the situations that the words of a query speak of, if there are any.
    #[must_use]
    pub fn raise(&self, query: &str) -> Option<Raised<'_>> {
        let words = self.vocabulary.words(query);
        let mut weights = vec![0; self.situations.len()];
        let mut is_young = false;
        let mut start = 0;
        // A long text is read in stretches that overlap.
        loop {
            let rest = words.get(start..).unwrap_or_default();
            is_young |= self.weigh(rest, &mut weights);
            if rest.len() <= WORDS_AT_ONCE {
                break;
            }
            start += WORDS_AT_ONCE / 2;
        }
        let mut found: Vec<(u16, &str)> =
            weights.into_iter().zip(self.situations.iter().map(String::as_str)).collect();
        found.retain(|(weight, _)| *weight > 0);
        found.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
        let situations: Vec<&str> = found.into_iter().map(|(_, situation)| situation).collect();
        let area = if is_young { Area::YoungPeople } else { Area::Workforce };
        (!situations.is_empty()).then_some(Raised { situations, area })
    }

    /// Raises the weights of the situations that the first words speak of, and returns whether a young person speaks.
    fn weigh(&self, words: &[Word], weights: &mut [u16]) -> bool {
        let mut exact = Positions::new(self.items, words.len());
        let mut guessed = Positions::new(self.items, words.len());
        for (at, word) in words.iter().take(WORDS_AT_ONCE).enumerate() {
            self.items(&word.text).for_each(|item| exact.add(item, at));
            let meant = word.guesses.iter().flat_map(|guess| self.items(guess));
            meant.for_each(|item| guessed.add(item, at));
        }
        let harmless = self.harmless.iter().fold(0, |all, pattern| all | pattern.matched(&exact));
        exact.take_out(harmless);
        guessed.join(&exact);
        for pattern in &self.patterns {
            let weight = match pattern {
                pattern if pattern.matches(&exact) => pattern.weight,
                pattern if pattern.matches(&guessed) => pattern.weight.saturating_sub(GUESSED).max(1),
                _ => continue,
            };
            if let Some(best) = weights.get_mut(pattern.leads_to) {
                *best = weight.max(*best);
            }
        }
        self.young.iter().any(|pattern| pattern.matches(&guessed))
    }

    /// Returns the items of phrases that a word is one of.
    fn items(&self, word: &str) -> impl Iterator<Item = u16> {
        self.vocabulary.items_of.get(word).into_iter().flatten().copied()
    }
}
