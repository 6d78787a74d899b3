//! The pack that the program carries with it: the guides folder as it was when the program was built.
//!
//! `src/build.rs` checks it and writes it in a compact form; reading TOML at each start would take longer than
//! all else a one-shot command does.

use crate::guide::Library;

/// What `src/build.rs` wrote.
static PACK: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/pack.bin"));

/// Returns the bundled library.
///
/// # Panics
///
/// Never: the bytes were written by the same version of the same types in the same build, and a test reads them.
#[must_use]
pub fn library() -> Library {
    postcard::from_bytes(PACK).expect("the build wrote this pack with the types that read it")
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
}
