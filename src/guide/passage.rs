//! Which blocks make up a passage: a paragraph, a list item with all that stands in it, a row of a table, or a lead-in
//! with the list that it leads into.

use std::ops::Range;

use super::{Block, BlockKind, Nesting};

/// Returns all blocks of the passage that a block belongs to. A lead-in, which ends with a colon, takes its list with it;
/// an item of that list is a passage by itself.
#[must_use]
pub fn passage_blocks(blocks: &[Block], at: usize) -> Range<usize> {
    let whole = item_or_row(blocks, at);
    let Some(block) = blocks.get(at).filter(|block| block.prose.text.ends_with(':')) else { return whole };
    let depth = block.nesting.len();
    let is_in_list = |block: &&Block| block.nesting.get(depth).is_some_and(Nesting::is_item);
    whole.start..whole.end.max(at + 1 + blocks.iter().skip(at + 1).take_while(is_in_list).count())
}

/// Returns all blocks of the list item or the row of a table that a block belongs to.
#[must_use]
pub fn item_or_row(blocks: &[Block], at: usize) -> Range<usize> {
    let Some(block) = blocks.get(at) else { return at..at };
    if let BlockKind::Cell(cell) = block.kind {
        let before = usize::from(cell.column).min(at);
        let after = usize::from(cell.columns.saturating_sub(cell.column));
        return at - before..(at + after).min(blocks.len());
    }
    let Some(level) = block.nesting.iter().rposition(Nesting::is_item) else { return at..at + 1 };
    let goes_on = |block: &Block| block.nesting.get(level).is_some_and(|item| !item.opens && item.is_item());
    let is_first = |at: &usize| !blocks.get(*at).is_some_and(goes_on);
    let first = (0..=at).rev().find(is_first).unwrap_or(at);
    let rest = blocks.iter().skip(at + 1).take_while(|block| goes_on(block)).count();
    first..at + 1 + rest
}
