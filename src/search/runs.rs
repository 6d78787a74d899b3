//! Where words may be in a text, told for many bytes at a time.
//!
//! At every key the text of the best guides is gone through, some two hundred kilobytes. Going byte by byte, the
//! processor guesses wrong at the end of nearly every word, and that takes longer than all else a key does. So each
//! sixty-four bytes are first made two sets of bits, without a branch, and runs of bits are counted.

use std::ops::Range;

/// The bytes of a chunk: as many as a number has bits.
const CHUNK: usize = u64::BITS as usize;

/// Bytes that may belong to one word, with none before or behind that may.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Run {
    /// The bytes.
    pub(super) range: Range<usize>,
    /// What they are.
    pub(super) kind: RunKind,
}

/// What the bytes of a run are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RunKind {
    /// Letters and digits of ASCII: it is a word.
    Word,
    /// Apostrophes or bytes beyond ASCII are among them: it may be a word, several, or none.
    Mixed,
}

/// For each byte whether it may belong to a word: a bit for that, and one for whether it is no letter or digit of ASCII.
const KINDS: [u8; 256] = {
    let mut kinds = [MAY_BELONG | MIXED; 256];
    let mut byte = 0_u8;
    while byte.is_ascii() {
        kinds[byte as usize] = match byte {
            b'\'' => MAY_BELONG | MIXED,
            _ if byte.is_ascii_alphanumeric() => MAY_BELONG,
            _ => 0,
        };
        byte += 1;
    }
    kinds
};
const MAY_BELONG: u8 = 1;
const MIXED: u8 = 2;

/// The bytes of a chunk by their kind, the first in the lowest bit.
#[derive(Debug, Clone, Copy, Default)]
struct Kinds {
    /// Those that may belong to a word.
    of_word: u64,
    /// Those of them that are no letter or digit of ASCII.
    mixed: u64,
}

impl Kinds {
    fn of(chunk: &[u8]) -> Self {
        let mut kinds = Self::default();
        for (at, byte) in chunk.iter().enumerate() {
            let kind = KINDS[usize::from(*byte)];
            kinds.of_word |= u64::from(kind & MAY_BELONG) << at;
            kinds.mixed |= u64::from(kind / MIXED) << at;
        }
        kinds
    }
}

/// Returns the runs of a text, in order.
pub(super) fn runs(text: &str) -> impl Iterator<Item = Run> {
    let mut chunks = text.as_bytes().chunks(CHUNK).map(Kinds::of).zip((0..).step_by(CHUNK));
    let mut kinds = Kinds::default();
    let mut base = 0;
    std::iter::from_fn(move || {
        while kinds.of_word == 0 {
            (kinds, base) = chunks.next()?;
        }
        let start = base + kinds.of_word.trailing_zeros() as usize;
        let mut is_mixed = false;
        loop {
            let first = kinds.of_word.trailing_zeros();
            let many = (kinds.of_word.unbounded_shr(first)).trailing_ones();
            let run = u64::MAX.unbounded_shr(u64::BITS - many).unbounded_shl(first);
            is_mixed |= kinds.mixed & run != 0;
            kinds.of_word &= !run;
            let end = base + (first + many) as usize;
            let next = if first + many == u64::BITS { chunks.next() } else { None };
            let goes_on = next.is_some_and(|(next, _)| next.of_word & 1 != 0);
            if let Some(next) = next {
                (kinds, base) = next;
            }
            if !goes_on {
                let kind = if is_mixed { RunKind::Mixed } else { RunKind::Word };
                return Some(Run { range: start..end, kind });
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Returns the runs of a text, byte by byte.
    fn one_by_one(text: &str) -> Vec<Run> {
        let is_mixed = |byte: &u8| !byte.is_ascii() || *byte == b'\'';
        let may = |byte: &u8| byte.is_ascii_alphanumeric() || is_mixed(byte);
        let mut runs = Vec::new();
        let mut at = 0;
        for same in text.as_bytes().chunk_by(|a, b| may(a) == may(b)) {
            let range = at..at + same.len();
            at = range.end;
            if may(&same[0]) {
                let kind = if same.iter().any(is_mixed) { RunKind::Mixed } else { RunKind::Word };
                runs.push(Run { range, kind });
            }
        }
        runs
    }

    #[test]
    fn runs_know_their_places_and_kinds() {
        let found: Vec<_> = runs("It's 24, Café").map(|run| (run.range, run.kind)).collect();
        assert_eq!(found, [(0..4, RunKind::Mixed), (5..7, RunKind::Word), (9..14, RunKind::Mixed)]);
        assert_eq!(runs("").count() + runs(" – ").count(), 1);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn they_are_those_that_are_found_byte_by_byte(text in "([a-z]{0,80}|[a-zé’' ]{0,9}|[ .]{0,70}|\\PC){0,12}") {
            prop_assert_eq!(runs(&text).collect::<Vec<_>>(), one_by_one(&text));
        }
    }
}
