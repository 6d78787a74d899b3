//! What is true of every page (`anchors.md` 5.8, for rows of segments).

use std::ops::Range;

use real_toolkit::guide::{Block, BlockKind, TextPos};
use real_toolkit::page::{Page, Row, RowKind, Segment, Setting, Spacing};
use real_toolkit::text::{clusters, slice, width};

use super::super::support::{cell_of, text_of};

/// Columns that stand between two cells of a table at least.
const BETWEEN: u16 = 2;

/// How many cells are asked for their address.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Cells {
    /// Every one.
    All,
    /// The first and the last of each segment, and one in between that differs from row to row.
    Ends,
}

/// What is wrong, in words.
type Fault = String;

macro_rules! insist {
    ($true:expr, $($words:tt)*) => {
        if !$true {
            return Err(format!($($words)*));
        }
    };
}

/// Lays out blocks and returns the page, or what is wrong with it. `before` is the same at another width or spacing.
pub(super) fn check(
    blocks: &[Block],
    setting: impl Into<Setting>,
    cells: Cells,
    before: Option<&Page>,
) -> Result<Page, Fault> {
    let setting = setting.into();
    let page = Page::compose(blocks, setting);
    let again = cells == Cells::Ends || page == Page::compose(blocks, setting);
    insist!(again, "laid out twice, it is another page");
    let knows = page.width == setting.width.max(1) && page.spacing == setting.spacing;
    insist!(knows && page.height() == page.rows.len(), "it does not know its size");
    for (index, row) in page.rows.iter().enumerate() {
        fits(&page, blocks, row).map_err(|fault| format!("row {index}: {fault}"))?;
    }
    blank_rows_keep_apart(&page)?;
    let shown = by_block(&page, blocks)?;
    for (index, block) in blocks.iter().enumerate() {
        let in_block = |fault| format!("block {index} ({:?} {:?}): {fault}", block.kind, block.prose.text);
        partition(&page, index, block, &shown[index]).map_err(in_block)?;
        one_indent(&page, index, block, &shown[index]).map_err(in_block)?;
        for (row, segment) in &shown[index] {
            addresses(&page, blocks, *row, segment, cells).map_err(in_block)?;
        }
    }
    words_of_rows(&page, blocks)?;
    for other in before.into_iter().chain([&page]) {
        tops(&page, other)?;
        tops(other, &page)?;
    }
    Ok(page)
}

/// (1) Nothing is wider than the page unless a single cluster is; leads are as wide as they say.
fn fits(page: &Page, blocks: &[Block], row: &Row) -> Result<(), Fault> {
    let lead: String = row.lead.iter().map(|lead| lead.text()).collect();
    let indent: u16 = row.lead.iter().map(|lead| lead.columns()).sum();
    insist!(width(&lead) == usize::from(indent), "the lead {lead:?} is not {indent} columns wide");
    insist!(indent < page.width, "the lead {lead:?} leaves no room");
    let mut free = indent;
    for segment in &row.segments {
        let text = blocks[segment.span.block as usize].prose.slice(segment.span.range());
        insist!(segment.column >= free, "{text:?} begins at {} and not after {free}", segment.column);
        insist!(usize::from(segment.width) == width(text), "{text:?} is not {} wide", segment.width);
        let end = usize::from(segment.column) + width(text);
        let single = clusters(text).count() == 1;
        insist!(end <= usize::from(page.width) || single, "{text:?} ends at {end}");
        free = (segment.column + segment.width).saturating_add(BETWEEN);
    }
    match row.kind {
        RowKind::Text => insist!(!row.segments.is_empty(), "it shows nothing"),
        RowKind::Blank => insist!(row.segments.is_empty(), "it is blank and shows something"),
        RowKind::Rule => insist!(row.segments.iter().all(|segment| segment.width == 0), "a rule has text"),
    }
    let text = width(&text_of(page, blocks, row));
    let end = row.segments.last().map_or(indent, |last| last.column + last.width);
    let end = if row.kind == RowKind::Rule { page.width } else { end };
    insist!(text + usize::from(indent) == usize::from(end), "its text is {text} columns wide");
    Ok(())
}

