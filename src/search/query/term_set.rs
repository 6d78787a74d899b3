//! A set of query terms, as the bits of one number.

/// A set of query terms, by their index: there are at most 64.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct TermSet(u64);

impl TermSet {
    /// Returns the indices in the set, in order.
    pub(crate) fn iter(self) -> impl Iterator<Item = usize> {
        let mut left = self.0;
        std::iter::from_fn(move || {
            let index = left.trailing_zeros();
            left &= left.checked_sub(1)?;
            Some(index as usize)
        })
    }

    /// Returns whether nothing is in the set.
    pub(crate) fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Returns whether this is in the set.
    pub(crate) fn contains(self, index: usize) -> bool {
        self.0 & (1 << index) != 0
    }

    /// Returns what is in either set.
    pub(crate) fn union(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Puts an index into the set.
    pub(crate) fn insert(&mut self, index: usize) {
        self.0 |= 1 << index;
    }
}

impl FromIterator<usize> for TermSet {
    fn from_iter<I: IntoIterator<Item = usize>>(indices: I) -> Self {
        let mut set = Self::default();
        indices.into_iter().for_each(|index| set.insert(index));
        set
    }
}
