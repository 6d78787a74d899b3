//! What is built for a library, at once or in steps, so that whoever does it beside other things can say how far it is
//! and stop.
//!
//! There are no threads on this floor: the reader builds a large library between two keys with a [`SearchBuilder`], and
//! shows titles ([`Titles`]) until the [`Search`] is there.

use serde::{Deserialize, Serialize};

use super::inverted::{Index, IndexBuilder};
use crate::guide::{GuideId, Library};
use crate::search::titles::Titles;

/// The search of one library: everything that is needed to find its guides, terms and themes.
///
/// It can be written when it is built and read again by the same program.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Search {
    pub(crate) index: Index,
    /// The titles and aliases of the guides.
    pub(crate) names: Titles,
    /// For each of `names`, its guide and, if it is an alias, the index of that.
    pub(crate) owners: Vec<(GuideId, Option<usize>)>,
}

impl Search {
    /// Returns the search of `library`.
    #[must_use]
    pub fn build(library: &Library) -> Self {
        let mut builder = SearchBuilder::new(library);
        while builder.advance(library, usize::MAX) != Progress::Done {}
        builder.finish()
    }
}

/// A search that is being built.
#[derive(Debug, Clone)]
pub struct SearchBuilder {
    index: IndexBuilder,
    names: Titles,
    /// For each of `names`, its guide and, if it is an alias, the index of that.
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

impl SearchBuilder {
    /// Returns the search of `library` before anything of it was read.
    #[must_use]
    pub fn new(library: &Library) -> Self {
        Self { index: IndexBuilder::new(library), names: Titles::default(), owners: Vec::new() }
    }

    /// Reads at most `limit` more guides, terms and themes of the library that it was begun with.
    pub fn advance(&mut self, library: &Library, limit: usize) -> Progress {
        let mut left = limit;
        let (first, _) = self.index.read();
        while left > 0 && self.index.add(library) {
            left -= 1;
        }
        let (read, all) = self.index.read();
        (first..read).for_each(|guide| self.add_names(library, guide));
        if read < all { Progress::Reading { read, all } } else { Progress::Done }
    }

    /// Adds the title of a guide and its aliases.
    fn add_names(&mut self, library: &Library, index: usize) {
        let Some(guide) = library.guides.get(index) else { return };
        let aliases = guide.all_aliases().enumerate().map(|(alias, (_, text))| (text, Some(alias)));
        for (name, alias) in std::iter::once((guide.title.as_str(), None)).chain(aliases) {
            self.names.push(name);
            self.owners.push((GuideId::at(index), alias));
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
    use crate::search::Hit;
    use crate::search::sample;

    #[test]
    fn step_by_step_comes_to_the_same_as_in_one_go() {
        let library = sample::with_words();
        let mut builder = SearchBuilder::new(&library);
        let steps =
            [builder.advance(&library, 0), builder.advance(&library, 3), builder.advance(&library, 4)];
        assert_eq!(steps, [0, 3, 7].map(|read| Progress::Reading { read, all: 8 }));
        assert_eq!(builder.advance(&library, 100), Progress::Done);
        assert_eq!(builder.finish(), Search::build(&library));
    }

    #[test]
    fn nothing_is_built_at_once() {
        let library = sample::library_of(Vec::new());
        assert_eq!(SearchBuilder::new(&library).advance(&library, 1), Progress::Done);
    }

    #[test]
    fn what_is_finished_early_finds_what_was_read() {
        let library = sample::with_words();
        let mut builder = SearchBuilder::new(&library);
        builder.advance(&library, 1);
        let search = builder.finish();
        let guides = |query| {
            let hits = search.find(&library, query, 5).hits;
            hits.iter().filter_map(Hit::guide).collect::<std::collections::BTreeSet<_>>().len()
        };
        assert_eq!(guides("boundaries "), 1);
        assert_eq!(guides("boundaries supervision "), 1);
    }
}