/// Blank rows stand between rows with something on them: one at a time, or where lines are apart one between lines
/// and two where there was one.
fn blank_rows_keep_apart(page: &Page) -> Result<(), Fault> {
    let most = if page.spacing == Spacing::Double { 2 } else { 1 };
    let is_blank = |row: &Row| row.kind == RowKind::Blank;
    let ends = [page.rows.first(), page.rows.last()];
    insist!(!ends.into_iter().flatten().any(is_blank), "it begins or ends with a blank row");
    let runs = page.rows.chunk_by(|above, below| is_blank(above) == is_blank(below));
    let longest = runs.filter(|run| run.iter().all(is_blank)).map(<[Row]>::len).max();
    insist!(longest.is_none_or(|longest| longest <= most), "{longest:?} blank rows stand together");
    Ok(())
}

/// Returns what a page says without what keeps its lines apart.
fn without_space(page: &Page) -> Vec<Row> {
    page.rows.iter().filter(|row| row.kind != RowKind::Blank).cloned().collect()
}

/// (9) Space between the lines changes where lines stand, and nothing on them; only the lines of code and drawings,
/// and the line under the head of a table, stay where they are.
pub(super) fn double(blocks: &[Block], width: u16, cells: Cells, single: &Page) -> Result<(), Fault> {
    let page = check(blocks, Setting { width, spacing: Spacing::Double }, cells, Some(single))?;
    insist!(without_space(&page) == without_space(single), "it says something else");
    for (above, below) in page.rows.iter().zip(page.rows.iter().skip(1)) {
        let text = above.kind == RowKind::Text && below.kind == RowKind::Text;
        let block = |row: &Row| row.segments.first().map(|segment| segment.span.block as usize);
        let kept = block(above) == block(below)
            && block(below).is_some_and(|at| matches!(blocks[at].kind, BlockKind::Code | BlockKind::Diagram));
        insist!(!text || kept, "two lines are not apart: {below:?}");
    }
    Ok(())
}

/// Returns the segments of each block with their rows, all within the rows that the block says are its own.
fn by_block<'a>(page: &'a Page, blocks: &[Block]) -> Result<Vec<Vec<(usize, &'a Segment)>>, Fault> {
    let mut shown = vec![Vec::new(); blocks.len()];
    let mut end = 0;
    for (index, block) in blocks.iter().enumerate() {
        let rows = page.rows_of(index);
        insist!(rows.start >= end || is_cell(block), "block {index} begins before the one above ends");
        insist!(rows.end <= page.height() && rows.start <= rows.end, "block {index} has the rows {rows:?}");
        end = end.max(rows.end);
    }
    for (index, row) in page.rows.iter().enumerate() {
        for segment in &row.segments {
            let block = segment.span.block as usize;
            insist!(page.rows_of(block).contains(&index), "row {index} shows block {block}, not in its rows");
            shown[block].push((index, segment));
        }
    }
    Ok(shown)
}

fn is_cell(block: &Block) -> bool {
    matches!(block.kind, BlockKind::Cell(_))
}

/// (2) The segments of a block partition its text: in order, disjoint, nothing but blanks between.
fn partition(page: &Page, index: usize, block: &Block, shown: &[(usize, &Segment)]) -> Result<(), Fault> {
    let text = &block.prose.text;
    if block.kind == BlockKind::Diagram && shown.is_empty() {
        let wide = text.lines().map(width).max().unwrap_or(0);
        insist!(page.rows_of(index).is_empty(), "it is hidden and has rows");
        insist!(wide > usize::from(page.width / 2), "it is hidden although there is room");
        return Ok(());
    }
    insist!(!shown.is_empty(), "it is not shown at all");
    let code = matches!(block.kind, BlockKind::Code | BlockKind::Diagram);
    let blank = |range: Range<usize>| {
        slice(text, range).chars().all(|c| c == '\n' || !code && (c == ' ' || c == '\t'))
    };
    let mut last = (0, None);
    for (row, segment) in shown {
        let range = segment.span.range();
        insist!(last.1.is_none_or(|before| before < *row), "row {row} comes twice");
        insist!(last.0 <= range.start && range.start <= range.end, "{range:?} is out of order");
        insist!(text.get(range.clone()).is_some(), "{range:?} cuts a character");
        insist!(
            blank(last.0..range.start),
            "{:?} is lost before row {row}",
            &slice(text, last.0..range.start)
        );
        last = (range.end, Some(*row));
    }
    insist!(blank(last.0..text.len()), "{:?} is lost at the end", slice(text, last.0..text.len()));
    Ok(())
}

