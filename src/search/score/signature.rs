//! A pre-filter for sets of words: it says at once that most words are not in one (a Bloom filter with one hash).

/// The numbers that hold the bits.
const NUMBERS: usize = 256;

/// A bit for each member of a set, by its hash; other words may share it.
#[derive(Debug)]
pub(crate) struct Signature([u64; NUMBERS]);

impl Signature {
    /// Returns the signature of the empty set.
    pub(crate) fn new() -> Self {
        Self([0; NUMBERS])
    }

    /// Adds a member with this hash.
    pub(crate) fn insert(&mut self, hash: usize) {
        self.0[hash / 64 % NUMBERS] |= 1 << (hash % 64);
    }

    /// Whether there may be a member with this hash; if not, there is none.
    pub(crate) fn may_contain(&self, hash: usize) -> bool {
        self.0[hash / 64 % NUMBERS] & 1 << (hash % 64) != 0
    }
}
