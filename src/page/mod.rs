//! Floor 2: a guide at a width, as rows.
//!
//! A row knows which stretches of the text it shows and at which column; it holds no words and no colours.
//! So one page serves the screen, the printer and the pipe, and stays as it is when the palette changes, a
//! search marks words or a link is chosen. It depends on the blocks, the width and the spacing and on nothing else.
//! Leads (bullets, bars, indents) stand before the text and are not part of it.

mod compose;
mod composer;
mod lead;
mod locate;
mod piece;
mod spacing;
mod table;

use std::ops::Range;

pub use lead::Lead;
pub use locate::Top;
pub use piece::{Piece, Role, pieces};
pub use spacing::Spacing;

use crate::guide::{Block, TextSpan};

/// Blocks laid out at a width.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Page {
    /// The columns it may use.
    pub width: u16,
    /// How far its lines are apart.
    pub spacing: Spacing,
    /// Its rows, from the top.
    pub rows: Vec<Row>,
    /// For each block, its first row and one past its last; empty for a diagram that does not fit and for a block
    /// that is left out.
    extents: Vec<(u32, u32)>,
}

/// How text is set.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Setting {
    /// The columns it may use.
    pub width: u16,
    /// How far its lines are apart.
    pub spacing: Spacing,
}

impl From<u16> for Setting {
    fn from(width: u16) -> Self {
        Self { width, spacing: Spacing::Single }
    }
}

/// One row of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What it is.
    pub kind: RowKind,
    /// What stands before the text, outermost first.
    pub lead: Vec<Lead>,
    /// The stretches of text it shows, from left to right: one, or one for each cell of a table row.
    pub segments: Vec<Segment>,
}

/// What a row is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowKind {
    /// It shows text, perhaps an empty one.
    Text,
    /// It keeps two blocks apart, or two lines of one.
    Blank,
    /// A line across.
    Rule,
}

/// A stretch of text on a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Segment {
    /// The page column where it begins, leads counted.
    pub column: u16,
    /// The columns it takes.
    pub width: u16,
    /// The text.
    pub span: TextSpan,
}

impl Segment {
    /// Returns the text, `blocks` being those that were laid out.
    #[must_use]
    pub fn text<'a>(&self, blocks: &'a [Block]) -> &'a str {
        let block = blocks.get(self.span.block as usize);
        block.map_or("", |block| block.prose.slice(self.span.range()))
    }
}

impl Page {
    /// Lays out blocks: at a width in columns (0 counts as 1), or as a [`Setting`] says.
    #[must_use]
    pub fn compose(blocks: &[Block], setting: impl Into<Setting>) -> Self {
        let whole = 0..blocks.len();
        Self::compose_parts(blocks, std::slice::from_ref(&whole), setting)
    }

    /// Lays out the blocks in `parts` and leaves the others out: these have no rows, and all keep their addresses.
    #[must_use]
    pub fn compose_parts(blocks: &[Block], parts: &[Range<usize>], setting: impl Into<Setting>) -> Self {
        let Setting { width, spacing } = setting.into();
        let width = width.max(1);
        let single = compose::compose(blocks, parts, width);
        let (rows, extents) = match spacing {
            Spacing::Single => (single.rows, single.extents),
            Spacing::Double => spacing::double(blocks, single.rows, &single.extents),
        };
        Self { width, spacing, rows, extents }
    }

    /// Returns how many rows it has.
    #[must_use]
    pub fn height(&self) -> usize {
        self.rows.len()
    }
}

/// As many columns as a `u16` can say.
fn columns(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}
