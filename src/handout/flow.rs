//! The parts of a sheet as a flow of openings and closings: what HTML and Markdown both need to know.

use super::{Sheet, SheetPart};
use crate::guide::{Alignment, Block, BlockKind, Cell, Container, Nesting};

/// What comes next in a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step<'a> {
    /// A list or a quotation begins.
    Open(Container),
    /// An item of the list that is open begins.
    Item(Container),
    /// An item ends.
    EndItem,
    /// A list or a quotation ends.
    Close(Container),
    /// A block that is no cell of a table.
    Block(&'a Block),
    /// A table begins: how many columns it has, and to which side the text of each goes.
    Table,
    /// A row begins; the first one is the header.
    Row(u16),
    /// A cell.
    Cell(&'a Block, Alignment, u16),
    /// A row ends.
    EndRow(u16, u16),
    /// A table ends.
    EndTable,
    /// Room to write: so many lines.
    Room(u8),
}

/// Returns the steps of a sheet.
pub(super) fn steps(sheet: &Sheet) -> Vec<Step<'_>> {
    let mut flow = Flow { open: Vec::new(), table: None, steps: Vec::new() };
    for part in &sheet.parts {
        match part {
            SheetPart::Block(block) => flow.block(block),
            SheetPart::Room(lines) => {
                flow.close_table();
                flow.close_to(0);
                flow.steps.push(Step::Room(*lines));
            }
        }
    }
    flow.close_table();
    flow.close_to(0);
    flow.steps
}

struct Flow<'a> {
    open: Vec<Container>,
    /// The last cell of the table that is open.
    table: Option<Cell>,
    steps: Vec<Step<'a>>,
}

impl<'a> Flow<'a> {
    fn block(&mut self, block: &'a Block) {
        let cell = match block.kind {
            BlockKind::Cell(cell) => Some(cell),
            _ => None,
        };
        let goes_on = |last: Cell, next: Cell| (next.row, next.column) > (last.row, last.column);
        let is_same = matches!((self.table, cell), (Some(last), Some(next)) if goes_on(last, next));
        if !is_same {
            self.close_table();
        }
        self.nest(&block.nesting);
        match cell {
            Some(cell) => self.cell(block, cell),
            None => self.steps.push(Step::Block(block)),
        }
    }

    fn cell(&mut self, block: &'a Block, cell: Cell) {
        match self.table {
            None => self.steps.extend([Step::Table, Step::Row(cell.row)]),
            Some(last) if last.row != cell.row => {
                self.steps.extend([Step::EndRow(last.row, last.columns), Step::Row(cell.row)]);
            }
            Some(_) => {}
        }
        self.steps.push(Step::Cell(block, cell.alignment, cell.row));
        self.table = Some(cell);
    }

    fn close_table(&mut self) {
        if let Some(last) = self.table.take() {
            self.steps.extend([Step::EndRow(last.row, last.columns), Step::EndTable]);
        }
    }

    /// Closes what a block does not stand in, and opens what it stands in.
    fn nest(&mut self, nesting: &[Nesting]) {
        let stays =
            |(open, wanted): &(&Container, &Nesting)| !wanted.opens && is_alike(**open, wanted.container);
        let kept = self.open.iter().zip(nesting).take_while(stays).count();
        // The next item of the same list.
        let next = match (self.open.get(kept), nesting.get(kept)) {
            (Some(open), Some(wanted)) if wanted.is_item() && is_alike(*open, wanted.container) => {
                Some(wanted)
            }
            _ => None,
        };
        if let Some(wanted) = next {
            self.close_to(kept + 1);
            self.steps.extend([Step::EndItem, Step::Item(wanted.container)]);
        } else {
            self.close_to(kept);
        }
        for wanted in nesting.iter().skip(kept + usize::from(next.is_some())) {
            self.steps.push(Step::Open(wanted.container));
            if wanted.is_item() {
                self.steps.push(Step::Item(wanted.container));
            }
            self.open.push(wanted.container);
        }
    }

    fn close_to(&mut self, depth: usize) {
        while self.open.len() > depth {
            let Some(container) = self.open.pop() else { return };
            if is_list(container) {
                self.steps.push(Step::EndItem);
            }
            self.steps.push(Step::Close(container));
        }
    }
}

/// Whether something is a list.
pub(super) fn is_list(container: Container) -> bool {
    matches!(container, Container::Bullet | Container::Number { .. })
}

/// Whether two are the same but for the number of an item.
fn is_alike(one: Container, other: Container) -> bool {
    match (one, other) {
        (Container::Number { .. }, Container::Number { .. }) => true,
        _ => one == other,
    }
}
