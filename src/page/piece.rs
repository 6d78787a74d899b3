//! The pieces of a row: runs of text that look the same.

use std::ops::Range;

use crate::guide::{Block, BlockKind, Callout, Container, MarkKind};

/// What a run of text is, for the palette to choose a style. No colours here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// The guide's title.
    Title,
    /// The line under the title.
    Meta,
    /// The guide's summary.
    Summary,
    /// A heading: 1 for a section, 2 and 3 within it.
    Heading(u8),
    /// The label of a callout.
    Label(Callout),
    /// Running text.
    Body,
    /// Quoted text.
    Quote,
    /// Preformatted or literal text.
    Code,
    /// A drawing.
    Diagram,
    /// The header of a table.
    TableHead,
}

impl Role {
    /// Returns the role of a block's text.
    #[must_use]
    pub fn of(block: &Block) -> Self {
        match block.kind {
            BlockKind::Title => Self::Title,
            BlockKind::Meta => Self::Meta,
            BlockKind::Summary => Self::Summary,
            BlockKind::Heading(level) => Self::Heading(level),
            BlockKind::Label => Self::Label(callout(block)),
            BlockKind::Code => Self::Code,
            BlockKind::Diagram => Self::Diagram,
            BlockKind::Cell(cell) if cell.row == 0 => Self::TableHead,
            BlockKind::Paragraph | BlockKind::Cell(_) | BlockKind::Rule => {
                let quoted = block.nesting.iter().any(|nesting| nesting.container == Container::Quote);
                if quoted { Self::Quote } else { Self::Body }
            }
        }
    }
}

/// The callout that a label belongs to: the innermost.
fn callout(block: &Block) -> Callout {
    let innermost = block.nesting.iter().rev().find_map(|nesting| match nesting.container {
        Container::Callout(callout) => Some(callout),
        _ => None,
    });
    innermost.unwrap_or(Callout::Voice)
}

/// A run of text of one block in which nothing changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece<'a> {
    /// Its bytes in the block's text.
    pub range: Range<usize>,
    /// The text.
    pub text: &'a str,
    /// What is marked there, outermost first.
    pub marks: Vec<&'a MarkKind>,
}

/// Returns the pieces of `range` of a block's text, in order; `cuts` are further places where one must end.
#[must_use]
pub fn pieces<'a>(block: &'a Block, range: &Range<usize>, cuts: &[usize]) -> Vec<Piece<'a>> {
    let prose = &block.prose;
    let mut ends: Vec<usize> = prose
        .marks
        .iter()
        .flat_map(|mark| [mark.range().start, mark.range().end])
        .chain(cuts.iter().copied())
        .filter(|at| range.start < *at && *at < range.end)
        .chain([range.end])
        .collect();
    ends.sort_unstable();
    ends.dedup();
    let mut start = range.start;
    let mut pieces = Vec::with_capacity(ends.len());
    for end in ends {
        let marks = prose.marks.iter().filter(|mark| mark.range().start <= start && end <= mark.range().end);
        pieces.push(Piece {
            range: start..end,
            text: prose.slice(start..end),
            marks: marks.map(|mark| &mark.kind).collect(),
        });
        start = end;
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::guide::blocks;

    #[test]
    fn marks_are_clipped_to_the_row() {
        let block = &blocks("one *two three* four", |_, _| None).blocks[0];
        let texts: Vec<(&str, usize)> =
            pieces(block, &(6..17), &[8]).into_iter().map(|piece| (piece.text, piece.marks.len())).collect();
        assert_eq!(texts, [("o ", 1), ("three", 1), (" fou", 0)]);
    }
}
