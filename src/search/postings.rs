//! Where a stem stands: the guides that have it, and how often in which field, packed small.
//!
//! One posting is the step from the guide before (seven bits a byte), a byte that says which fields have the
//! stem, and a byte for each of those: three to four bytes, so that a library of ten thousand guides is indexed in
//! some tens of megabytes.

use super::field::{Counts, Field};

/// The postings of one stem, in order of guides.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Postings {
    bytes: Vec<u8>,
    /// The guide after the last one.
    next: u32,
}

impl Postings {
    /// Adds a guide; guides come in order.
    pub(super) fn push(&mut self, guide: u32, counts: Counts) {
        let mut step = guide - self.next;
        while step >= 0x80 {
            self.bytes.push(u8::try_from(step & 0x7f).unwrap_or_default() | 0x80);
            step >>= 7;
        }
        self.bytes.push(u8::try_from(step).unwrap_or_default());
        let present = Field::ALL.iter().filter(|field| counts[**field as usize] > 0);
        self.bytes.push(present.fold(0, |mask, field| mask | 1 << (*field as u8)));
        self.bytes.extend(counts.iter().filter(|count| **count > 0));
        self.next = guide + 1;
    }

    /// Gives back the room that no posting needs.
    pub(super) fn shrink(&mut self) {
        self.bytes.shrink_to_fit();
    }

    /// Returns the guides, in order, with how often each field has the stem.
    pub(super) fn iter(&self) -> impl Iterator<Item = (u32, Counts)> {
        let mut bytes = self.bytes.iter().copied();
        let mut next = 0;
        std::iter::from_fn(move || {
            let mut byte = bytes.next()?;
            let mut step = u32::from(byte & 0x7f);
            let mut shift = 7;
            while byte >= 0x80 {
                byte = bytes.next()?;
                step |= u32::from(byte & 0x7f) << shift;
                shift += 7;
            }
            let mask = bytes.next()?;
            let mut counts = Counts::default();
            for (field, count) in counts.iter_mut().enumerate() {
                if mask & (1 << field) != 0 {
                    *count = bytes.next()?;
                }
            }
            let guide = next + step;
            next = guide + 1;
            Some((guide, counts))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_in_comes_out() {
        let mut postings = Postings::default();
        let mut body = Counts::default();
        body[Field::Body as usize] = 200;
        let mut both = body;
        both[Field::Title as usize] = 1;
        let all = [(0, body), (1, both), (128, both), (129, body), (70_000, both)];
        for (guide, counts) in &all {
            postings.push(*guide, *counts);
        }
        assert_eq!(postings.iter().collect::<Vec<_>>(), all);
        assert_eq!(Postings::default().iter().count(), 0);
    }
}
