//! What people say for a guide, taken together.
//!
//! None of a guide's sayings is quite what is typed, but all of them are a sample of how people ask for it. So each
//! word also counts by how much likelier it is in what people say for this guide than in what they say for all (a
//! language model with Jelinek–Mercer smoothing: Zhai and Lafferty, *A study of smoothing methods for language
//! models*, 2004), and two words that one saying has count by how many sayings have the two (`listen`).

use serde::{Deserialize, Serialize};

use crate::search::number::number;
use crate::search::tuning;

/// The stems of what people say, saying by saying.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Sayings {
    /// How often each stem stands in them.
    often: Vec<u32>,
    /// The stems of one saying after the other.
    stems: Vec<u32>,
    /// Where each saying ends in `stems`.
    ends: Vec<u32>,
    /// Where the sayings of each document end in `ends`.
    last: Vec<u32>,
}

impl Sayings {
    /// Adds a stem to the saying that is at hand.
    pub(crate) fn hear(&mut self, stem: u32) {
        self.stems.push(stem);
    }

    /// Ends the saying at hand.
    pub(crate) fn end_saying(&mut self) {
        self.ends.push(count(self.stems.len()));
    }

    /// Ends the document at hand.
    pub(crate) fn end_document(&mut self) {
        self.last.push(count(self.ends.len()));
    }

    /// Gives each stem the id that a finished vocabulary has for it: `old_ids` holds, for each of those, the one
    /// that it had here.
    pub(crate) fn renamed(mut self, old_ids: &[u32]) -> Self {
        let mut new_ids = vec![0; old_ids.len()];
        for (new, old) in (0..).zip(old_ids) {
            new_ids[*old as usize] = new;
        }
        self.often = vec![0; old_ids.len()];
        for stem in &mut self.stems {
            *stem = new_ids[*stem as usize];
            self.often[*stem as usize] += 1;
        }
        self
    }

    /// Returns how often a stem stands in them.
    pub(crate) fn often(&self, stem: u32) -> f32 {
        number(self.often.get(stem as usize).copied().unwrap_or(0) as usize)
    }

    /// Returns what it tells that the sayings of a document have a word so many times which stands in all of them
    /// `often`: nothing where they do not have it. All documents are taken to have as many words.
    pub(crate) fn likelier(&self, times: f32, often: f32) -> f32 {
        if times > 0.0 {
            let against_mean = times * number(self.last.len()) / often;
            (1.0 + against_mean * (1.0 - tuning::SAID_BY_ALL) / tuning::SAID_BY_ALL).ln()
        } else {
            0.0
        }
    }

    /// Returns what it tells that sayings have a word which stands in all of them `often`.
    pub(crate) fn rarity(&self, often: f32) -> f32 {
        if often > 0.0 { (1.0 + number(self.ends.len()) / often).ln() } else { 0.0 }
    }

    /// Returns the sayings of a document, each as its stems.
    pub(crate) fn of(&self, document: u32) -> impl Iterator<Item = &[u32]> {
        let last = |document: u32| self.last.get(document as usize).map_or(0, |last| *last as usize);
        let end = |saying: usize| self.ends.get(saying).map_or(0, |end| *end as usize);
        let first = document.checked_sub(1).map_or(0, last);
        (first..last(document)).map(move |saying| {
            let start = saying.checked_sub(1).map_or(0, end);
            self.stems.get(start..end(saying)).unwrap_or_default()
        })
    }
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use crate::search::index::inverted::Index;
    use crate::search::sample;

    #[test]
    fn sayings_are_kept_by_document() {
        let guides = vec![
            sample::guide("a", "One", &["can i stay", "too young"], &["limits"]),
            sample::guide("b", "Two", &[], &["limits"]),
            sample::guide("c", "Three", &["stay"], &["limits"]),
        ];
        let index = Index::build(&sample::library_of(guides));
        let sayings = |document| index.sayings.of(document).map(<[u32]>::len).collect::<Vec<_>>();
        assert_eq!((sayings(0), sayings(1), sayings(2)), (vec![3, 2], vec![], vec![1]));
        let often = |word| index.sayings.often(index.vocabulary.stem(word).unwrap());
        assert!((often("staying") - 2.0).abs() < f32::EPSILON && often("limits") < f32::EPSILON);
    }

    #[test]
    fn a_word_tells_more_the_likelier_it_is_in_a_guide_than_in_all() {
        let guides =
            vec![sample::guide("a", "One", &["stay", "go"], &[]), sample::guide("b", "Two", &["go"], &[])];
        let sayings = Index::build(&sample::library_of(guides)).sayings;
        let told = [(1.0, 1.0), (2.0, 2.0), (1.0, 2.0), (1.0, 9.0)]
            .map(|(times, often)| sayings.likelier(times, often));
        assert!(told.is_sorted_by(|a, b| a >= b) && told[0] > told[3], "{told:?}");
        assert!(sayings.likelier(0.0, 0.0).abs() < f32::EPSILON, "nothing said tells nothing");
    }
}
