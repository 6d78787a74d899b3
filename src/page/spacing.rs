//! Space between the lines: a page laid out closely, drawn apart.
//!
//! Some people read lines that stand close only with effort. Terminals have no half rows, so there is one step: a
//! blank row between any two lines of text. What was one blank row becomes two, so that a new paragraph still shows.
//! Drawings and code stay as they are: their lines belong together.

use super::{Lead, Row, RowKind};
use crate::guide::{Block, BlockKind};

/// How far the lines of a page are apart.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Spacing {
    /// Line below line.
    #[default]
    Single,
    /// A blank row between two lines.
    Double,
}

impl Spacing {
    /// Every spacing.
    pub const ALL: [Self; 2] = [Self::Single, Self::Double];

    /// Returns its name in the preferences.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Single => "single",
            Self::Double => "double",
        }
    }
}

/// The rows of a page, and of each block its first row and one past its last.
type Rows = (Vec<Row>, Vec<(u32, u32)>);

/// Puts a blank row between the lines of a page.
pub(super) fn double(blocks: &[Block], rows: Vec<Row>, extents: &[(u32, u32)]) -> Rows {
    let mut spread: Vec<Row> = Vec::with_capacity(2 * rows.len());
    // For each row where it is now, and where the page ends.
    let mut moved: Vec<u32> = Vec::with_capacity(rows.len() + 1);
    for row in rows {
        if let Some(blank) = spread.last().and_then(|above| between(blocks, above, &row)) {
            spread.push(blank);
        }
        moved.push(count(spread.len()));
        spread.push(row);
    }
    moved.push(count(spread.len()));
    let at = |row: u32| moved.get(row as usize).copied().unwrap_or_else(|| count(spread.len()));
    let extents = extents.iter().map(|&(first, end)| {
        let last = end.checked_sub(1).filter(|last| *last >= first);
        (at(first), last.map_or_else(|| at(first), |last| at(last) + 1))
    });
    let extents = extents.collect();
    (spread, extents)
}

fn count(rows: usize) -> u32 {
    u32::try_from(rows).unwrap_or(u32::MAX)
}

/// Returns the blank row that belongs between two neighbours, if one does.
fn between(blocks: &[Block], above: &Row, below: &Row) -> Option<Row> {
    let blank = |lead| Some(Row { kind: RowKind::Blank, lead, segments: Vec::new() });
    match (above.kind, below.kind) {
        // The blank row above `below` is doubled, whatever it stands between.
        (_, RowKind::Blank) => None,
        (RowKind::Blank, _) => blank(above.lead.clone()),
        // The line under the head of a table.
        (RowKind::Rule, _) | (_, RowKind::Rule) => None,
        (RowKind::Text, RowKind::Text) if is_kept_together(blocks, above, below) => None,
        (RowKind::Text, RowKind::Text) => {
            let rest = |row: &Row| row.lead.iter().map(|lead| lead.rest()).collect::<Vec<Lead>>();
            let both = rest(above).into_iter().zip(rest(below)).take_while(|(above, below)| above == below);
            blank(both.map(|(above, _)| above).collect())
        }
    }
}

/// Whether two rows are lines of the same code or drawing.
fn is_kept_together(blocks: &[Block], above: &Row, below: &Row) -> bool {
    let block = |row: &Row| row.segments.first().map(|segment| segment.span.block);
    let kind = block(below).and_then(|block| blocks.get(block as usize)).map(|block| block.kind);
    block(above) == block(below) && kind.is_some_and(BlockKind::is_verbatim)
}
