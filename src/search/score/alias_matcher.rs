//! What the sayings of a document have of what was typed, told by their stems: a guide has some two hundred, and most
//! have none of it.
//!
//! Two typed words that one saying has count by how many sayings have the two. There the little words tell much,
//! which elsewhere say nothing: *can i*, *my boss*, *let go*.

use std::collections::BTreeMap;

use crate::search::index::aliases::Sayings;
use crate::search::index::vocabulary::Vocabulary;
use crate::search::number::number;
use crate::search::query::expansion::Intent;
use crate::search::query::term_set::Marked;
use crate::search::query::terms::{How, Member};

/// Listens to sayings for the words of a query.
#[derive(Debug)]
pub(crate) struct Listener<'a> {
    sayings: &'a Sayings,
    /// How telling each typed word is, little ones too.
    rarities: Vec<f32>,
    /// The stems that are listened for, in order, each with what it is heard as.
    stems: Vec<(u32, Heard)>,
    /// A bit for each stem that is listened for, by its [`glance`]: most others are passed over without being looked up.
    glances: [u64; GLANCES],
}

/// How many numbers of bits tell stems apart at a glance.
const GLANCES: usize = 64;

/// What a saying has of what was typed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Heard {
    /// The sought words that it has, or has other words for.
    pub(crate) sought: Marked,
    /// The typed words that it has, little ones too.
    typed: Marked,
    /// How many of its words are sought, how many are typed little words only, and how many it has.
    pub(crate) words: [usize; 3],
}

impl<'a> Listener<'a> {
    /// Returns a listener for the words of a query.
    pub(crate) fn new(intent: &Intent, sayings: &'a Sayings, vocabulary: &Vocabulary) -> Self {
        let mut stems: BTreeMap<u32, Heard> = BTreeMap::new();
        let mut often = Vec::new();
        for (at, sought) in intent.sought.iter().enumerate() {
            let is_typed = |how| sought.halves.is_none() && how != How::Synonym;
            let (typed, other): (Vec<&Member>, Vec<&Member>) =
                sought.members.iter().partition(|member| is_typed(member.how));
            for member in typed.iter().chain(&other) {
                stems.entry(member.stem).or_default().sought.add(at);
            }
            for member in &typed {
                stems.entry(member.stem).or_default().typed.add(often.len());
            }
            often.push(typed.iter().map(|member| sayings.often(member.stem)).sum());
        }
        for stem in intent.stop_words.iter().filter_map(|word| vocabulary.stem(word)) {
            stems.entry(stem).or_default().typed.add(often.len());
            often.push(sayings.often(stem));
        }
        let rarities = often.into_iter().map(|often| sayings.rarity(often)).collect();
        let mut glances = [0; GLANCES];
        for stem in stems.keys() {
            let (at, bit) = glance(*stem);
            glances[at] |= bit;
        }
        Self { sayings, rarities, stems: stems.into_iter().collect(), glances }
    }

    /// Returns what each saying of a document has, in their order.
    pub(crate) fn heard(&self, document: u32) -> Vec<Heard> {
        self.sayings.of(document).map(|saying| self.hear(saying)).collect()
    }

    fn hear(&self, saying: &[u32]) -> Heard {
        let mut all = Heard { words: [0, 0, saying.len()], ..Heard::default() };
        for stem in saying {
            let (at, bit) = glance(*stem);
            if self.glances[at] & bit == 0 {
                continue;
            }
            let Ok(at) = self.stems.binary_search_by_key(stem, |(stem, _)| *stem) else { continue };
            let Some((_, heard)) = self.stems.get(at) else { continue };
            all.sought = all.sought.and(heard.sought);
            all.typed = all.typed.and(heard.typed);
            all.words[usize::from(heard.sought.is_empty())] += 1;
        }
        all
    }

    /// Returns the sum, over all pairs of typed words, of what the commoner one tells, by how many sayings have both.
    pub(crate) fn together(&self, heard: &[Heard]) -> f32 {
        let many = self.rarities.len();
        let mut pairs = vec![0_usize; many * many];
        for typed in heard.iter().map(|heard| heard.typed) {
            for first in typed.iter() {
                for second in typed.iter().filter(|second| *second > first) {
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
}

/// Returns where a stem has its bit: one of several thousand, which others share.
fn glance(stem: u32) -> (usize, u64) {
    (stem as usize / 64 % GLANCES, 1 << (stem % 64))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::Guide;
    use crate::search::index::inverted::Index;
    use crate::search::sample;

    /// Returns what each guide's sayings tell together of a query.
    fn together(query: &str, guides: Vec<Guide>) -> Vec<f32> {
        let library = sample::library_of(guides);
        let index = Index::build(&library);
        let intent = Intent::read(query, &index);
        let listener = Listener::new(&intent, &index.sayings, &index.vocabulary);
        let guides = 0..u32::try_from(library.guides.len()).unwrap();
        guides.map(|guide| listener.together(&listener.heard(guide))).collect()
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
