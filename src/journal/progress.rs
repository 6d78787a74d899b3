//! How far the reader has come: the reading places, the visits, what has been read.

use super::{Anchor, GuideKey, Moment};
use crate::guide::{GuideId, Library};

/// Older visits are forgotten.
pub const VISITS_AT_MOST: usize = 200;

/// The places of more guides than this are forgotten, those of guides long not read first.
const PLACES_AT_MOST: usize = 2_000;

/// More guides than this are not remembered as read.
const READ_AT_MOST: usize = 20_000;

/// Where the reader was in a guide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadingPlace {
    /// Where.
    pub anchor: Anchor,
    /// How much of the guide stood above the end of the screen, in hundredths.
    pub percent: u8,
    /// When.
    pub when: Moment,
}

/// A guide that was opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visit {
    /// The guide.
    pub key: GuideKey,
    /// When.
    pub when: Moment,
}

/// How far the reader has come.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Progress {
    /// One place a guide, the latest last.
    places: Vec<ReadingPlace>,
    /// The latest last.
    visits: Vec<Visit>,
    /// When the end of a guide was first reached, in order of guides.
    read: Vec<Visit>,
}

impl Progress {
    /// Returns what was kept: places and visits with the latest last, and what has been read.
    #[must_use]
    pub fn new(
        places: impl IntoIterator<Item = ReadingPlace>,
        visits: impl IntoIterator<Item = Visit>,
        read: impl IntoIterator<Item = Visit>,
    ) -> Self {
        let mut progress = Self::default();
        places.into_iter().for_each(|place| progress.set_place(place));
        visits.into_iter().for_each(|visit| progress.visit(visit));
        read.into_iter().for_each(|read| progress.read(read));
        progress
    }

    /// Returns the places, the latest last.
    #[must_use]
    pub fn places(&self) -> &[ReadingPlace] {
        &self.places
    }

    /// Returns the visits, the latest last; those of one guide that follow each other are one.
    #[must_use]
    pub fn visits(&self) -> &[Visit] {
        &self.visits
    }

    /// Returns the guides whose end was reached, each with the moment, in order of names.
    #[must_use]
    pub fn all_read(&self) -> &[Visit] {
        &self.read
    }

    /// Returns where the reader was in a guide.
    #[must_use]
    pub fn place(&self, library: &Library, guide: GuideId) -> Option<&ReadingPlace> {
        let slug = &library.guide(guide).slug;
        let is_it = |key: &GuideKey| key.guide == *slug && key.pack == library.pack.slug;
        self.places.iter().rev().find(|place| is_it(&place.anchor.key))
    }

    /// Returns where the reader was last in a pack.
    #[must_use]
    pub fn last_place(&self, pack: &str) -> Option<&ReadingPlace> {
        self.places.iter().rev().find(|place| place.anchor.key.pack == pack)
    }

    /// Whether the end of a guide was reached.
    #[must_use]
    pub fn has_read(&self, library: &Library, guide: GuideId) -> bool {
        let wanted = (library.pack.slug.as_str(), library.guide(guide).slug.as_str());
        self.read
            .binary_search_by(|read| (read.key.pack.as_str(), read.key.guide.as_str()).cmp(&wanted))
            .is_ok()
    }

    pub(super) fn set_place(&mut self, place: ReadingPlace) {
        self.places.retain(|other| other.anchor.key != place.anchor.key);
        self.places.push(ReadingPlace { percent: place.percent.min(100), ..place });
        let old = self.places.len().saturating_sub(PLACES_AT_MOST);
        self.places.drain(..old);
    }

    pub(super) fn visit(&mut self, visit: Visit) {
        if self.visits.last().is_some_and(|last| last.key == visit.key) {
            self.visits.pop();
        }
        self.visits.push(visit);
        let old = self.visits.len().saturating_sub(VISITS_AT_MOST);
        self.visits.drain(..old);
    }

    pub(super) fn read(&mut self, read: Visit) {
        if let Err(at) = self.read.binary_search_by(|other| other.key.cmp(&read.key))
            && self.read.len() < READ_AT_MOST
        {
            self.read.insert(at, read);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn visit(guide: &str, seconds: i64) -> Visit {
        Visit {
            key: GuideKey { pack: "p".to_owned(), guide: guide.to_owned() },
            when: Moment::from_seconds(seconds),
        }
    }

    fn place(guide: &str, percent: u8) -> ReadingPlace {
        let anchor = Anchor { key: visit(guide, 0).key, ..Anchor::default() };
        ReadingPlace { anchor, percent, when: Moment::default() }
    }

    #[test]
    fn the_last_two_hundred_visits_are_kept() {
        let visits = (0..300).map(|at| visit(&at.to_string(), at));
        let mut progress = Progress::new([], visits, []);
        progress.visit(visit("299", 500));
        assert_eq!(progress.visits().len(), VISITS_AT_MOST);
        assert_eq!(progress.visits().first(), Some(&visit("100", 100)));
        assert_eq!(progress.visits().last(), Some(&visit("299", 500)));
    }

    #[test]
    fn a_guide_has_one_place_and_the_latest_is_the_last() {
        let progress = Progress::new([place("a", 10), place("b", 20), place("a", 250)], [], []);
        assert_eq!(progress.places(), [place("b", 20), place("a", 100)]);
        assert_eq!(progress.last_place("p"), Some(&place("a", 100)));
        assert_eq!(progress.last_place("q"), None);
    }

    #[test]
    fn what_was_read_is_read_once() {
        let progress = Progress::new([], [], [visit("b", 1), visit("a", 2), visit("b", 3)]);
        assert_eq!(progress.all_read(), [visit("a", 2), visit("b", 1)]);
    }
}
