//! The postings of every stem: the documents that have it, and how often in which field, packed small.
//!
//! One posting is the step from the document before (seven bits a byte), a byte that says which fields have the
//! stem, and a byte for each of those: three to four bytes, so that a library of ten thousand guides is indexed in
//! some tens of megabytes.

use serde::{Deserialize, Serialize};

use super::document::DocId;
use super::field::{Counts, Field};
use super::vocabulary::StemId;
use crate::text::Jagged;

/// The postings of every stem.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Postings(Jagged<u8>);

impl Postings {
    /// Returns the documents that have this stem, in order, with how often each field has it.
    pub(crate) fn of(&self, stem: StemId) -> impl Iterator<Item = (DocId, Counts)> {
        unpacked(self.0.get(stem.index()))
    }

    /// Returns the documents that have this stem, in order.
    pub(crate) fn documents(&self, stem: StemId) -> impl Iterator<Item = DocId> {
        self.of(stem).map(|(document, _)| document)
    }
}

impl FromIterator<PostingsList> for Postings {
    fn from_iter<I: IntoIterator<Item = PostingsList>>(lists: I) -> Self {
        Self(lists.into_iter().map(|list| list.bytes).collect())
    }
}

/// The postings of one stem while the index is built.
#[derive(Debug, Clone, Default)]
pub(crate) struct PostingsList {
    bytes: Vec<u8>,
    /// The number behind that of the last document.
    next: u32,
}

impl PostingsList {
    /// Adds a document; documents come in order.
    pub(crate) fn push(&mut self, document: DocId, counts: Counts) {
        let mut step = document.0 - self.next;
        while step >= 0x80 {
            self.bytes.push(u8::try_from(step & 0x7f).unwrap_or_default() | 0x80);
            step >>= 7;
        }
        self.bytes.push(u8::try_from(step).unwrap_or_default());
        let present = Field::ALL.iter().filter(|field| counts[**field as usize] > 0);
        self.bytes.push(present.fold(0, |mask, field| mask | 1 << (*field as u8)));
        self.bytes.extend(counts.iter().filter(|count| **count > 0));
        self.next = document.0 + 1;
    }
}

/// Returns the documents of a list, in order, with their counts.
fn unpacked(list: &[u8]) -> impl Iterator<Item = (DocId, Counts)> {
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
        // The counts are put together as one number: bytes written one by one are slow to read as one.
        let mut counts = 0;
        while present != 0 {
            counts |= u64::from(bytes.next()?) << (u8::BITS * present.trailing_zeros());
            present &= present - 1;
        }
        let document = next.checked_add(step)?;
        next = document.checked_add(1)?;
        Some((DocId(document), counts.to_le_bytes()))
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
        let all = [(0, body), (1, both), (128, both), (129, body), (70_000, both)]
            .map(|(document, counts)| (DocId(document), counts));
        for (guide, counts) in &all {
            list.push(*guide, *counts);
        }
        let postings: Postings = [list.clone(), PostingsList::default(), list].into_iter().collect();
        assert_eq!(postings.of(StemId::at(0)).collect::<Vec<_>>(), all);
        assert_eq!(postings.of(StemId::at(1)).count(), 0);
        assert_eq!(postings.of(StemId::at(2)).collect::<Vec<_>>(), all);
        assert_eq!(postings.of(StemId::at(3)).count(), 0);
    }
}
