//! A built search as bytes, to be kept beside a large pack and read at the next start.
//!
//! The bytes say which program wrote them and for which library, and carry a sum of themselves, so that those of an
//! older program, of another pack, or damaged ones are refused and the search is built anew.

use super::{
    Search,
    document::{Document, Many},
};
use crate::guide::Library;

/// What the bytes begin with.
const SIGN: &[u8; 8] = b"rtsearch";

/// The program: its version, and a sum of the sources that decide what an index is (written by `src/build.rs`).
const PROGRAM: &str = match option_env!("REAL_TOOLKIT_SEARCH") {
    Some(sources) => sources,
    None => "",
};

/// The bytes of a sum.
const SUM: usize = 8;

/// Why bytes are no search of this library.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NotThisOne {
    /// They are no stored search at all, or not all of one.
    #[error("this is no stored search, or only a part of one")]
    Damaged,
    /// Another version of the program wrote them.
    #[error("another version of the program stored this search")]
    OtherProgram,
    /// They are for other guides, or the guides have changed.
    #[error("this search was stored for other guides, or they have changed since")]
    OtherLibrary,
}

impl Search {
    /// Returns it as bytes for the library with this fingerprint.
    #[must_use]
    pub fn to_bytes(&self, fingerprint: u64) -> Vec<u8> {
        // Writing to memory does not fail for these types; if it did, what is missing would be refused when read.
        let search = postcard::to_stdvec(self).unwrap_or_default();
        let sums = [sum(PROGRAM.as_bytes()), fingerprint, sum(&search)];
        let head = SIGN.iter().copied().chain(sums.into_iter().flat_map(u64::to_le_bytes));
        head.chain(search).collect()
    }

    /// Returns the search in `bytes`, which were written for the library with this fingerprint.
    ///
    /// # Errors
    ///
    /// The bytes are damaged, or of another program, or for another library.
    pub fn from_bytes(bytes: &[u8], fingerprint: u64) -> Result<Self, NotThisOne> {
        let rest = bytes.strip_prefix(SIGN).ok_or(NotThisOne::Damaged)?;
        let (program, rest) = number(rest)?;
        let (library, rest) = number(rest)?;
        let (whole, search) = number(rest)?;
        if program != sum(PROGRAM.as_bytes()) {
            return Err(NotThisOne::OtherProgram);
        }
        if library != fingerprint {
            return Err(NotThisOne::OtherLibrary);
        }
        if whole != sum(search) {
            return Err(NotThisOne::Damaged);
        }
        postcard::from_bytes(search).map_err(|_| NotThisOne::Damaged)
    }

    /// Returns a number that changes with anything of a library that its search is built from: the texts, which field
    /// each is in, whose it is, and which terms point to which guides.
    #[must_use]
    pub fn fingerprint(library: &Library) -> u64 {
        let many = Many::of(library);
        let documents = (0..many.all()).filter_map(|number| Document::at(library, number));
        // A title begins each document.
        let texts = documents.flat_map(Document::texts);
        let texts = texts.flat_map(|(field, text)| [field as u64, sum(text.as_bytes())]);
        let see = library.terms.iter().flat_map(|term| {
            let guides = term.see.iter().map(|guide| u64::from(guide.0));
            std::iter::once(term.see.len() as u64).chain(guides)
        });
        let slugs = library.guides.iter().map(|guide| sum(guide.slug.as_bytes()));
        let begins = [sum(library.pack.language.as_bytes()), many.guides.into(), many.terms.into()];
        begins.into_iter().chain(texts).chain(see).chain(slugs).fold(0, mixed)
    }
}

/// Returns the number that `bytes` begin with, and the rest.
fn number(bytes: &[u8]) -> Result<(u64, &[u8]), NotThisOne> {
    let (first, rest) = bytes.split_first_chunk::<SUM>().ok_or(NotThisOne::Damaged)?;
    Ok((u64::from_le_bytes(*first), rest))
}

