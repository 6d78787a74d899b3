//! The passage being read, as text that says where it is from.
//!
//! A passage is a paragraph, a list item with all that stands in it, or a row of a table: what somebody would mark
//! with a pencil.

use std::ops::Range;

use super::{Document, Reading};
use crate::guide::{Block, BlockKind, Container, Library, Part, TextSpan, item_or_row};

/// What was copied, until the next key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copied {
    /// All of it, its source included.
    pub text: String,
    /// The words of it that are on the screen.
    pub spans: Vec<TextSpan>,
    /// How it begins.
    pub(super) begins: String,
}

impl Copied {
    /// Returns something to copy that needs no source.
    pub(super) fn words_alone(text: String) -> Self {
        Self { begins: text.clone(), text, spans: Vec::new() }
    }

    /// Returns words to copy with where they are from.
    pub(super) fn cited(words: String, source: &str) -> Self {
        Self { text: format!("{words}\n\n{source}\n"), spans: Vec::new(), begins: words }
    }
}

impl Reading {
    /// Returns the blocks of the passage being read: that of the chosen link, else of the marked words, else the
    /// one that a search found, else the first that begins in the upper half of the screen, else the one at its top.
    #[must_use]
    pub fn passage(&self, library: &Library, height: usize) -> Option<Range<usize>> {
        let blocks = self.blocks(library);
        let visible = self.visible(height);
        let mark = self.mark.and_then(|mark| self.marks.get(mark));
        let mark = mark.filter(|mark| visible.contains(&self.page.row_of(mark.pos())));
        let chosen = self.chosen_link(library).map(|link| link.span);
        if let Some(span) = chosen.or_else(|| mark.copied()) {
            return Some(item_or_row(blocks, span.block as usize));
        }
        let rows = self.found_rows();
        if let Some(found) =
            self.found.clone().filter(|_| rows.start < visible.end && visible.start < rows.end)
        {
            return Some(found);
        }
        let readable = || (0..blocks.len()).filter(|block| is_readable(&blocks[*block]));
        let upper = visible.start..visible.start + height.div_ceil(2);
        let begins = readable().find(|block| upper.contains(&self.page.rows_of(*block).start));
        let shown = || readable().find(|block| self.page.rows_of(*block).end > visible.start);
        begins.or_else(shown).map(|block| item_or_row(blocks, block))
    }
}

fn is_readable(block: &Block) -> bool {
    block.kind.is_passage() && !block.prose.text.is_empty()
}

/// Returns the words of some blocks as plain text; a callout keeps its label, because it says who speaks.
pub(super) fn words(blocks: &[Block]) -> String {
    let Some(first) = blocks.first() else { return String::new() };
    let depth = first.nesting.len();
    let label = first.nesting.iter().rev().find_map(|nesting| match nesting.container {
        Container::Callout(callout) => Some(callout.label()),
        _ => None,
    });
    let mut out = label.map(|label| format!("{label}: ")).unwrap_or_default();
    for (index, block) in blocks.iter().enumerate() {
        let inner = block.nesting.get(depth..).unwrap_or_default();
        let before = match block.kind {
            _ if index == 0 => String::new(),
            BlockKind::Cell(_) => " | ".to_owned(),
            _ if inner.last().is_some_and(|item| item.opens) => {
                format!("\n{}- ", "  ".repeat(inner.len() - 1))
            }
            _ => "\n\n".to_owned(),
        };
        out.push_str(&before);
        out.push_str(&block.prose.text);
    }
    out
}

/// Returns where the text of a block of a document is from: title and section, the pack, its attribution, and the
/// address of the original where there is one.
pub(super) fn citation(library: &Library, document: Document, block: usize) -> String {
    let mut place = document.title(library).to_owned();
    let mut originals = Vec::new();
    if let Document::Guide(id) = document {
        let guide = library.guide(id);
        let block = u32::try_from(block).unwrap_or(u32::MAX);
        let section =
            guide.sections.get(guide.section_of(block)).filter(|section| section.part != Part::Opening);
        if let Some(section) = section {
            place = format!("{place}, {}", section.title);
            let heading = guide.heading_of(block);
            if heading != section.title && heading != guide.title {
                place = format!("{place}, {heading}");
            }
        }
        let sources = guide.based_on.iter().map(|id| library.reference(*id));
        originals.extend(sources.filter_map(|source| source.address.as_deref()));
    }
    let end = if place.ends_with(['.', '?', '!']) { "" } else { "." };
    let mut out = format!("{place}{end} {}.\n{}", library.pack.title, library.pack.attribution);
    for address in originals {
        out.push_str("\nOriginal: ");
        out.push_str(address);
    }
    out
}
