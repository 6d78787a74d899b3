//! A sheet as plain text.

use super::{Sheet, SheetPart};
use crate::guide::Block;
use crate::page::{Page, Row, RowKind};
use crate::text::{slice, width};

/// Columns of a line: what a message, a letter and a terminal all have room for.
const COLUMNS: u16 = 72;

/// Returns the sheet as plain text.
pub(super) fn write(sheet: &Sheet) -> String {
    let mut out = String::new();
    let mut blocks: Vec<Block> = Vec::new();
    for part in &sheet.parts {
        match part {
            SheetPart::Block(block) => blocks.push(block.clone()),
            SheetPart::Room(lines) => {
                push_blocks(&mut out, &std::mem::take(&mut blocks));
                let line = format!("\n{}\n", "_".repeat(usize::from(COLUMNS)));
                out.push_str(&line.repeat(usize::from(*lines)));
            }
        }
    }
    push_blocks(&mut out, &blocks);
    out.push('\n');
    for line in &sheet.foot {
        for range in crate::text::wrap(line, usize::from(COLUMNS)) {
            out.push_str(slice(line, range).trim_end());
            out.push('\n');
        }
    }
    out
}

/// Adds blocks as they are laid out on a page.
fn push_blocks(out: &mut String, blocks: &[Block]) {
    if blocks.is_empty() {
        return;
    }
    if !out.is_empty() {
        out.push('\n');
    }
    for row in &Page::compose(blocks, COLUMNS).rows {
        out.push_str(line(blocks, row).trim_end());
        out.push('\n');
    }
}

fn line(blocks: &[Block], row: &Row) -> String {
    let lead: String = row.lead.iter().map(|lead| lead.text()).collect();
    if row.kind == RowKind::Rule {
        return lead + &"─".repeat(usize::from(COLUMNS));
    }
    let mut line = lead;
    for segment in &row.segments {
        let gap = usize::from(segment.column).saturating_sub(width(&line));
        line.push_str(&" ".repeat(gap));
        line.push_str(segment.text(blocks));
    }
    line
}