/// Returns a sum of all bytes: eight at a time, because there may be hundreds of millions.
fn sum(bytes: &[u8]) -> u64 {
    let (words, rest) = bytes.as_chunks::<SUM>();
    let all = words.iter().fold(bytes.len() as u64, |sum, word| mixed(sum, u64::from_le_bytes(*word)));
    rest.iter().fold(all, |sum, byte| mixed(sum, u64::from(*byte)))
}

/// Mixes a number into a sum (multiply and rotate, as in `FxHash`; the factor is 2^64 by the golden ratio).
fn mixed(sum: u64, number: u64) -> u64 {
    (sum.rotate_left(5) ^ number).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::guide::{BlockKind, GuideId};
    use crate::search::sample;

    #[test]
    fn what_is_written_is_read() {
        let library = sample::with_words();
        let search = Search::build(&library);
        let fingerprint = Search::fingerprint(&library);
        let bytes = search.to_bytes(fingerprint);
        assert_eq!(Search::from_bytes(&bytes, fingerprint), Ok(search));
    }

    #[test]
    fn any_change_of_what_is_searched_changes_the_fingerprint() {
        let library = sample::with_words();
        let before = Search::fingerprint(&library);
        let mut text = library.clone();
        text.guides[2].blocks[4].prose.text.push('.');
        let mut said = library.clone();
        said.terms[0].also_said.push("one more");
        let mut theme = library.clone();
        theme.themes[0].title = "Leaving".into();
        // The same texts, but one of them is a heading now, or is another guide's.
        let mut heading = library.clone();
        heading.guides[2].blocks[4].kind = BlockKind::Heading(2);
        let mut moved = library.clone();
        let said_there = std::mem::take(&mut moved.guides[1].also_said);
        said_there.iter().for_each(|said| moved.guides[0].also_said.push(said));
        let mut see = library.clone();
        see.terms[0].see.push(GuideId(0));
        for changed in [text, said, theme, heading, moved, see] {
            assert_ne!(Search::fingerprint(&changed), before);
        }
    }

    #[test]
    fn foreign_and_old_bytes_are_refused() {
        let search = Search::build(&sample::library());
        let mut bytes = search.to_bytes(7);
        assert_eq!(Search::from_bytes(&bytes, 8), Err(NotThisOne::OtherLibrary));
        bytes[8] ^= 1;
        assert_eq!(Search::from_bytes(&bytes, 7), Err(NotThisOne::OtherProgram));
        assert_eq!(Search::from_bytes(b"", 7), Err(NotThisOne::Damaged));
        assert_eq!(Search::from_bytes(b"rtsearch and nothing", 7), Err(NotThisOne::Damaged));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn damaged_bytes_are_refused(at in 0.0..1.0_f64, bit in 0..8_u8, cut in any::<bool>()) {
            let mut bytes = Search::build(&sample::library()).to_bytes(7);
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "an index")]
            let at = (at * bytes.len() as f64) as usize;
            if cut { bytes.truncate(at) } else { bytes[at] ^= 1 << bit }
            prop_assert!(Search::from_bytes(&bytes, 7).is_err());
        }

        #[test]
        fn even_bytes_that_were_made_to_fit_do_no_harm(changes in prop::collection::vec((0.0..1.0_f64, any::<u8>()), 1..4)) {
            let library = sample::library();
            let mut search = postcard::to_stdvec(&Search::build(&library)).unwrap();
            for (at, byte) in changes {
                #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "an index")]
                let at = (at * search.len() as f64) as usize;
                search[at] = byte;
            }
            if let Ok(search) = postcard::from_bytes::<Search>(&search) {
                for query in ["boundary trust ", "suprvision", "xqpervis "] {
                    let answer = search.find(&library, query, 5);
                    prop_assert!(answer.hits.len() <= 5);
                }
            }
        }
    }
}
