//! Building a search in steps, so that whoever does it beside other things can say how far it is and stop.
//!
//! There are no threads on this floor: the shell gives a worker a [`Building`] and the library, and shows titles
//! ([`Titles`]) until the [`Search`] is there.

use crate::guide::{GuideId, Library};
use serde::{Deserialize, Serialize};

use crate::search::index::inverted::{self, Index};
use crate::search::titles::Titles;

/// The search of one library: everything that is needed to find its guides, terms and themes.
///
/// It can be written when it is built and read again by the same program.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Search {
    pub(crate) index: Index,
    pub(crate) names: Titles,
    /// For each of `names`, its guide and, if it is a saying, the index of that.
    pub(crate) owners: Vec<(GuideId, Option<usize>)>,
}

impl Search {
    /// Returns the search of `library`.
    #[must_use]
    pub fn build(library: &Library) -> Self {
        let mut building = Building::new(library);
        while building.advance(library, usize::MAX) != Progress::Done {}
        building.finish()
    }
}

/// A search that is being built.
#[derive(Debug, Clone)]
pub struct Building {
    index: inverted::Building,
    names: Titles,
    /// For each of `names`, its guide and, if it is a saying, the index of that.
    owners: Vec<(GuideId, Option<usize>)>,
}

/// How far a search is built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// So many guides, terms and themes have been read, of so many.
    Reading {
        /// Those that have been read.
        read: usize,
        /// All.
        all: usize,
    },
    /// All have been read: it can be finished.
    Done,
}

impl Building {
    /// Returns the search of `library` before anything of it was read.
    #[must_use]
    pub fn new(library: &Library) -> Self {
        Self { index: inverted::Building::new(library), names: Titles::default(), owners: Vec::new() }
    }

    /// Reads at most `many` more guides, terms and themes of the library that it was begun with.
    pub fn advance(&mut self, library: &Library, many: usize) -> Progress {
        let mut left = many;
        let (first, _) = self.index.read();
        while left > 0 && self.index.add(library) {
            left -= 1;
        }
        let (read, all) = self.index.read();
        (first..read).for_each(|at| self.take_names(library, at));
        if read < all { Progress::Reading { read, all } } else { Progress::Done }
    }

    /// Takes in the title of a guide and what people say for it.
    fn take_names(&mut self, library: &Library, at: usize) {
        let Some(guide) = library.guides.get(at) else { return };
        let said = guide.sayings().enumerate().map(|(at, (_, said))| (said, Some(at)));
        for (name, said) in std::iter::once((guide.title.as_str(), None)).chain(said) {
            self.names.push(name);
            self.owners.push((GuideId::at(at), said));
        }
    }

    /// Returns the search of what was read. This last step takes about a tenth as long as all of the reading.
    #[must_use]
    pub fn finish(self) -> Search {
        Search { index: self.index.finish(), names: self.names, owners: self.owners }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::sample;

    #[test]
    fn step_by_step_comes_to_the_same_as_in_one_go() {
        let library = sample::with_words();
        let mut building = Building::new(&library);
        let steps =
            [building.advance(&library, 0), building.advance(&library, 3), building.advance(&library, 4)];
        assert_eq!(steps, [0, 3, 7].map(|read| Progress::Reading { read, all: 8 }));
        assert_eq!(building.advance(&library, 100), Progress::Done);
        assert_eq!(building.finish(), Search::build(&library));
    }

    #[test]
    fn nothing_is_built_at_once() {
        let library = sample::library_of(Vec::new());
        assert_eq!(Building::new(&library).advance(&library, 1), Progress::Done);
    }

    #[test]
    fn what_is_finished_early_finds_what_was_read() {
        let library = sample::with_words();
        let mut building = Building::new(&library);
        building.advance(&library, 1);
        let search = building.finish();
        assert_eq!(search.find(&library, "boundaries ", 5).hits.len(), 1);
        assert_eq!(search.find(&library, "boundaries supervision ", 5).hits.len(), 1);
    }
}
