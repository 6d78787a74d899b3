//! The pack that the program carries with it: the guides folder as it was when the program was built.
//!
//! `src/build.rs` checks it and writes it and its search in a compact form; reading TOML and building an index at
//! each start would take longer than all else a one-shot command does.

use crate::guide::{Danger, Guide, Library, Safety};
use crate::search::Search;

/// What `src/build.rs` wrote.
static PACK: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/pack.bin"));

/// For each guide, in order of slugs, its slug and where it begins in [`PACK`].
static PLACES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/places.bin"));

/// The safety pages of the library in [`PACK`].
static SAFETY: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/safety.bin"));

/// The words of danger of the library in [`PACK`].
static DANGER: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/danger.bin"));

/// The search of the library in [`PACK`].
static SEARCH: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/search.bin"));

/// Returns one guide of the bundled library, and reads none of the others: printing a guide takes a fraction of
/// the time that opening them all takes.
#[must_use]
pub fn guide(slug: &str) -> Option<Guide> {
    let places: Vec<(&str, u32)> = postcard::from_bytes(PLACES).ok()?;
    let at = places.binary_search_by(|(other, _)| (*other).cmp(slug)).ok()?;
    let (_, start) = places.get(at)?;
    postcard::take_from_bytes(PACK.get(*start as usize..)?).ok().map(|(guide, _)| guide)
}

/// Returns the bundled library.
///
/// # Panics
///
/// Never: the bytes were written by the same version of the same types in the same build, and a test reads them.
#[must_use]
pub fn library() -> Library {
    postcard::from_bytes(PACK).expect("the build wrote this pack with the types that read it")
}

/// Returns the safety pages of the bundled library: also for a pack that has none, so their links to guides are left
/// out.
///
/// # Panics
///
/// Never, as [`library`].
#[must_use]
pub fn safety() -> Safety {
    let safety: Safety =
        postcard::from_bytes(SAFETY).expect("the build wrote these pages with the types that read them");
    safety.standalone()
}

/// Returns the words of danger of the bundled library, also for a pack that has none.
///
/// # Panics
///
/// Never, as [`library`].
#[must_use]
pub fn danger() -> Danger {
    postcard::from_bytes(DANGER).expect("the build wrote these words with the types that read them")
}

/// Returns the search of the bundled library.
///
/// # Panics
///
/// Never, as [`library`].
#[must_use]
pub fn search() -> Search {
    postcard::from_bytes(SEARCH).expect("the build wrote this search with the types that read it")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bundled_pack_opens() {
        let library = library();
        assert!(library.guides.iter().all(|guide| !guide.blocks.is_empty()));
        assert_eq!(library.guide_ids().count(), library.guides.len());
    }

    #[test]
    fn the_safety_pages_are_those_of_the_library() {
        assert_eq!(safety(), library().safety.standalone());
    }

    #[test]
    fn each_guide_can_be_read_by_itself() {
        for expected in library().guides {
            assert_eq!(guide(&expected.slug).as_ref(), Some(&expected));
        }
        assert_eq!(guide("no-such-guide"), None);
    }

    #[test]
    fn the_ready_made_search_is_the_one_that_would_be_built() {
        assert_eq!(search(), Search::build(&library()));
    }
}
