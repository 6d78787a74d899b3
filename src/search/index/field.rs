//! The fields of a guide: the kinds of text that count differently.

use crate::guide::{Block, BlockKind, Guide, Part, Section};

/// A kind of text within a guide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// The title.
    Title,
    /// What people say for it.
    Alias,
    /// The names of the glossary's terms that point to it.
    KeyTerm,
    /// Headings within the guide.
    Heading,
    /// The summary and the lines for someone mid-conversation.
    Brief,
    /// The reflective questions.
    Question,
    /// Running text.
    Body,
    /// What it is based on and leans on.
    Source,
}

/// How often something stands in each field; `255` is `255` or more.
pub(crate) type Counts = [u8; Field::ALL.len()];

/// Returns the indices of the fields that have something, in order, and how often. It looks at no others: most have
/// nothing, and at a key millions of these are gone through.
pub(crate) fn present(counts: Counts) -> impl Iterator<Item = (usize, u8)> {
    let mut left = u64::from_le_bytes(counts);
    std::iter::from_fn(move || {
        let shift = left.trailing_zeros() / u8::BITS * u8::BITS;
        let [count, ..] = left.checked_shr(shift)?.to_le_bytes();
        left &= !(u64::from(u8::MAX) << shift);
        Some(((shift / u8::BITS) as usize, count))
    })
}

impl Field {
    /// Every field, in order.
    pub const ALL: [Self; 8] = [
        Self::Title,
        Self::Alias,
        Self::KeyTerm,
        Self::Heading,
        Self::Brief,
        Self::Question,
        Self::Body,
        Self::Source,
    ];

    /// Returns its name, to stand in a line.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Alias => "people say",
            Self::KeyTerm => "key terms",
            Self::Heading => "heading",
            Self::Brief => "in brief",
            Self::Question => "questions",
            Self::Body => "text",
            Self::Source => "sources",
        }
    }

    /// Returns the field that a block of the guide is in; drawings, labels and the line under the title are in
    /// none, and the title is taken from the guide itself.
    pub(crate) fn of(block: &Block, part: Part) -> Option<Self> {
        match block.kind {
            BlockKind::Title | BlockKind::Meta | BlockKind::Label | BlockKind::Diagram | BlockKind::Rule => {
                None
            }
            BlockKind::Heading(_) => Some(Self::Heading),
            BlockKind::Summary => Some(Self::Brief),
            BlockKind::Paragraph | BlockKind::Code | BlockKind::Cell(_) => Some(match part {
                Part::Opening | Part::InBrief => Self::Brief,
                Part::Written => Self::Body,
                Part::Questions => Self::Question,
                Part::Sources => Self::Source,
            }),
        }
    }
}

/// Returns the blocks of a guide with the section that each is in, if there is one.
pub(crate) fn blocks(guide: &Guide) -> impl Iterator<Item = (usize, &Block, Option<&Section>)> {
    let mut section = 0;
    guide.blocks.iter().enumerate().map(move |(index, block)| {
        while guide.sections.get(section + 1).is_some_and(|next| next.first as usize <= index) {
            section += 1;
        }
        (index, block, guide.sections.get(section))
    })
}

/// Returns the texts within a guide that are searched, with their fields; its names stand outside of it.
pub(crate) fn texts(guide: &Guide) -> impl Iterator<Item = (Field, &str)> {
    blocks(guide).filter_map(|(_, block, section)| {
        let part = section.map_or(Part::Written, |section| section.part);
        Field::of(block, part).map(|field| (field, block.prose.text.as_str()))
    })
}