/// (8) All rows of a block have leads of equal width, and its text begins right after them.
fn one_indent(page: &Page, index: usize, block: &Block, shown: &[(usize, &Segment)]) -> Result<(), Fault> {
    let indent = |row: &Row| -> u16 { row.lead.iter().map(|lead| lead.columns()).sum() };
    let rows = page.rows.get(page.rows_of(index)).unwrap_or_default();
    let first = rows.first().map_or(0, indent);
    insist!(rows.iter().all(|row| indent(row) == first), "its rows have leads of different widths");
    if !is_cell(block) {
        insist!(
            shown.iter().all(|(_, segment)| segment.column == first),
            "its rows begin at different columns"
        );
    }
    Ok(())
}

/// (3) From a cell to its address and back, and from an address to its row.
fn addresses(
    page: &Page,
    blocks: &[Block],
    row: usize,
    segment: &Segment,
    cells: Cells,
) -> Result<(), Fault> {
    let block = segment.span.block as usize;
    let start = segment.span.range().start;
    let text = blocks[block].prose.slice(segment.span.range());
    let many = if cells == Cells::All { 0 } else { clusters(text).count() };
    let between = (row * 7).checked_rem(many).unwrap_or(0);
    let mut column = segment.column;
    for (at, (offset, cluster, wide)) in clusters(text).enumerate() {
        let wide = u16::try_from(wide).unwrap_or(u16::MAX);
        if cells == Cells::All || at == 0 || at + 1 == many || at == between {
            let pos = TextPos::new(block, start + offset);
            insist!(
                page.row_of(pos) == row,
                "{cluster:?} of row {row} is looked for in {}",
                page.row_of(pos)
            );
            insist!(
                cell_of(page, blocks, pos) == Some((row, column)),
                "{cluster:?} of row {row}, column {column} is looked for at {:?}",
                cell_of(page, blocks, pos)
            );
            for column in column..column.saturating_add(wide) {
                let found = page.pos_at(blocks, row, column);
                insist!(found == Some(pos), "column {column} of row {row} is {found:?}, not {pos:?}");
            }
        }
        column = column.saturating_add(wide);
    }
    insist!(page.row_of(segment.span.pos()) == row, "row {row} does not know its own beginning");
    let after = page.pos_at(blocks, row, segment.column.saturating_add(segment.width));
    insist!(after.is_none(), "the cell after row {row} shows {after:?}");
    Ok(())
}

/// (7) The words of all rows, leads removed, are the words of all blocks, in order but within a table.
fn words_of_rows(page: &Page, blocks: &[Block]) -> Result<(), Fault> {
    let mut next = 0;
    while next < blocks.len() {
        let table = blocks[next..].iter().take_while(|block| is_cell(block)).count();
        let group = next..next + table.max(1);
        next = group.end;
        let rows = page.rows_of(group.start).start..page.rows_of(group.end - 1).end;
        if rows.is_empty() {
            continue;
        }
        let rows = page.rows.get(rows).unwrap_or_default();
        let text_rows = rows.iter().filter(|row| row.kind == RowKind::Text);
        let mut shown = solid(text_rows.map(|row| text_of(page, blocks, row)));
        let mut said = solid(blocks[group.clone()].iter().map(|block| block.prose.text.clone()));
        if table > 0 {
            shown.sort_unstable();
            said.sort_unstable();
        }
        insist!(shown == said, "the rows of the blocks {group:?} do not say what these say");
    }
    Ok(())
}

fn solid(texts: impl Iterator<Item = String>) -> Vec<char> {
    texts.flat_map(|text| text.chars().filter(|c| !c.is_whitespace()).collect::<Vec<_>>()).collect()
}

/// (4) A top is the row it was made from, also after the page was laid out at another width and back; and at
/// the other width the same words are on the screen.
fn tops(page: &Page, other: &Page) -> Result<(), Fault> {
    let last = page.rows.iter().rposition(|row| !row.segments.is_empty()).map_or(0, |last| last + 1);
    for row in 0..last {
        let top = page.top_at(row);
        insist!(page.row_of_top(top) == row, "row {row} as a top is row {}", page.row_of_top(top));
        let there = other.row_of_top(top);
        let shown = there..=there + usize::from(top.above);
        insist!(
            shown.contains(&other.row_of(top.pos)),
            "the top at row {row} is not on the screen at {}",
            other.width
        );
    }
    Ok(())
}
