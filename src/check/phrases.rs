//! Finds many phrases in a text at once: by their first word, so that their number hardly matters.

use std::collections::HashMap;
use std::ops::Range;

use super::sentences::{Word, words};

/// Phrases, each with what it stands for.
#[derive(Debug)]
pub(super) struct Phrases<T> {
    /// By the first word: the words after it, and what the phrase stands for. The longest first.
    by_first: HashMap<String, Vec<(Vec<String>, T)>>,
}

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self { by_first: HashMap::new() }
    }
}

impl<T: Copy> Phrases<T> {
    /// Adds a phrase; one without a word is none.
    pub(super) fn add(&mut self, phrase: &str, meant: T) {
        let mut rest = words(phrase).into_iter().map(|word| word.folded.into_owned());
        let Some(first) = rest.next() else { return };
        let others = self.by_first.entry(first).or_default();
        let rest: Vec<String> = rest.collect();
        let at = others.partition_point(|(other, _)| other.len() >= rest.len());
        others.insert(at, (rest, meant));
    }

    /// Returns the phrases in a text, the longest at each place, with their bytes. None overlap.
    pub(super) fn find(&self, text: &[Word<'_>]) -> Vec<(Range<usize>, T)> {
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(first) = text.get(at) {
            let behind = text.get(at + 1..).unwrap_or_default();
            let fits = |rest: &[String]| {
                behind.len() >= rest.len()
                    && rest.iter().zip(behind).all(|(word, other)| *word == other.folded)
            };
            let phrases = self.by_first.get(first.folded.as_ref()).map_or(&[][..], Vec::as_slice);
            match phrases.iter().find(|(rest, _)| fits(rest)) {
                Some((rest, meant)) => {
                    let end = rest.len().checked_sub(1).and_then(|last| behind.get(last)).unwrap_or(first);
                    found.push((first.range.start..end.range.end, *meant));
                    at += rest.len() + 1;
                }
                None => at += 1,
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_phrase_is_found_with_its_bytes() {
        let mut phrases = Phrases::default();
        for (number, phrase) in ["care", "Care leaver", "at the end of the day", "…"].into_iter().enumerate()
        {
            phrases.add(phrase, number);
        }
        let text = "Care-experienced? A CARE   leaver takes care at the end of it.";
        let found: Vec<_> = phrases
            .find(&words(text))
            .into_iter()
            .map(|(range, number)| (crate::text::slice(text, range), number))
            .collect();
        assert_eq!(found, [("CARE   leaver", 1), ("care", 0)]);
    }
}
