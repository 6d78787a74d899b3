//! How well the search answers lookups: what stands first, in the first three, and the mean reciprocal rank.
//!
//! The mean reciprocal rank (Voorhees 1999, the TREC-8 question answering track) is the mean over all lookups of one
//! divided by the rank of the first right answer, nothing where there is none.

use super::{Answering, Floor, Lookup};
use crate::guide::Library;
use crate::search::{Hit, Search, Subject};

/// How many results are looked through for the right one: twenty guides with three passages each.
const LOOKED_THROUGH: usize = 60;

/// The results that stand on the first screen.
const FIRST_SCREEN: usize = 3;

/// How well lookups are answered.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Score {
    /// All of them.
    pub all: Tally,
    /// Those that say the same in `about`, in order of what they say.
    pub groups: Vec<Group>,
    /// Those whose right answer does not stand first, in the order of the file.
    pub misses: Vec<Miss>,
}

/// Lookups that say the same in `about`.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Group {
    /// What they say.
    pub about: String,
    /// How well they are answered.
    pub tally: Tally,
}

/// How well some lookups are answered.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Tally {
    /// How many there are.
    pub lookups: u32,
    /// How many have a right answer first.
    pub first: u32,
    /// How many have one in the first three.
    pub in_three: u32,
    /// The sum of the reciprocal ranks.
    reciprocal: f64,
}

/// A lookup whose right answer does not stand first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Miss {
    /// Its index in the file.
    pub lookup: usize,
    /// The rank of the first right answer, from 1; nothing where none is among the first twenty results.
    pub rank: Option<u32>,
    /// What stands in the first three places.
    pub found: Vec<Answering>,
}

impl Tally {
    /// Returns which part has a right answer first, 0 to 1.
    #[must_use]
    pub fn first_part(&self) -> f64 {
        self.part(f64::from(self.first))
    }

    /// Returns which part has a right answer in the first three, 0 to 1.
    #[must_use]
    pub fn in_three_part(&self) -> f64 {
        self.part(f64::from(self.in_three))
    }

    /// Returns the mean reciprocal rank, 0 to 1.
    #[must_use]
    pub fn mean_reciprocal_rank(&self) -> f64 {
        self.part(self.reciprocal)
    }

    /// Whether a floor is reached.
    #[must_use]
    pub fn reaches(&self, floor: Floor) -> bool {
        floor.first.is_none_or(|first| self.first_part() >= first)
            && floor.in_three.is_none_or(|in_three| self.in_three_part() >= in_three)
    }

    fn part(&self, some: f64) -> f64 {
        some / f64::from(self.lookups.max(1))
    }

    fn count(&mut self, rank: Option<u32>) {
        self.lookups += 1;
        self.first += u32::from(rank == Some(1));
        self.in_three += u32::from(rank.is_some_and(|rank| rank <= 3));
        self.reciprocal += rank.map_or(0.0, |rank| 1.0 / f64::from(rank));
    }
}

/// Searches for every lookup as a reader would, and returns how well it is answered. What is not right and stands
/// above counts against it, whatever it is.
#[must_use]
pub fn score(lookups: &[Lookup], library: &Library, search: &Search) -> Score {
    let mut score = Score::default();
    for (index, lookup) in lookups.iter().enumerate() {
        let hits = search.find(library, &lookup.words, LOOKED_THROUGH).hits;
        let mut found: Vec<Answering> = Vec::new();
        // A guide counts once, however many of its passages there are.
        for one in hits.iter().map(answering) {
            if !found.contains(&one) {
                found.push(one);
            }
        }
        let rank = (1..).zip(&found).find(|(_, one)| lookup.right.contains(one)).map(|(rank, _)| rank);
        score.all.count(rank);
        score.group(&lookup.about).count(rank);
        if rank != Some(1) {
            let found = found.into_iter().take(FIRST_SCREEN).collect();
            score.misses.push(Miss { lookup: index, rank, found });
        }
    }
    score
}

impl Score {
    /// Returns the tally of a group, a new one where there is none.
    fn group(&mut self, about: &str) -> &mut Tally {
        let at = match self.groups.binary_search_by(|group| group.about.as_str().cmp(about)) {
            Ok(at) => at,
            Err(at) => {
                self.groups.insert(at, Group { about: about.to_owned(), tally: Tally::default() });
                at
            }
        };
        &mut self.groups[at].tally
    }
}

fn answering(hit: &Hit) -> Answering {
    match hit.subject {
        Subject::Guide { guide, .. } => Answering::Guide(guide),
        Subject::Term { term, .. } => Answering::Term(term),
        Subject::Theme { theme, .. } => Answering::Theme(theme),
    }
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "these numbers are exact in binary")]
mod tests {
    use super::*;

    #[test]
    fn a_rank_below_the_first_counts_in_part_and_a_floor_is_reached_when_it_is_met() {
        let mut tally = Tally::default();
        for rank in [Some(1), Some(2), Some(4), None] {
            tally.count(rank);
        }
        assert_eq!((tally.first_part(), tally.in_three_part()), (0.25, 0.5));
        assert_eq!(tally.mean_reciprocal_rank(), (1.0 + 0.5 + 0.25) / 4.0);
        let floor = |first, in_three| Floor { first, in_three };
        assert!(tally.reaches(floor(None, None)) && tally.reaches(floor(Some(0.25), Some(0.5))));
        assert!(!tally.reaches(floor(Some(0.26), None)) && !tally.reaches(floor(None, Some(0.51))));
    }
}
