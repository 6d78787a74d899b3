//! The tree that every form of a hand-out is written from.

use std::ops::Range;

use crate::guide::{Block, BlockKind, Container, GuideId, Library, Nesting, Prose};

/// A hand-out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// Its title.
    pub title: String,
    /// The language it is in, as `en`.
    pub language: String,
    /// What stands on it, in reading order.
    pub parts: Vec<SheetPart>,
    /// What stands at its end: where it is from, under which licence.
    pub foot: Vec<String>,
}

/// A part of a hand-out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SheetPart {
    /// A block, as guides have them.
    Block(Block),
    /// Room to write: so many lines.
    Room(u8),
}

/// How large a page is printed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Print {
    /// As usual: letters of 11 points.
    #[default]
    Usual,
    /// Large print: letters of 18 points (RNIB, *Clear print guidance*: large print begins at 16).
    Large,
}

impl Sheet {
    /// Returns an empty hand-out with a title.
    pub(super) fn titled(library: &Library, title: &str) -> Self {
        let pack = &library.pack;
        Self {
            title: title.to_owned(),
            language: pack.language.clone(),
            parts: vec![SheetPart::Block(Block::new(BlockKind::Title, Prose::plain(title)))],
            foot: vec![format!("{}. Licence: {}.", pack.title, pack.licence), pack.attribution.clone()],
        }
    }

    /// Returns guides as they are, one after the other.
    #[must_use]
    pub fn guides(library: &Library, guides: &[GuideId]) -> Self {
        let title = match guides {
            [one] => library.guide(*one).title.as_str(),
            _ => library.pack.title.as_str(),
        };
        let mut sheet = Self::titled(library, title);
        for guide in guides {
            // The title of a single one stands there already.
            let skip = usize::from(guides.len() == 1);
            let blocks = library.guide(*guide).blocks.iter().skip(skip).cloned();
            sheet.parts.extend(blocks.map(SheetPart::Block));
        }
        sheet
    }

    /// Adds a block.
    pub(super) fn add(&mut self, kind: BlockKind, text: impl Into<String>) {
        self.parts.push(SheetPart::Block(Block::new(kind, Prose::plain(text))));
    }

    /// Adds an item of a list without numbers; `opens` says whether the list begins with it.
    pub(super) fn add_bullet(&mut self, text: impl Into<String>, opens: bool) {
        let nesting = vec![Nesting { container: Container::Bullet, opens: true }];
        self.parts.push(SheetPart::Block(Block {
            kind: BlockKind::Paragraph,
            nesting,
            gap: opens,
            prose: Prose::plain(text),
        }));
    }

    /// Adds blocks of a guide as they are, without what they stand in there.
    pub(super) fn add_passage(&mut self, blocks: &[Block], range: Range<usize>) {
        let blocks = blocks.get(range).unwrap_or_default();
        let depth = blocks.first().map_or(0, |first| first.nesting.len());
        for (index, block) in blocks.iter().enumerate() {
            let nesting = block.nesting.get(depth..).unwrap_or_default().to_vec();
            let gap = block.gap || index == 0;
            self.parts.push(SheetPart::Block(Block { nesting, gap, ..block.clone() }));
        }
    }

    /// Adds room to write.
    pub(super) fn add_room(&mut self, lines: u8) {
        self.parts.push(SheetPart::Room(lines));
    }
}
