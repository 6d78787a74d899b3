//! The lists that are open while Markdown is read.

use crate::guide::{Block, Container, Nesting};

/// The lists that are open, outermost first.
#[derive(Debug, Default)]
pub(super) struct Lists(Vec<List>);

/// A list being read.
#[derive(Debug)]
struct List {
    /// The number of the next item, for numbered lists.
    next: Option<u64>,
    /// The index of the first block in it.
    first_block: usize,
    /// Whether a block of it has been read.
    begun: bool,
}

impl Lists {
    /// Opens a list that begins with the block at `first_block`; `number` is its first number, if it has numbers.
    pub(super) fn open(&mut self, number: Option<u64>, first_block: usize) {
        self.0.push(List { next: number, first_block, begun: false });
    }

    /// Returns the container of the next item of the innermost list.
    pub(super) fn item(&mut self) -> Container {
        match self.0.last_mut() {
            Some(List { next: Some(next), .. }) => {
                let number = u32::try_from(*next).unwrap_or(u32::MAX);
                *next = next.saturating_add(1);
                Container::Number { number, digits: 1 }
            }
            _ => Container::Bullet,
        }
    }

    /// Returns whether a blank row belongs before text that has no paragraph of its own, as in tight lists: only
    /// before the first item of the outermost list.
    pub(super) fn gap(&self) -> bool {
        self.0.last().is_none_or(|list| !list.begun && self.0.len() == 1)
    }

    /// Notes that a block was read.
    pub(super) fn begin(&mut self) {
        for list in &mut self.0 {
            list.begun = true;
        }
    }

    /// Closes the innermost list, whose items stand at `level` of the nesting, and gives all of its numbers the
    /// digits of the largest one.
    pub(super) fn close(&mut self, level: usize, blocks: &mut [Block]) {
        let Some(List { next: Some(next), first_block, .. }) = self.0.pop() else { return };
        let largest = next.saturating_sub(1).max(1);
        let width = u8::try_from(largest.ilog10() + 1).unwrap_or(u8::MAX);
        for block in blocks.iter_mut().skip(first_block) {
            if let Some(Nesting { container: Container::Number { digits, .. }, .. }) =
                block.nesting.get_mut(level)
            {
                *digits = width;
            }
        }
    }
}
