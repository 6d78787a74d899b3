//! Many short texts kept as one string: they take little room, and are read from the program in one go. A guide has
//! some two hundred aliases, a library some thousand words.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::{Ends, slice};

/// Texts by their index.
///
/// [`StringTable::sorted_position`] and [`StringTable::with_prefix`] are for tables whose texts are in order, each once.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StringTable {
    /// One text after the other.
    all: String,
    /// Where each ends in `all`.
    ends: Ends,
}

impl StringTable {
    /// Adds a text behind the others.
    pub fn push(&mut self, text: &str) {
        self.all.push_str(text);
        self.ends.push(self.all.len());
    }

    /// Returns the text with this index, if there are so many.
    #[must_use]
    pub fn get(&self, index: usize) -> Option<&str> {
        self.ends.range(index).map(|range| slice(&self.all, range))
    }

    /// Returns how many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Returns whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Returns all of them with `between` between each two.
    #[must_use]
    pub fn join(&self, between: &str) -> String {
        self.iter().collect::<Vec<_>>().join(between)
    }

    /// Returns every text, in order of their indices.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).filter_map(|index| self.get(index))
    }

    /// Returns the index of a text in a table that is in order.
    #[must_use]
    pub fn sorted_position(&self, text: &str) -> Option<usize> {
        let index = self.partition_point(|other| other < text);
        (self.get(index) == Some(text)).then_some(index)
    }

    /// Returns the indices of the texts that begin so, in a table that is in order.
    #[must_use]
    pub fn with_prefix(&self, prefix: &str) -> Range<usize> {
        let start = self.partition_point(|text| text < prefix);
        start..self.partition_point(|text| text < prefix || text.starts_with(prefix))
    }

    /// Returns the index of the first text that is not `before`; those that are stand before those that are not.
    fn partition_point(&self, before: impl Fn(&str) -> bool) -> usize {
        let mut rest = 0..self.len();
        while !rest.is_empty() {
            let middle = rest.start.midpoint(rest.end);
            rest =
                if self.get(middle).is_some_and(&before) { middle + 1..rest.end } else { rest.start..middle };
        }
        rest.start
    }
}

impl<'a> FromIterator<&'a str> for StringTable {
    fn from_iter<I: IntoIterator<Item = &'a str>>(texts: I) -> Self {
        let mut table = Self::default();
        texts.into_iter().for_each(|text| table.push(text));
        table
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_found_by_themselves_and_their_beginnings() {
        let texts: StringTable = ["care", "carer", "caring", "été"].into_iter().collect();
        assert_eq!(
            (0..5).map(|index| texts.get(index)).collect::<Vec<_>>(),
            [Some("care"), Some("carer"), Some("caring"), Some("été"), None]
        );
        assert_eq!(texts.sorted_position("carer"), Some(1));
        assert_eq!(texts.sorted_position("été"), Some(3));
        assert_eq!(
            [texts.sorted_position(""), texts.sorted_position("car"), texts.sorted_position("z")],
            [None; 3]
        );
        assert_eq!(texts.with_prefix("care"), 0..2);
        assert_eq!(texts.with_prefix(""), 0..4);
        assert_eq!(texts.with_prefix("b"), 0..0);
        assert_eq!(texts.with_prefix("ß"), 3..3);
    }

    #[test]
    fn there_may_be_none() {
        assert_eq!(StringTable::default().sorted_position(""), None);
        assert_eq!(StringTable::default().with_prefix(""), 0..0);
    }
}
