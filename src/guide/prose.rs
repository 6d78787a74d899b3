//! Running text: one string with marks on ranges of it, and the addresses of places in a guide.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::{GuideId, ReferenceId, SituationId, TermId};
use crate::text::slice;

/// Text with marks: the marks are ranges, so a row of it is the marks clipped to the row.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Prose {
    /// The text, clean, without markup.
    pub text: String,
    /// What is marked in it, in order of their starts; marks nest but do not cross.
    pub marks: Vec<Mark>,
}

impl Prose {
    /// Returns prose without marks.
    #[must_use]
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), marks: Vec::new() }
    }

    /// Returns the links in it, in reading order.
    pub fn links(&self) -> impl Iterator<Item = (Range<usize>, &Target)> {
        self.marks.iter().filter_map(|mark| match &mark.kind {
            MarkKind::Link(target) => Some((mark.range(), target)),
            _ => None,
        })
    }

    /// Returns the link that the byte at `at` belongs to.
    #[must_use]
    pub fn link_at(&self, at: usize) -> Option<(Range<usize>, &Target)> {
        self.links().find(|(range, _)| range.contains(&at))
    }

    /// Returns the number of words in it.
    #[must_use]
    pub fn words(&self) -> usize {
        self.text.split_whitespace().count()
    }

    /// Puts `text` in place of the bytes in `range`, as a link if it leads somewhere. A mark keeps what it marks.
    pub(super) fn put(&mut self, range: Range<usize>, text: &str, target: Option<Target>) {
        let Some(old) = self.text.get(range.clone()).map(str::len) else { return };
        let moved = |at: u32| {
            let at = at as usize;
            let after =
                if at >= range.end { at - old + text.len() } else { at.min(range.start + text.len()) };
            u32::try_from(after).unwrap_or(u32::MAX)
        };
        for mark in &mut self.marks {
            (mark.start, mark.end) = (moved(mark.start), moved(mark.end));
        }
        self.text.replace_range(range.clone(), text);
        let Some(target) = target.filter(|_| self.link_at(range.start).is_none()) else { return };
        let end = moved(u32::try_from(range.end).unwrap_or(u32::MAX));
        let start = u32::try_from(range.start).unwrap_or(u32::MAX);
        // Marks stand in order of their starts, the outer one first.
        let at = self.marks.partition_point(|mark| {
            (mark.start, std::cmp::Reverse(mark.end)) <= (start, std::cmp::Reverse(end))
        });
        self.marks.insert(at, Mark { start, end, kind: MarkKind::Link(target) });
    }

    /// Returns the part of its text in `range`.
    #[must_use]
    pub fn slice(&self, range: Range<usize>) -> &str {
        slice(&self.text, range)
    }
}

/// A marked range of a prose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// The first byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// What the range is.
    pub kind: MarkKind,
}

impl Mark {
    /// Returns the marked bytes.
    #[must_use]
    pub fn range(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// What a range of prose is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum MarkKind {
    /// Stressed.
    Emphasis,
    /// Stressed strongly.
    Strong,
    /// Literal text.
    Code,
    /// A link; where it leads is known to exist.
    Link(Target),
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Target {
    /// A guide or a section of it.
    Guide(Place),
    /// A glossary term.
    Term(TermId),
    /// A reference.
    Reference(ReferenceId),
    /// An address outside: `https:`, `http:`, `mailto:` or `tel:`, nothing else.
    Web(String),
    /// A situation in which somebody is at risk.
    Safety(SituationId),
}

/// A guide, or a section of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The guide.
    pub guide: GuideId,
    /// The index of the section in [`Guide::sections`](super::Guide::sections); none is its beginning.
    pub section: Option<u32>,
}

/// The one address of a place in a guide: a byte of the text of a block.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct TextPos {
    /// The index of the block in the guide.
    pub block: u32,
    /// The byte in the block's text.
    pub byte: u32,
}

impl TextPos {
    /// Returns the address of byte `byte` of block `block`.
    #[must_use]
    pub fn new(block: usize, byte: usize) -> Self {
        Self {
            block: u32::try_from(block).unwrap_or(u32::MAX),
            byte: u32::try_from(byte).unwrap_or(u32::MAX),
        }
    }
}

/// A stretch of the text of one block.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct TextSpan {
    /// The index of the block in the guide.
    pub block: u32,
    /// The first byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl TextSpan {
    /// Returns the span of `range` in block `block`.
    #[must_use]
    pub fn new(block: usize, range: Range<usize>) -> Self {
        let start = TextPos::new(block, range.start);
        Self { block: start.block, start: start.byte, end: TextPos::new(block, range.end).byte }
    }

    /// Returns its bytes in the block's text.
    #[must_use]
    pub fn range(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Returns the address of its first byte.
    #[must_use]
    pub fn pos(&self) -> TextPos {
        TextPos { block: self.block, byte: self.start }
    }
}
