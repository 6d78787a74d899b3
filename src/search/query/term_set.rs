//! A set of sought words as the bits of one number.

/// A set of sought words, by their index: there are at most 64.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Marked(u64);

impl Marked {
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
    pub(crate) fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Puts an index into the set.
    pub(crate) fn add(&mut self, index: usize) {
        self.0 |= 1 << index;
    }
}

impl FromIterator<usize> for Marked {
    fn from_iter<I: IntoIterator<Item = usize>>(indices: I) -> Self {
        let mut marked = Self::default();
        for index in indices {
            marked.add(index);
        }
        marked
    }
}
