//! Blocks to rows.

use std::ops::Range;

use super::composer::Composer;
use super::table;
use crate::guide::{Block, BlockKind};

/// Lays out the blocks in `parts`; the others take no rows.
pub(super) fn compose(blocks: &[Block], parts: &[Range<usize>], width: u16) -> Composer {
    let mut page = Composer::new(width, blocks.len());
    let mut before = None;
    let mut next = 0;
    while let Some(block) = blocks.get(next) {
        if !parts.iter().any(|part| part.contains(&next)) {
            page.extent(page.rows.len());
            next += 1;
            continue;
        }
        page.gap(before, block);
        next = if let BlockKind::Cell(_) = block.kind {
            table::compose(&mut page, blocks, next)
        } else {
            page.block(next, block);
            next + 1
        };
        before = blocks.get(next - 1);
    }
    page
}
