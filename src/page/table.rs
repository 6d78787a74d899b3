//! Tables: cells side by side where there is room, below each other where there is not.

use std::ops::Range;

use super::composer::Composer;
use super::lead::indent;
use super::{Lead, Row, RowKind, Segment, columns};
use crate::guide::{Alignment, Block, BlockKind, Cell, TextSpan};
use crate::text::{slice, width, wrap};

/// Columns between two cells.
const BETWEEN: usize = 2;

/// Narrower than this, a cell is no longer pleasant to read.
const CELL_AT_LEAST: usize = 8;

/// Lays out the table whose first cell is block `first`, and returns the index of the block after it.
pub(super) fn compose(page: &mut Composer, blocks: &[Block], first: usize) -> usize {
    let end = end_of(blocks, first);
    let lead: Vec<Lead> = page.leads(&blocks[first].nesting).into_iter().map(Lead::rest).collect();
    match column_widths(&blocks[first..end], usize::from(page.width - indent(&lead))) {
        Some(widths) => side_by_side(page, blocks, first..end, &lead, &widths),
        None => stacked(page, blocks, first..end, &lead),
    }
    end
}

fn cell(block: &Block) -> Option<Cell> {
    match block.kind {
        BlockKind::Cell(cell) => Some(cell),
        _ => None,
    }
}

/// A table ends where the next block is no cell, or begins another table.
fn end_of(blocks: &[Block], first: usize) -> usize {
    let rest = blocks.iter().enumerate().skip(first + 1);
    let next =
        rest.into_iter().find(|(_, block)| cell(block).is_none_or(|cell| (cell.row, cell.column) == (0, 0)));
    next.map_or(blocks.len(), |(index, _)| index)
}

/// Returns the width of each column: as wide as its widest cell, the widest giving way first until all fit
/// `room`. Nothing when a column would have to be too narrow.
fn column_widths(cells: &[Block], room: usize) -> Option<Vec<usize>> {
    let count = cells.iter().filter_map(cell).map(|cell| usize::from(cell.column) + 1).max()?;
    let mut widths = vec![0_usize; count];
    for block in cells {
        let column = cell(block).map_or(0, |cell| usize::from(cell.column));
        widths[column] = widths[column].max(width(&block.prose.text));
    }
    let between = BETWEEN * (count - 1);
    while widths.iter().sum::<usize>() + between > room {
        let widest = widths.iter().copied().max()?;
        let next = widths.iter().copied().filter(|wide| *wide < widest).max().unwrap_or(0);
        let many = widths.iter().filter(|wide| **wide == widest).count();
        let over = widths.iter().sum::<usize>() + between - room;
        let target = next.max(widest.saturating_sub(over.div_ceil(many)));
        if target < CELL_AT_LEAST {
            return None;
        }
        widths.iter_mut().filter(|wide| **wide == widest).for_each(|wide| *wide = target);
    }
    Some(widths)
}

fn side_by_side(page: &mut Composer, blocks: &[Block], table: Range<usize>, lead: &[Lead], widths: &[usize]) {
    let is_apart = is_apart(&blocks[table.clone()], widths);
    let mut next = table.start;
    while next < table.end {
        let number = cell(&blocks[next]).map_or(0, |cell| cell.row);
        let in_row = (next..table.end)
            .take_while(|index| cell(&blocks[*index]).is_some_and(|cell| cell.row == number));
        let row: Vec<usize> = in_row.collect();
        if is_apart && number > 1 {
            page.rows.push(Row { kind: RowKind::Blank, lead: lead.to_vec(), segments: Vec::new() });
        }
        let first = page.rows.len();
        table_row(page, blocks, &row, lead, widths);
        for _ in &row {
            page.extent(first);
        }
        if number == 0 {
            page.rows.push(Row { kind: RowKind::Rule, lead: lead.to_vec(), segments: Vec::new() });
        }
        next += row.len();
    }
}

/// Whether the rows of a table need a blank one between them: some cell takes several lines.
fn is_apart(cells: &[Block], widths: &[usize]) -> bool {
    cells.iter().any(|block| {
        let columns = cell(block).and_then(|cell| widths.get(usize::from(cell.column)).copied());
        columns.is_some_and(|columns| width(&block.prose.text) > columns)
    })
}

fn table_row(page: &mut Composer, blocks: &[Block], row: &[usize], lead: &[Lead], widths: &[usize]) {
    let mut lines: Vec<Vec<Segment>> = Vec::new();
    for &index in row {
        let Some(cell) = cell(&blocks[index]) else { continue };
        let column = usize::from(cell.column);
        let left = usize::from(indent(lead)) + widths[..column].iter().sum::<usize>() + BETWEEN * column;
        let text = &blocks[index].prose.text;
        for (line, range) in wrap(text, widths[column].max(1)).into_iter().enumerate() {
            let wide = width(slice(text, range.clone()));
            let spare = widths[column].saturating_sub(wide);
            let shift = match cell.alignment {
                Alignment::Left => 0,
                Alignment::Centre => spare / 2,
                Alignment::Right => spare,
            };
            if lines.len() == line {
                lines.push(Vec::new());
            }
            let span = TextSpan::new(index, range);
            lines[line].push(Segment { column: columns(left + shift), width: columns(wide), span });
        }
    }
    for segments in lines {
        page.rows.push(Row { kind: RowKind::Text, lead: lead.to_vec(), segments });
    }
}

/// One cell below the other, those after the first of a row indented, a blank row between two rows of the table.
fn stacked(page: &mut Composer, blocks: &[Block], table: Range<usize>, outer: &[Lead]) {
    for index in table {
        let block = &blocks[index];
        let mut lead = outer.to_vec();
        if cell(block).is_some_and(|cell| cell.column > 0) && page.width > 16 {
            lead.push(Lead::Indent(2));
        }
        if cell(block).is_some_and(|cell| cell.column == 0 && cell.row > 0) {
            page.rows.push(Row { kind: RowKind::Blank, lead: outer.to_vec(), segments: Vec::new() });
        }
        let first = page.rows.len();
        page.paragraph(index, block, lead);
        page.extent(first);
    }
}
