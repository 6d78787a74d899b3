//! Paragraphs that stand nearly the same in two places.
//!
//! A paragraph is the set of its shingles (runs of [`SHINGLE`] words), and two are alike as much as their sets
//! are: what both have, divided by what either has (Jaccard). Not every pair is compared: each paragraph keeps its
//! smallest hashes, and only those that share one are looked at (A. Broder, *On the resemblance and containment
//! of documents*, 1997), at most [`COMPARED`] for each hash, so that time grows with the text and not its square.

use std::collections::BTreeMap;

use super::passage::{Passage, Subject};
use crate::guide::Part;
use crate::pack::{Notes, Rule, Spot};
use crate::text::fnv1a;

/// The words of a shingle.
const SHINGLE: usize = 4;

/// Paragraphs of fewer words are formulas.
const WORDS_AT_LEAST: usize = 14;

/// The hashes that a paragraph is known by.
const KEPT: usize = 8;

/// The earlier paragraphs that are looked at for each of them.
const COMPARED: usize = 4;

/// Two paragraphs that share so many of a hundred shingles say the same.
const ALIKE: usize = 40;

/// The paragraphs so far.
#[derive(Default)]
pub(super) struct Repeats {
    seen: Vec<Seen>,
    /// The first paragraphs that each of the kept hashes was found in.
    by_hash: BTreeMap<u64, Vec<usize>>,
}

struct Seen {
    spot: Spot,
    guide: String,
    /// In order.
    shingles: Vec<u64>,
}

impl Repeats {
    /// Notes the paragraphs of a guide that are nearly those of an earlier one, or stand twice in it.
    pub(super) fn check(&mut self, subject: &Subject<'_>, notes: &mut Notes) {
        let long = subject.prose().filter(|passage| passage.words.len() >= WORDS_AT_LEAST);
        for passage in long.filter(|passage| passage.part == Part::Written) {
            let whole = 0..passage.text().len();
            let shingles = shingles(passage);
            if let Some(first) = self.like(&shingles) {
                let message = format!("a paragraph of `{}` says this in nearly the same words", first.guide);
                let help = "say it in one place and link to it from the other, or say here what is different";
                subject.note(notes, Rule::NearDuplicate, (passage, whole), message, help);
                notes.also(first.spot);
            } else {
                let spot = subject.spot(passage, whole);
                self.add(Seen { spot, guide: subject.guide.slug.clone(), shingles });
            }
        }
    }

    /// Returns the earliest paragraph that has nearly these shingles.
    fn like(&self, shingles: &[u64]) -> Option<&Seen> {
        let mut near: Vec<usize> =
            shingles.iter().take(KEPT).filter_map(|hash| self.by_hash.get(hash)).flatten().copied().collect();
        near.sort_unstable();
        near.dedup();
        near.into_iter()
            .filter_map(|at| self.seen.get(at))
            .find(|seen| alike(&seen.shingles, shingles) >= ALIKE)
    }

    fn add(&mut self, paragraph: Seen) {
        for hash in paragraph.shingles.iter().take(KEPT) {
            let first = self.by_hash.entry(*hash).or_default();
            if first.len() < COMPARED {
                first.push(self.seen.len());
            }
        }
        self.seen.push(paragraph);
    }
}

/// Returns the hashes of the shingles of a passage, each once, in order.
fn shingles(passage: &Passage<'_>) -> Vec<u64> {
    let runs = passage.words.windows(SHINGLE);
    let hash = |run: &[super::sentences::Word<'_>]| {
        fnv1a(run.iter().flat_map(|word| word.folded.bytes().chain([b' '])))
    };
    let mut found: Vec<u64> = runs.map(hash).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// Returns how many of a hundred shingles two paragraphs share. Both are in order.
fn alike(a: &[u64], b: &[u64]) -> usize {
    let (mut i, mut j, mut shared) = (0, 0, 0);
    while let (Some(one), Some(other)) = (a.get(i), b.get(j)) {
        shared += usize::from(one == other);
        i += usize::from(one <= other);
        j += usize::from(other <= one);
    }
    100 * shared / (a.len() + b.len() - shared).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn likeness_is_what_is_shared_of_all() {
        assert_eq!(alike(&[1, 2, 3], &[1, 2, 3]), 100);
        assert_eq!(alike(&[1, 2, 3], &[2, 3, 4]), 50);
        assert_eq!(alike(&[1], &[2]), 0);
        assert_eq!(alike(&[], &[]), 0);
    }
}
