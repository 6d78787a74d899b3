//! What the rows of a page show, told apart from how the program draws them.

use real_toolkit::guide::{Block, TextPos};
use real_toolkit::page::{Page, Row, RowKind};
use real_toolkit::text::{slice, width};

/// Returns the text of a row without its lead, as it stands; cells are two blanks apart at least.
pub(crate) fn text_of(page: &Page, blocks: &[Block], row: &Row) -> String {
    let lead: u16 = row.lead.iter().map(|lead| lead.columns()).sum();
    if row.kind == RowKind::Rule {
        return "─".repeat(usize::from(page.width - lead));
    }
    let mut text = String::new();
    let mut column = lead;
    for segment in &row.segments {
        text.push_str(&" ".repeat(usize::from(segment.column.saturating_sub(column))));
        text.push_str(blocks[segment.span.block as usize].prose.slice(segment.span.range()));
        column = segment.column + segment.width;
    }
    text
}

/// Returns the row and page column where the text at `pos` is shown, if it is shown.
pub(crate) fn cell_of(page: &Page, blocks: &[Block], pos: TextPos) -> Option<(usize, u16)> {
    let row = page.row_of(pos);
    let mut segments = page.rows.get(row)?.segments.iter();
    let segment = segments.find(|segment| segment.span.block == pos.block && pos.byte < segment.span.end)?;
    let text = &blocks[pos.block as usize].prose.text;
    let before = slice(text, segment.span.range().start..pos.byte as usize);
    Some((row, segment.column + u16::try_from(width(before)).unwrap()))
}
