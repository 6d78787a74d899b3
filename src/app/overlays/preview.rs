//! The chosen result where it stands: the part of its guide around the passage, laid out like the text pane.

use std::ops::Range;

use ratatui::layout::Size;

use crate::app::Document;
use crate::guide::{Area, Block, BlockKind, Guide, Library, Prose, TextSpan};
use crate::page::Page;
use crate::search::{Hit, Passage, Subject};

/// Blocks shown from the heading above a passage on; it is far more than a screen holds.
const BLOCKS: usize = 24;

/// Bytes of text that fill a column of the preview at most: what cannot be seen is not laid out. Letters of two columns
/// have three bytes.
const BYTES_OF_COLUMN: usize = 2;

/// A passage further below its heading than this many blocks is shown without it.
const BELOW_HEADING: usize = 8;

/// A part of a guide, of the glossary or about a theme, laid out.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Preview {
    /// Its text.
    pub blocks: Vec<Block>,
    /// Its rows at the width of the preview.
    pub page: Page,
    /// The words that matched.
    pub marks: Vec<TextSpan>,
    /// The rows of the passage that was found.
    pub found: Range<usize>,
}

impl Preview {
    /// Returns the preview of a result for a room of this size.
    #[must_use]
    pub fn of(library: &Library, hit: &Hit, room: Size) -> Self {
        let width = room.width;
        match &hit.subject {
            Subject::Guide { guide, passage } => {
                Self::of_guide(library.guide(*guide), passage.as_ref(), room)
            }
            Subject::Term { term, marks } => {
                let term = library.term(*term);
                let block = |kind, text: &str| Block::new(kind, Prose::plain(text));
                let mut blocks = vec![
                    block(BlockKind::Heading(1), &term.title),
                    block(BlockKind::Paragraph, &term.meaning),
                ];
                if !term.aliases.is_empty() {
                    let also = format!("Also said: {}", term.aliases.join(", "));
                    blocks.push(block(BlockKind::Paragraph, &also));
                }
                let marks = marks.iter().map(|mark| TextSpan::new(1, mark.clone())).collect();
                Self::laid_out(blocks, marks, width)
            }
            Subject::Theme { theme, .. } => {
                let blocks = Document::Theme(Area::Workforce, *theme).made(library);
                Self::laid_out(blocks, Vec::new(), width)
            }
            Subject::Reference { reference } => {
                let citation = Prose::plain(library.reference(*reference).citation());
                Self::laid_out(vec![Block::new(BlockKind::Paragraph, citation)], Vec::new(), width)
            }
            Subject::About { block, marks } => {
                let blocks = library.pack.description.get(*block).cloned().into_iter().collect();
                let marks = marks.iter().map(|mark| TextSpan::new(0, mark.clone())).collect();
                Self::laid_out(blocks, marks, width)
            }
        }
    }

    /// Returns the preview of the beginning of a page for a room of this size.
    #[must_use]
    pub fn of_page(library: &Library, page: Document, room: Size) -> Self {
        let mut blocks = match page {
            Document::Guide(guide) => library.guide(guide).blocks.iter().take(BLOCKS).cloned().collect(),
            page => page.made(library),
        };
        blocks.truncate(2 * BLOCKS);
        Self::laid_out(blocks, Vec::new(), room.width)
    }

    fn of_guide(guide: &Guide, passage: Option<&Passage>, room: Size) -> Self {
        let block = passage.map_or(0, |passage| passage.span.block as usize);
        let above = guide.blocks.iter().take(block + 1);
        let heading = above.rev().position(|block| block.kind.is_heading());
        let above = heading.filter(|up| *up <= BELOW_HEADING);
        let first = block - above.unwrap_or_else(|| block.min(1));
        let mut left = usize::from(room.width) * usize::from(room.height) * BYTES_OF_COLUMN;
        let is_seen = |(at, shown): &(usize, &Block)| {
            let is_seen = left > 0;
            left = if *at < block { left } else { left.saturating_sub(shown.prose.text.len()) };
            is_seen
        };
        let below = guide.blocks.iter().enumerate().skip(first).take(BLOCKS);
        let blocks: Vec<Block> = below.take_while(is_seen).map(|(_, block)| block.clone()).collect();
        let marks = passage.into_iter().flat_map(|passage| &passage.marks);
        let marks = marks.map(|mark| TextSpan::new(block - first, mark.clone())).collect();
        let mut preview = Self::laid_out(blocks, marks, room.width);
        if let Some(passage) = passage {
            let found = passage.blocks(guide);
            let within = |block: usize| block.saturating_sub(first);
            preview.found = preview.page.rows_of_all(within(found.start)..within(found.end));
        }
        preview
    }

    fn laid_out(blocks: Vec<Block>, marks: Vec<TextSpan>, width: u16) -> Self {
        let page = Page::compose(&blocks, width);
        Self { blocks, page, marks, found: 0..0 }
    }
}
