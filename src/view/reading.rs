//! The text pane: rows to cells, with links, matches and the scroll bar.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Look, Palette, Screen};
use crate::app::{Bright, Preview, Reading, Scrollbar};
use crate::guide::{Block, TextSpan};
use crate::page::{Role, Row, RowKind, Segment, pieces};
use crate::text::capitals;

/// What is marked in the text of a row.
struct Highlights<'a> {
    marks: &'a [TextSpan],
    current: Option<TextSpan>,
    link: Option<TextSpan>,
    copied: &'a [TextSpan],
}

/// Draws the rows of the page that are on the screen.
pub(super) fn draw(screen: Screen<'_>, reading: &Reading, pane: Rect, text: Rect, buf: &mut Buffer) {
    let blocks = reading.blocks(&screen.app.library);
    let visible = reading.visible(usize::from(text.height));
    let highlights = Highlights {
        marks: &reading.marks,
        current: reading.mark.and_then(|mark| reading.marks.get(mark)).copied(),
        link: reading.chosen_link(&screen.app.library).map(|link| link.span),
        copied: screen.app.shown.copied.as_ref().map(|copied| copied.spans.as_slice()).unwrap_or_default(),
    };
    let rows = reading.page.rows.get(visible.clone()).unwrap_or_default();
    for (y, row) in (text.top()..text.bottom()).zip(rows) {
        draw_row(screen.palette, blocks, row, &highlights, Rect { y, height: 1, ..text }, buf);
    }
    let passage = reading.passage_rows(&screen.app.library, usize::from(text.height));
    mark_passage(screen.palette, &passage, visible.start, text, buf);
    if screen.app.preferences.bright == Bright::Passage && !passage.is_empty() {
        for (row, y) in (visible.start..).zip(text.top()..text.bottom()) {
            if !passage.contains(&row) {
                buf.set_style(Rect { y, height: 1, ..text }, screen.palette.beneath.0);
            }
        }
    }
    if let Some(bar) = Scrollbar::of(pane, text, &visible, reading.page.height()) {
        column(bar.track, "│", screen.palette.border, buf);
        column(bar.thumb, THUMB, screen.palette.accent, buf);
    }
}

/// What a scroll bar shows where one is.
pub(super) const THUMB: &str = "▐";

/// Fills a column.
pub(super) fn column(area: Rect, symbol: &str, look: Look, buf: &mut Buffer) {
    for y in area.top()..area.bottom() {
        buf.set_stringn(area.x, y, symbol, 1, look.0);
    }
}

/// Draws the chosen result in its guide, the passage in the upper third.
pub(super) fn draw_preview(palette: &Palette, preview: &Preview, area: Rect, buf: &mut Buffer) {
    let height = usize::from(area.height);
    let first = preview.found.start.saturating_sub(height / 3).min(preview.page.last_top(height));
    let highlights = Highlights { marks: &preview.marks, current: None, link: None, copied: &[] };
    for (y, row) in (area.top()..area.bottom()).zip(preview.page.rows.iter().skip(first)) {
        draw_row(palette, &preview.blocks, row, &highlights, Rect { y, height: 1, ..area }, buf);
    }
    mark_passage(palette, &preview.found, first, area, buf);
}

/// Draws a bar in the margin beside the rows of a passage, `first` being the first row on the screen.
fn mark_passage(palette: &Palette, passage: &Range<usize>, first: usize, text: Rect, buf: &mut Buffer) {
    let Some(x) = text.x.checked_sub(1) else { return };
    for (row, y) in (first..).zip(text.top()..text.bottom()) {
        if passage.contains(&row) {
            buf.set_stringn(x, y, "▌", 1, palette.accent.0);
        }
    }
}

fn draw_row(
    palette: &Palette,
    blocks: &[Block],
    row: &Row,
    highlights: &Highlights<'_>,
    line: Rect,
    buf: &mut Buffer,
) {
    let mut x = line.x;
    for lead in &row.lead {
        let room = usize::from(line.right().saturating_sub(x));
        x = buf.set_stringn(x, line.y, lead.text(), room, palette.lead.0).0;
    }
    if row.kind == RowKind::Rule {
        let room = usize::from(line.right().saturating_sub(x));
        buf.set_stringn(x, line.y, "─".repeat(room), room, palette.border.0);
        return;
    }
    for segment in &row.segments {
        if let Some(block) = blocks.get(segment.span.block as usize) {
            draw_segment(palette, block, segment, highlights, line, buf);
        }
    }
}

fn draw_segment(
    palette: &Palette,
    block: &Block,
    segment: &Segment,
    highlights: &Highlights<'_>,
    line: Rect,
    buf: &mut Buffer,
) {
    let over = |span: &&TextSpan| span.block == segment.span.block;
    let marks: Vec<&TextSpan> = highlights.marks.iter().filter(over).collect();
    let link = highlights.link.as_ref().filter(over);
    let role = Role::of(block);
    let cuts: Vec<usize> =
        marks.iter().copied().chain(link).flat_map(|span| [span.range().start, span.range().end]).collect();
    let mut x = line.x + segment.column.min(line.width);
    for piece in pieces(block, &segment.span.range(), &cuts) {
        let within =
            |span: &TextSpan| span.range().start <= piece.range.start && piece.range.end <= span.range().end;
        let mut style = palette.text(role, &piece.marks);
        if marks.iter().any(|mark| within(mark)) {
            let is_current = highlights.current.as_ref().filter(over).is_some_and(&within);
            style = style.patch(if is_current { palette.mark_here.0 } else { palette.mark.0 });
        }
        if link.is_some_and(&within) || highlights.copied.iter().filter(over).any(&within) {
            style = style.patch(palette.chosen.0);
        }
        let room = usize::from(line.right().saturating_sub(x));
        // Headings of sections are told from those within them without colour too.
        let text = if role == Role::Heading(1) { capitals(piece.text) } else { piece.text.into() };
        x = buf.set_stringn(x, line.y, text, room, style).0;
    }
}
