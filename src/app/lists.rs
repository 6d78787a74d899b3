//! The lists that something was opened from, kept to be returned to: results of a search, questions.

use super::Overlay;

/// More lists than this are forgotten, the oldest first.
const LISTS_AT_MOST: usize = 50;

/// The lists that something was opened from.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Lists {
    kept: Vec<(usize, Overlay)>,
    next: usize,
}

impl Lists {
    /// Keeps a list, and returns the number to ask for it with.
    pub(super) fn keep(&mut self, list: Overlay) -> usize {
        if self.kept.len() >= LISTS_AT_MOST {
            self.kept.remove(0);
        }
        let number = self.next;
        self.next += 1;
        self.kept.push((number, list));
        number
    }

    /// Returns the list with a number, unless it was forgotten.
    pub(super) fn get(&self, number: usize) -> Option<&Overlay> {
        self.kept.iter().find(|(of, _)| *of == number).map(|(_, list)| list)
    }
}
