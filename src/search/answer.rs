//! What a query comes to: guides with the reasons why they are there.

use std::ops::Range;

use crate::guide::{GuideId, TextSpan};

/// What a query comes to.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Answer {
    /// The guides, best first.
    pub hits: Vec<Hit>,
    /// The words that were taken for others, in order of typing.
    pub mended: Vec<Mended>,
    /// The words that say nothing and were left out, in order of typing.
    pub ignored: Vec<String>,
    /// What the hits are.
    pub basis: Basis,
}

/// What the hits of an answer are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Basis {
    /// There are none.
    #[default]
    Nothing,
    /// Guides that have the words.
    Words,
    /// No guide has any of the words: those with the nearest titles and sayings.
    Nearest,
}

/// A word that the library does not have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mended {
    /// The word, folded.
    pub typed: String,
    /// The likeliest of what it was taken for: a word, or two with a space between.
    pub taken_as: String,
}

/// A guide that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// The guide.
    pub guide: GuideId,
    /// How well it fits: comparable within one answer only.
    pub score: f32,
    /// What matched in its title, as byte ranges.
    pub title: Vec<Range<usize>>,
    /// The passage that fits best; none where only the title or what people say matched.
    pub passage: Option<Passage>,
    /// The index in [`Guide::also_said`](crate::guide::Guide::also_said) of what matched, if that is why.
    pub said: Option<usize>,
}

/// A passage of a guide.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Passage {
    /// The index of its section in [`Guide::sections`](crate::guide::Guide::sections).
    pub section: usize,
    /// The block, or the part of it.
    pub span: TextSpan,
    /// The words that matched, as byte ranges of the block's text.
    pub marks: Vec<Range<usize>>,
}
