//! Where a stem stands: the documents that have it, and how often in which field, packed small.
//!
//! One posting is the step from the document before (seven bits a byte), a byte that says which fields have the
//! stem, and a byte for each of those: three to four bytes, so that a library of ten thousand guides is indexed in
//! some tens of megabytes.

use serde::{Deserialize, Serialize};

use crate::search::index::field::{Counts, Field};

/// The postings of every stem.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Postings {
    /// One list after the other.
    bytes: Vec<u8>,
    /// Where the list of each stem ends in `bytes`.
    ends: Vec<u32>,
}

impl Postings {
    /// Returns the documents that have this stem, in order, with how often each field has it.
    pub(crate) fn of(&self, stem: u32) -> impl Iterator<Item = (u32, Counts)> {
        unpacked(self.list(stem))
    }

    fn list(&self, stem: u32) -> &[u8] {
        let end = |stem: u32| self.ends.get(stem as usize).map_or(0, |end| *end as usize);
        let start = stem.checked_sub(1).map_or(0, end);
        self.bytes.get(start..end(stem)).unwrap_or_default()
    }
}

impl FromIterator<PostingsList> for Postings {
    fn from_iter<I: IntoIterator<Item = PostingsList>>(lists: I) -> Self {
        let mut postings = Self::default();
        for list in lists {
            postings.bytes.extend(list.bytes);
            postings.ends.push(u32::try_from(postings.bytes.len()).unwrap_or(u32::MAX));
        }
        postings.bytes.shrink_to_fit();
        postings
    }
}

/// The postings of one stem, in order of documents, while these are gone through.
#[derive(Debug, Clone, Default)]
pub(crate) struct PostingsList {
    bytes: Vec<u8>,
    /// The document after the last one.
    next: u32,
}

impl PostingsList {
    /// Adds a document; documents come in order.
    pub(crate) fn push(&mut self, document: u32, counts: Counts) {
        let mut step = document - self.next;
        while step >= 0x80 {
            self.bytes.push(u8::try_from(step & 0x7f).unwrap_or_default() | 0x80);
            step >>= 7;
        }
        self.bytes.push(u8::try_from(step).unwrap_or_default());
        let present = Field::ALL.iter().filter(|field| counts[**field as usize] > 0);
        self.bytes.push(present.fold(0, |mask, field| mask | 1 << (*field as u8)));
        self.bytes.extend(counts.iter().filter(|count| **count > 0));
        self.next = document + 1;
    }
}

/// Returns the documents of a list, in order, with their counts.
fn unpacked(list: &[u8]) -> impl Iterator<Item = (u32, Counts)> {
    let mut bytes = list.iter().copied();
    let mut next = 0_u32;
    std::iter::from_fn(move || {
        let mut byte = bytes.next()?;
        let mut step = u32::from(byte & 0x7f);
        let mut shift = 7;
        while byte >= 0x80 {
            byte = bytes.next()?;
            step |= u32::from(byte & 0x7f).checked_shl(shift)?;
            shift += 7;
        }
        let mut present = bytes.next()?;
        // Put together as one number: bytes written one by one are slow to read as one.
        let mut counts = 0;
        while present != 0 {
            counts |= u64::from(bytes.next()?) << (u8::BITS * present.trailing_zeros());
            present &= present - 1;
        }
        let document = next.checked_add(step)?;
        next = document.checked_add(1)?;
        Some((document, counts.to_le_bytes()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_goes_in_comes_out() {
        let mut list = PostingsList::default();
        let mut body = Counts::default();
        body[Field::Body as usize] = 200;
        let mut both = body;
        both[Field::Title as usize] = 1;
        let all = [(0, body), (1, both), (128, both), (129, body), (70_000, both)];
        for (guide, counts) in &all {
            list.push(*guide, *counts);
        }
        let postings: Postings = [list.clone(), PostingsList::default(), list].into_iter().collect();
        assert_eq!(postings.of(0).collect::<Vec<_>>(), all);
        assert_eq!(postings.of(1).count(), 0);
        assert_eq!(postings.of(2).collect::<Vec<_>>(), all);
        assert_eq!(postings.of(3).count(), 0);
    }
}
