//! How well the search answers lookups: what stands first, in the first three, the mean reciprocal rank, and whether it
//! is said where nothing answers.
//!
//! The mean reciprocal rank (Voorhees 1999, the TREC-8 question answering track) is the mean over all lookups of one
//! divided by the rank of the first right answer, nothing where there is none.

use super::{Answering, Figure, Floor, Lookup};
use crate::guide::Library;
use crate::search::{Hit, Search, Subject};

/// How many results are looked through for the right one: as many as the reader lists.
const LOOKED_THROUGH: usize = 20;

/// How many are asked for, so that there are as many different guides: several may be of one guide.
const ASKED_FOR: usize = 3 * LOOKED_THROUGH;

/// The results that stand on the first screen.
const FIRST_SCREEN: usize = 3;

/// How well lookups are answered.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Score {
    /// All of them.
    pub all: Tally,
    /// Those that say the same in `about`, in order of what they say.
    pub groups: Vec<Group>,
    /// Those whose right answer does not stand first, in the order of the file; also where a passage does and the answer is
    /// said to be unsure, and where nothing answers and it is not.
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
    /// Those that something answers.
    pub lookups: u32,
    /// Where the right guide stands, or another right answer that is no passage.
    pub guide: Ranks,
    /// Those that ask for passages.
    pub passages: u32,
    /// Where the right section stands.
    pub section: Ranks,
    /// Where the right passage stands.
    pub passage: Ranks,
    /// How many that something answers are said to be unsure.
    pub wrongly_unsure: u32,
    /// Those that nothing answers.
    pub none: u32,
    /// How many of these are said to be unsure, or find nothing.
    pub unsure: u32,
}

/// Where right answers stand.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Ranks {
    /// How many stand first.
    pub first: u32,
    /// How many stand in the first three places.
    pub in_three: u32,
    /// The sum of the reciprocal ranks.
    reciprocal: f64,
}

/// A lookup that is not answered as it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Miss {
    /// Its index in the file.
    pub lookup: usize,
    /// The rank of the first right answer (of the passage, where passages are asked for), from 1; nothing where none is
    /// among the first twenty results.
    pub rank: Option<u32>,
    /// Whether the answer is said to be unsure.
    pub is_unsure: bool,
    /// What stands in the first three places.
    pub found: Vec<Answering>,
}

impl Ranks {
    fn count(&mut self, rank: Option<u32>) {
        self.first += u32::from(rank == Some(1));
        self.in_three += u32::from(rank.is_some_and(|rank| rank <= 3));
        self.reciprocal += rank.map_or(0.0, |rank| 1.0 / f64::from(rank));
    }
}

impl Tally {
    /// Returns a figure, 0 to 1; nothing where no lookup has a say in it.
    #[must_use]
    pub fn part(&self, figure: Figure) -> Option<f64> {
        let (some, all) = match figure {
            Figure::First => (self.guide.first, self.lookups),
            Figure::InThree => (self.guide.in_three, self.lookups),
            Figure::SectionFirst => (self.section.first, self.passages),
            Figure::SectionInThree => (self.section.in_three, self.passages),
            Figure::PassageFirst => (self.passage.first, self.passages),
            Figure::PassageInThree => (self.passage.in_three, self.passages),
            Figure::Unsure => (self.unsure, self.none),
            Figure::WronglyUnsure => (self.wrongly_unsure, self.lookups),
        };
        (all > 0).then(|| f64::from(some) / f64::from(all))
    }

    /// Returns the mean reciprocal rank of guides, 0 to 1.
    #[must_use]
    pub fn mean_reciprocal_rank(&self) -> f64 {
        self.guide.reciprocal / f64::from(self.lookups.max(1))
    }

    /// Whether a floor is reached. What no lookup has a say in is not asked of them.
    #[must_use]
    pub fn reaches(&self, floor: Floor) -> bool {
        Figure::ALL.into_iter().all(|figure| match (self.part(figure), floor.of(figure)) {
            (Some(part), Some(asked)) => figure.reaches(part, asked),
            _ => true,
        })
    }

    fn count(&mut self, found: &Found) {
        if found.is_answerable {
            self.lookups += 1;
            self.guide.count(found.guide);
            self.wrongly_unsure += u32::from(found.is_unsure);
        } else {
            self.none += 1;
            self.unsure += u32::from(found.is_unsure);
        }
        if let Some((section, passage)) = found.passage {
            self.passages += 1;
            self.section.count(section);
            self.passage.count(passage);
        }
    }
}

/// Where what is right for one lookup was found.
struct Found {
    is_answerable: bool,
    is_unsure: bool,
    /// The rank of the right guide.
    guide: Option<u32>,
    /// The ranks of the right section and of the right passage, where passages are asked for.
    passage: Option<(Option<u32>, Option<u32>)>,
}

impl Found {
    /// Returns the rank of what is asked for.
    fn rank(&self) -> Option<u32> {
        self.passage.map_or(self.guide, |(_, passage)| passage)
    }

    fn is_miss(&self) -> bool {
        match self.passage {
            _ if !self.is_answerable => !self.is_unsure,
            Some(_) => self.is_unsure || self.rank() != Some(1),
            None => self.rank() != Some(1),
        }
    }
}

