//! What people say for a guide, taken together.
//!
//! None of a guide's sayings is quite what is typed, but all of them are a sample of how people ask for it. So each
//! word also counts by how much likelier it is in what people say for this guide than in what they say for all (a
//! language model with Jelinek–Mercer smoothing: Zhai and Lafferty, *A study of smoothing methods for language
//! models*, 2004), and two words that one saying has count by how many sayings have the two. There the little words tell
//! much, which elsewhere say nothing: *can i*, *my boss*, *let go*.

use serde::{Deserialize, Serialize};

use super::{
    intent::{How, Intent},
    rank::number,
    scan::Marked,
    tuning,
    vocabulary::Vocabulary,
};

/// The stems of what people say, saying by saying.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Sayings {
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
    pub(super) fn hear(&mut self, stem: u32) {
        self.stems.push(stem);
    }

    /// Ends the saying at hand.
    pub(super) fn end_saying(&mut self) {
        self.ends.push(count(self.stems.len()));
    }

    /// Ends the document at hand.
    pub(super) fn end_document(&mut self) {
        self.last.push(count(self.ends.len()));
    }

    /// Gives each stem the id that a finished vocabulary has for it: `old_ids` holds, for each of those, the one
    /// that it had here.
    pub(super) fn renamed(mut self, old_ids: &[u32]) -> Self {
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
    pub(super) fn often(&self, stem: u32) -> f32 {
        number(self.often.get(stem as usize).copied().unwrap_or(0) as usize)
    }

    /// Returns what it tells that the sayings of a document have a word so many times which stands in all of them
    /// `often`: nothing where they do not have it. All documents are taken to have as many words.
    pub(super) fn likelier(&self, times: f32, often: f32) -> f32 {
        if times > 0.0 {
            let against_mean = times * number(self.last.len()) / often;
            (1.0 + against_mean * (1.0 - tuning::SAID_BY_ALL) / tuning::SAID_BY_ALL).ln()
        } else {
            0.0
        }
    }

    /// Returns what it tells that sayings have a word which stands in all of them `often`.
    fn rarity(&self, often: f32) -> f32 {
        if often > 0.0 { (1.0 + number(self.ends.len()) / often).ln() } else { 0.0 }
    }

    /// Returns the sayings of a document, each as its stems.
    fn of(&self, document: u32) -> impl Iterator<Item = &[u32]> {
        let last = |document: u32| self.last.get(document as usize).map_or(0, |last| *last as usize);
        let end = |saying: usize| self.ends.get(saying).map_or(0, |end| *end as usize);
        let first = document.checked_sub(1).map_or(0, last);
        (first..last(document)).map(move |saying| {
            let start = saying.checked_sub(1).map_or(0, end);
            self.stems.get(start..end(saying)).unwrap_or_default()
        })
    }
}

/// The typed words, little ones too, as they are looked for in sayings.
#[derive(Debug)]
pub(super) struct Together<'a> {
    sayings: &'a Sayings,
    /// How telling each typed word is.
    rarities: Vec<f32>,
    /// The stems that the words may stand for, in order, each with the words.
    stems: Vec<(u32, Marked)>,
}

impl<'a> Together<'a> {
    /// Returns the words of a query, to be looked for in these sayings.
    pub(super) fn new(intent: &Intent, sayings: &'a Sayings, vocabulary: &Vocabulary) -> Self {
        let typed = intent.sought.iter().filter(|sought| sought.halves.is_none());
        let own = typed.map(|sought| {
            let members = sought.members.iter().filter(|member| member.how != How::Synonym);
            members.map(|member| member.stem).collect()
        });
        let little = intent.stop_words.iter().map(|word| vocabulary.stem(word).into_iter().collect());
        let words: Vec<Vec<u32>> = own.chain(little).collect();
        let mut stems: Vec<(u32, usize)> = words
            .iter()
            .enumerate()
            .flat_map(|(at, stems)| stems.iter().map(move |stem| (*stem, at)))
            .collect();
        stems.sort_unstable();
        let same = stems.chunk_by(|(first, _), (second, _)| first == second);
        let stems = same.filter_map(|same| Some((same.first()?.0, same.iter().map(|(_, at)| *at).collect())));
        let often = |stems: &Vec<u32>| stems.iter().map(|stem| sayings.often(*stem)).sum();
        let rarities = words.iter().map(|stems| sayings.rarity(often(stems))).collect();
        Self { sayings, rarities, stems: stems.collect() }
    }

    /// Returns the sum, over all pairs of typed words, of what the commoner one tells, by how many of the
    /// document's sayings have both.
    pub(super) fn score(&self, document: u32) -> f32 {
        let many = self.rarities.len();
        let mut pairs = vec![0_usize; many * many];
        for saying in self.sayings.of(document) {
            let words = self.words_in(saying);
            for first in words.iter() {
                for second in words.iter().filter(|second| *second > first) {
                    pairs[first * many + second] += 1;
                }
            }
        }
        let met = pairs.into_iter().enumerate().filter(|(_, times)| *times > 0);
        met.map(|(pair, times)| {
            let tells = self.rarities[pair / many].min(self.rarities[pair % many]);
            tells * number(1 + times).ln()
        })
        .sum()
    }

    fn words_in(&self, saying: &[u32]) -> Marked {
        let known = saying.iter().filter_map(|stem| {
            let at = self.stems.binary_search_by_key(stem, |(stem, _)| *stem).ok()?;
            self.stems.get(at)
        });
        known.flat_map(|(_, words)| words.iter()).collect()
    }
}

fn count(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        guide::Guide,
        search::{index::Index, sample},
    };

    /// Returns what each guide's sayings tell together of a query.
    fn together(query: &str, guides: Vec<Guide>) -> Vec<f32> {
        let library = sample::library_of(guides);
        let index = Index::build(&library);
        let intent = Intent::read(query, &index);
        let together = Together::new(&intent, &index.sayings, &index.vocabulary);
        (0..library.guides.len()).map(|guide| together.score(u32::try_from(guide).unwrap())).collect()
    }

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

    #[test]
    fn two_words_of_one_saying_tell_more_than_in_two_and_little_words_tell_too() {
        let guides = || {
            vec![
                sample::guide("a", "One", &["can i stay", "too young"], &[]),
                sample::guide("b", "Two", &["can i go", "he may stay"], &[]),
            ]
        };
        let one = together("stay young ", guides());
        assert!(one.iter().all(|tells| tells.abs() < f32::EPSILON), "no saying has both: {one:?}");
        let both = together("young, too ", guides());
        assert!(both[0] > both[1]);
        let little = together("can i stay ", guides());
        assert!(little[0] > little[1] && little[1] > 0.0, "both have *can i*: {little:?}");
        assert_eq!(little, together("stay can i ", guides()), "in whatever order");
    }
}
