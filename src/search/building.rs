//! Building a search in steps, so that whoever does it beside other things can say how far it is and stop.
//!
//! There are no threads on this floor: the shell gives a worker a [`Building`] and the library, and shows titles
//! ([`Titles`]) until the [`Search`] is there.

use super::{Search, Titles, index, rank::Norms};
use crate::guide::Library;

/// A search that is being built.
#[derive(Debug, Clone)]
pub struct Building {
    index: index::Building,
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
        Self { index: index::Building::new(library) }
    }

    /// Reads at most `many` more guides, terms and themes of the library that it was begun with.
    pub fn advance(&mut self, library: &Library, many: usize) -> Progress {
        let mut left = many;
        while left > 0 && self.index.add(library) {
            left -= 1;
        }
        let (read, all) = self.index.read();
        if read < all { Progress::Reading { read, all } } else { Progress::Done }
    }

    /// Returns the search of what was read. This last step takes about a tenth as long as all of the reading.
    #[must_use]
    pub fn finish(self, library: &Library) -> Search {
        let index = self.index.finish();
        let norms = Norms::new(&index.lengths, index.many.guides);
        let guides = library.guide_ids().zip(&library.guides);
        let owned = guides.flat_map(|(id, guide)| {
            let said = guide.also_said.iter().enumerate().map(|(at, said)| (said.as_str(), Some(at)));
            std::iter::once((guide.title.as_str(), None)).chain(said).map(move |(name, at)| (name, (id, at)))
        });
        let (names, owners): (Vec<&str>, Vec<_>) = owned.unzip();
        Search { index, norms, names: Titles::new(names), owners }
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
        assert_eq!(building.finish(&library), Search::build(&library));
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
        let search = building.finish(&library);
        assert_eq!(search.find(&library, "boundaries ", 5).hits.len(), 1);
        assert_eq!(search.find(&library, "boundaries supervision ", 5).hits.len(), 1);
    }
}
