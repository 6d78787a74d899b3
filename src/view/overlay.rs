//! What lies over the screen: the panel of the overlay on top, and the tour.

use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};
use ratatui::style::Style;
use ratatui::widgets::{BorderType, Clear, Widget};

use super::{Screen, bordered, list, prompt, reading};
use crate::app::{Frame, Geometry, Panel, Prompt};
use crate::text::truncate;

/// Draws the panel of the overlay on top, with what lies beneath it dimmed.
pub(super) fn draw(screen: Screen<'_>, panel: &Panel<'_>, line: Option<Prompt<'_>>, buf: &mut Buffer) {
    if let Frame::Titled(_) = panel.frame {
        dim(screen, panel.area, buf);
    }
    draw_panel(screen, panel, line, buf);
}

/// Draws a panel with the line in it that takes typing, if it has one.
pub(super) fn draw_panel(screen: Screen<'_>, panel: &Panel<'_>, line: Option<Prompt<'_>>, buf: &mut Buffer) {
    let palette = screen.palette;
    Clear.render(panel.area, buf);
    match &panel.frame {
        Frame::Titled(title) => drop(frame(screen, title, panel.area, buf)),
        Frame::Bar => buf.set_style(panel.area, palette.bar.0),
        Frame::None => {}
    }
    if let Some(line) = line {
        prompt::draw(palette, &line, buf);
    }
    for (line, row) in &panel.notes {
        list::draw_row(palette, row, *line, buf);
    }
    if let Some((area, _)) = panel.preview {
        rule(screen, panel.list_area, area, buf);
    }
    let (first, chosen) = (panel.list.first, Some(panel.list.cursor));
    list::draw(palette, &panel.rows, first, chosen, panel.list_area, buf);
    if let Frame::Titled(_) = panel.frame {
        let is_beside = panel.preview.is_some_and(|(area, _)| area.x > panel.list_area.x);
        let border = if is_beside { panel.list_area.right() + 2 } else { panel.area.right() };
        list::draw_bar(palette, panel.rows.len(), first, panel.list_area, border.saturating_sub(1), buf);
    }
    if let Some((pane, text, shown)) = panel.text {
        reading::draw(screen, shown, pane, text, buf);
    }
    if let Some((area, preview)) = panel.preview {
        reading::draw_preview(palette, preview, area, buf);
    }
}

/// Takes the look from all around an area: what lies beneath is there to come back to, not to be read now.
fn dim(screen: Screen<'_>, area: Rect, buf: &mut Buffer) {
    let Size { width, height } = screen.app.size;
    let body = Rect::new(0, 0, width, height.saturating_sub(1));
    for position in body.positions().filter(|position| !area.contains(*position)) {
        if let Some(cell) = buf.cell_mut(position) {
            cell.set_style(Style::reset()).set_style(screen.palette.beneath.0);
        }
    }
}

/// Empties an area and a column on both sides of it; a word that would be cut there goes whole.
fn clear(screen: Screen<'_>, area: Rect, buf: &mut Buffer) {
    let width = screen.app.size.width;
    let (left, right) = (area.x.saturating_sub(1), area.right().saturating_add(1).min(width));
    for y in area.top()..area.bottom() {
        let is_word = |x: u16, buf: &Buffer| buf.cell((x, y)).is_some_and(|cell| is_word(cell.symbol()));
        let mut from = left;
        while from > 0 && is_word(from, buf) && is_word(from - 1, buf) {
            from -= 1;
        }
        let mut to = right;
        while to < width && is_word(to - 1, buf) && is_word(to, buf) {
            to += 1;
        }
        Clear.render(Rect { x: from, y, width: to - from, height: 1 }, buf);
    }
}

/// Whether a cell belongs to a word, and not to a gap or a frame.
fn is_word(symbol: &str) -> bool {
    !symbol.starts_with(|c: char| c == ' ' || matches!(c, '─'..='▟'))
}

/// Draws the tour, over everything.
pub(super) fn draw_tour(screen: Screen<'_>, geometry: &Geometry, buf: &mut Buffer) {
    let Some((area, title, rows)) = screen.app.tour_box(geometry) else { return };
    let inside = if usize::from(area.height) > rows.len() {
        frame(screen, &title, area, buf)
    } else {
        Clear.render(area, buf);
        buf.set_style(area, screen.palette.bar.0);
        area
    };
    for (y, row) in (inside.top()..inside.bottom()).zip(rows) {
        buf.set_stringn(
            inside.x + 1,
            y,
            row,
            usize::from(inside.width.saturating_sub(1)),
            screen.palette.passage.0,
        );
    }
}

fn frame(screen: Screen<'_>, title: &str, area: Rect, buf: &mut Buffer) -> Rect {
    clear(screen, area, buf);
    let title = format!(" {} ", truncate(title, usize::from(area.width.saturating_sub(6))));
    let palette = screen.palette;
    bordered(&title, palette.accent.0, BorderType::Thick, palette.pane_title_focused.0, area, buf)
}

/// Draws the line between the results and the chosen one in its guide.
fn rule(screen: Screen<'_>, list: Rect, preview: Rect, buf: &mut Buffer) {
    let look = screen.palette.border.0;
    if preview.x > list.x {
        for y in list.top()..list.bottom() {
            buf.set_stringn(list.right() + 1, y, "│", 1, look);
        }
    } else {
        let room = usize::from(list.width);
        buf.set_stringn(list.x, list.bottom(), "─".repeat(room), room, look);
    }
}
