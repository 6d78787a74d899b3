//! Lists of different lengths, one after the other in one allocation: a library has some hundred thousand small ones.

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// Where each of several lists ends, in what holds them one after the other.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ends(Vec<u32>);

impl Ends {
    /// Adds a list that ends here and begins where the last one ended.
    pub fn push(&mut self, end: usize) {
        self.0.push(u32::try_from(end).unwrap_or(u32::MAX));
    }

    /// Returns the indices of the items of a list; none where there is no such list.
    #[must_use]
    pub fn range(&self, list: usize) -> Option<Range<usize>> {
        let end = *self.0.get(list)?;
        let start = list.checked_sub(1).and_then(|before| self.0.get(before)).copied().unwrap_or(0);
        Some(start as usize..end as usize)
    }

    /// Returns how many lists there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Returns whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// Lists of different lengths.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Jagged<T> {
    items: Vec<T>,
    ends: Ends,
}

impl<T> Jagged<T> {
    /// Adds a list behind the others.
    pub fn push(&mut self, list: impl IntoIterator<Item = T>) {
        self.items.extend(list);
        self.ends.push(self.items.len());
    }

    /// Returns the list with this index; nothing is in one that is not there.
    #[must_use]
    pub fn get(&self, list: usize) -> &[T] {
        self.ends.range(list).and_then(|range| self.items.get(range)).unwrap_or_default()
    }

    /// Returns the items of all lists.
    #[must_use]
    pub fn items(&self) -> &[T] {
        &self.items
    }

    /// Returns how many lists there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Returns whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Returns the same lists of other items.
    #[must_use]
    pub fn map<U>(self, to: impl FnMut(T) -> U) -> Jagged<U> {
        Jagged { items: self.items.into_iter().map(to).collect(), ends: self.ends }
    }
}

impl<T> Default for Jagged<T> {
    fn default() -> Self {
        Self { items: Vec::new(), ends: Ends::default() }
    }
}

impl<T, L: IntoIterator<Item = T>> FromIterator<L> for Jagged<T> {
    fn from_iter<I: IntoIterator<Item = L>>(lists: I) -> Self {
        let mut jagged = Self::default();
        lists.into_iter().for_each(|list| jagged.push(list));
        jagged.items.shrink_to_fit();
        jagged
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_list_has_what_was_put_into_it() {
        let lists: Jagged<u8> = [vec![1, 2], vec![], vec![3]].into_iter().collect();
        assert_eq!([lists.get(0), lists.get(1), lists.get(2), lists.get(3)], [&[1, 2][..], &[], &[3], &[]]);
        assert_eq!((lists.len(), lists.items()), (3, &[1, 2, 3][..]));
        assert_eq!(lists.map(|item| item * 2).get(2), [6]);
    }
}
