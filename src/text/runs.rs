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
pub struct Run {
    /// The bytes.
    pub range: Range<usize>,
    /// What they are.
    pub kind: RunKind,
}

/// What the bytes of a run are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RunKind {
    /// Letters and digits of ASCII: it is a word.
    Word,
    /// Apostrophes or bytes beyond ASCII are among them: it may be a word, several, or none.
    Mixed,
}

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
        let mut bytes = [b' '; CHUNK];
        for (byte, given) in bytes.iter_mut().zip(chunk) {
            *byte = *given;
        }
        Self { of_word: bits(bytes.map(may_belong)), mixed: bits(bytes.map(is_mixed)) }
    }
}

/// Whether a byte may belong to a word.
fn may_belong(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || is_mixed(byte)
}

/// Whether a byte may belong to a word and is no letter or digit of ASCII.
fn is_mixed(byte: u8) -> bool {
    byte == b'\'' || !byte.is_ascii()
}

/// Returns the bits of so many truths, the first in the lowest. Eight at a time: the product has the lowest bit of
/// each byte in its highest byte, in order.
fn bits(truths: [bool; CHUNK]) -> u64 {
    const TOGETHER: u64 = 0x0102_0408_1020_4080;
    let (eights, _) = truths.as_chunks::<8>();
    let eights =
        eights.iter().map(|eight| u64::from_le_bytes(eight.map(u8::from)).wrapping_mul(TOGETHER) >> 56);
    eights.rev().fold(0, |bits, eight| bits << 8 | eight)
}

/// Hands over the runs of a text, in order. They are handed over rather than asked for one by one: so what is known of
/// the chunk stays at hand.
pub fn each_run(text: &str, mut take: impl FnMut(Run)) {
    // A run that reaches the end of its chunk, and may go on in the next.
    let mut open: Option<Run> = None;
    for (chunk, base) in text.as_bytes().chunks(CHUNK).zip((0..).step_by(CHUNK)) {
        let Kinds { mut of_word, mixed } = Kinds::of(chunk);
        while of_word != 0 || open.is_some() {
            let first = if open.is_some() { 0 } else { of_word.trailing_zeros() };
            let many = of_word.unbounded_shr(first).trailing_ones();
            let bits = u64::MAX.unbounded_shr(u64::BITS - many).unbounded_shl(first);
            of_word &= !bits;
            let start = base + first as usize;
            let mut run = open.take().unwrap_or(Run { range: start..start, kind: RunKind::Word });
            run.range.end = start + many as usize;
            if mixed & bits != 0 {
                run.kind = RunKind::Mixed;
            }
            if first + many == u64::BITS {
                open = Some(run);
                break;
            }
            take(run);
        }
    }
    if let Some(run) = open {
        take(run);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Returns the runs of a text, byte by byte.
    fn one_by_one(text: &str) -> Vec<Run> {
        let mut runs = Vec::new();
        let mut at = 0;
        for same in text.as_bytes().chunk_by(|a, b| may_belong(*a) == may_belong(*b)) {
            let range = at..at + same.len();
            at = range.end;
            if may_belong(same[0]) {
                let kind = if same.iter().copied().any(is_mixed) { RunKind::Mixed } else { RunKind::Word };
                runs.push(Run { range, kind });
            }
        }
        runs
    }

    fn runs(text: &str) -> Vec<Run> {
        let mut all = Vec::new();
        each_run(text, |run| all.push(run));
        all
    }

    #[test]
    fn runs_know_their_places_and_kinds() {
        let found: Vec<_> = runs("It's 24, Café").into_iter().map(|run| (run.range, run.kind)).collect();
        assert_eq!(found, [(0..4, RunKind::Mixed), (5..7, RunKind::Word), (9..14, RunKind::Mixed)]);
        assert_eq!(runs("").len() + runs(" – ").len(), 1);
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn they_are_those_that_are_found_byte_by_byte(text in "([a-z]{0,80}|[a-zé’' ]{0,9}|[ .]{0,70}|\\PC){0,12}") {
            prop_assert_eq!(runs(&text), one_by_one(&text));
        }
    }
}
