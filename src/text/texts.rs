//! Many short texts kept as one string: they take little room, and are read from the program in one go. A guide has
//! some two hundred sayings, a library some thousand words.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::slice;

/// Texts by their index. Those that are looked for by themselves stand in order, each once.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Texts {
    /// One text after the other.
    all: String,
    /// Where each ends in `all`.
    ends: Vec<u32>,
}

impl Texts {
    /// Returns the text with this index; nothing has no letters.
    #[must_use]
    pub fn get(&self, index: usize) -> &str {
        let end = |index: usize| self.ends.get(index).map_or(0, |end| *end as usize);
        let start = index.checked_sub(1).map_or(0, end);
        slice(&self.all, start..end(index))
    }

    /// Returns the index of a text.
    #[must_use]
    pub fn position(&self, text: &str) -> Option<usize> {
        let at = self.first_not(|other| other < text);
        (at < self.ends.len() && self.get(at) == text).then_some(at)
    }

    /// Returns the indices of the texts that begin so.
    #[must_use]
    pub fn beginning_with(&self, beginning: &str) -> Range<usize> {
        let start = self.first_not(|text| text < beginning);
        start..self.first_not(|text| text < beginning || text.starts_with(beginning))
    }

    /// Returns the index of the first text that is not `before`; those that are stand before those that are not.
    fn first_not(&self, before: impl Fn(&str) -> bool) -> usize {
        let mut found = 0..self.ends.len();
        while !found.is_empty() {
            let middle = found.start.midpoint(found.end);
            found = if before(self.get(middle)) { middle + 1..found.end } else { found.start..middle };
        }
        found.start
    }
}

impl Texts {
    /// Adds a text behind the others.
    pub fn push(&mut self, text: &str) {
        self.all.push_str(text);
        self.ends.push(u32::try_from(self.all.len()).unwrap_or(u32::MAX));
    }

    /// Returns the text with this index, if there are so many.
    #[must_use]
    pub fn at(&self, index: usize) -> Option<&str> {
        (index < self.len()).then(|| self.get(index))
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
        (0..self.ends.len()).map(|index| self.get(index))
    }
}

impl<'a> FromIterator<&'a str> for Texts {
    fn from_iter<I: IntoIterator<Item = &'a str>>(texts: I) -> Self {
        let mut made = Self::default();
        for text in texts {
            made.push(text);
        }
        made
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_found_by_themselves_and_their_beginnings() {
        let texts: Texts = ["care", "carer", "caring", "été"].into_iter().collect();
        assert_eq!(
            (0..5).map(|index| texts.get(index)).collect::<Vec<_>>(),
            ["care", "carer", "caring", "été", ""]
        );
        assert_eq!(texts.position("carer"), Some(1));
        assert_eq!(texts.position("été"), Some(3));
        assert_eq!([texts.position(""), texts.position("car"), texts.position("z")], [None; 3]);
        assert_eq!(texts.beginning_with("care"), 0..2);
        assert_eq!(texts.beginning_with(""), 0..4);
        assert_eq!(texts.beginning_with("b"), 0..0);
        assert_eq!(texts.beginning_with("ß"), 3..3);
    }

    #[test]
    fn there_may_be_none() {
        assert_eq!(Texts::default().position(""), None);
        assert_eq!(Texts::default().beginning_with(""), 0..0);
    }
}
