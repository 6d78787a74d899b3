//! From addresses to rows and columns, and back.

use std::ops::Range;

use super::{Page, Row, Segment};
use crate::guide::{Block, TextPos};
use crate::text::{clusters, slice};

/// Where a page is scrolled to: the address of the first text on the screen, and how many rows above it
/// (blank ones) are on the screen too. An address and not a row, so that it outlives every change of width.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Top {
    /// The first text shown.
    pub pos: TextPos,
    /// The rows above it that are shown.
    pub above: u16,
}

impl Page {
    /// Returns the row that shows `pos`: that of the text before it when it stands in a blank that no row shows.
    #[must_use]
    pub fn row_of(&self, pos: TextPos) -> usize {
        let last = self.rows.len().saturating_sub(1);
        let Some(&(first, end)) = self.extents.get(pos.block as usize) else { return last };
        let (first, end) = (first as usize, end as usize);
        let mut found = first.min(last);
        for (index, row) in self.rows.iter().enumerate().take(end).skip(first) {
            match segment_of(row, pos.block) {
                Some(segment) if segment.span.start <= pos.byte => found = index,
                _ => {}
            }
        }
        found
    }

    /// Returns the rows of block `block`; none for a diagram that does not fit.
    #[must_use]
    pub fn rows_of(&self, block: usize) -> Range<usize> {
        self.extents.get(block).map_or(0..0, |&(first, end)| first as usize..end as usize)
    }

    /// Returns the rows from the first of some blocks to the last; none where none of them is shown.
    #[must_use]
    pub fn rows_of_all(&self, blocks: Range<usize>) -> Range<usize> {
        let shown = blocks.map(|block| self.rows_of(block)).filter(|rows| !rows.is_empty());
        shown.reduce(|all, rows| all.start.min(rows.start)..all.end.max(rows.end)).unwrap_or(0..0)
    }

    /// Returns the row that a top stands for.
    #[must_use]
    pub fn row_of_top(&self, top: Top) -> usize {
        self.row_of(top.pos).saturating_sub(usize::from(top.above))
    }

    /// Returns the top for which row `row` is the first.
    #[must_use]
    pub fn top_at(&self, row: usize) -> Top {
        let rows = self.rows.iter().enumerate().skip(row);
        let text = rows.into_iter().find_map(|(index, row)| row.segments.first().map(|first| (index, first)));
        match text {
            Some((index, first)) => {
                Top { pos: first.span.pos(), above: u16::try_from(index - row).unwrap_or(0) }
            }
            None => Top::default(),
        }
    }

    /// Returns the address of the text shown at a row and page column, if text is shown there.
    #[must_use]
    pub fn pos_at(&self, blocks: &[Block], row: usize, column: u16) -> Option<TextPos> {
        let row = self.rows.get(row)?;
        let inside = |segment: &&Segment| (segment.column..segment.column + segment.width).contains(&column);
        let segment = row.segments.iter().find(inside)?;
        let text = slice(&blocks.get(segment.span.block as usize)?.prose.text, segment.span.range());
        let mut at = usize::from(segment.column);
        for (offset, _, wide) in clusters(text) {
            at += wide;
            if at > usize::from(column) {
                return Some(TextPos::new(segment.span.block as usize, segment.span.range().start + offset));
            }
        }
        None
    }

    /// Returns how far the page can be scrolled with `height` rows on the screen: the last row at the bottom.
    #[must_use]
    pub fn last_top(&self, height: usize) -> usize {
        self.rows.len().saturating_sub(height)
    }
}

fn segment_of(row: &Row, block: u32) -> Option<&Segment> {
    row.segments.iter().find(|segment| segment.span.block == block)
}