/// Searches for every lookup as a reader would, and returns how well it is answered. What is not right and stands
/// above counts against it, whatever it is; where no passages are asked for, a guide counts once.
#[must_use]
pub fn score(lookups: &[Lookup], library: &Library, search: &Search) -> Score {
    let mut score = Score::default();
    for (index, lookup) in lookups.iter().enumerate() {
        let answer = search.find(library, &lookup.words, ASKED_FOR);
        let is_unsure = answer.is_unsure() || answer.hits.is_empty();
        let is_for_passages = lookup.is_for_passages();
        let mut all: Vec<Answering> = Vec::new();
        for hit in &answer.hits {
            let one = if is_for_passages { passage(hit) } else { whole(hit) };
            if all.len() < LOOKED_THROUGH && (is_for_passages || !all.contains(&one)) {
                all.push(one);
            }
        }
        let rank = |level| {
            let is_right = |one: &Answering| lookup.right.iter().any(|right| fits(*right, *one, level));
            (1..).zip(&all).find(|(_, one)| is_right(one)).map(|(rank, _)| rank)
        };
        let found = Found {
            is_answerable: !lookup.right.is_empty(),
            is_unsure,
            guide: rank(Level::Guide),
            passage: is_for_passages.then(|| (rank(Level::Section), rank(Level::Passage))),
        };
        score.all.count(&found);
        score.group(&lookup.about).count(&found);
        if found.is_miss() {
            all.truncate(FIRST_SCREEN);
            score.misses.push(Miss { lookup: index, rank: found.rank(), is_unsure, found: all });
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

/// How much of an answer has to be right.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Level {
    Guide,
    Section,
    Passage,
}

/// Whether what was found is what is right, as far as the level asks. A term or a theme has no parts.
fn fits(right: Answering, found: Answering, level: Level) -> bool {
    use Answering::{Guide, Passage};
    match (right, found) {
        (Guide(right), Guide(guide) | Passage { guide, .. })
        | (Passage { guide: right, .. }, Guide(guide)) => right == guide && level == Level::Guide,
        (Passage { guide: right, section, block }, Passage { guide, section: s, block: b }) => {
            right == guide
                && match level {
                    Level::Guide => true,
                    Level::Section => section == s,
                    Level::Passage => block == b,
                }
        }
        (right, found) => right == found,
    }
}

fn whole(hit: &Hit) -> Answering {
    match hit.subject {
        Subject::Guide { guide, .. } => Answering::Guide(guide),
        Subject::Term { term, .. } => Answering::Term(term),
        Subject::Theme { theme, .. } => Answering::Theme(theme),
        Subject::Reference { reference } => Answering::Reference(reference),
        Subject::About { .. } => Answering::About,
    }
}

fn passage(hit: &Hit) -> Answering {
    match (hit.guide(), hit.passage()) {
        (Some(guide), Some(passage)) => {
            Answering::Passage { guide, section: passage.section, block: passage.span.block }
        }
        _ => whole(hit),
    }
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "these numbers are exact in binary")]
mod tests {
    use super::*;

    fn found(guide: Option<u32>) -> Found {
        Found { is_answerable: true, is_unsure: false, guide, passage: None }
    }

    #[test]
    fn a_rank_below_the_first_counts_in_part_and_a_floor_is_reached_when_it_is_met() {
        let mut tally = Tally::default();
        for rank in [Some(1), Some(2), Some(4), None] {
            tally.count(&found(rank));
        }
        assert_eq!((tally.part(Figure::First), tally.part(Figure::InThree)), (Some(0.25), Some(0.5)));
        assert_eq!(tally.mean_reciprocal_rank(), (1.0 + 0.5 + 0.25) / 4.0);
        let floor =
            |first, in_three| Floor::default().with(Figure::First, first).with(Figure::InThree, in_three);
        assert!(tally.reaches(floor(None, None)) && tally.reaches(floor(Some(0.25), Some(0.5))));
        assert!(!tally.reaches(floor(Some(0.26), None)) && !tally.reaches(floor(None, Some(0.51))));
    }

    #[test]
    fn what_is_said_to_be_unsure_is_asked_for_where_nothing_answers_and_bounded_elsewhere() {
        let mut tally = Tally::default();
        for (is_answerable, is_unsure) in [(true, true), (true, false), (false, true), (false, true)] {
            tally.count(&Found { is_answerable, is_unsure, ..found(Some(1)) });
        }
        let passage = Some((Some(1), Some(3)));
        tally.count(&Found { passage, ..found(Some(1)) });
        tally.count(&Found { passage: Some((Some(4), None)), ..found(Some(1)) });
        let parts = Figure::ALL.map(|figure| tally.part(figure).unwrap());
        assert_eq!(parts, [1.0, 1.0, 0.5, 0.5, 0.0, 0.5, 1.0, 0.25]);
        let at_most = |part| Floor::default().with(Figure::WronglyUnsure, Some(part));
        assert!(tally.reaches(at_most(0.25)) && !tally.reaches(at_most(0.24)));
    }
}
