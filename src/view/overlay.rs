//! What lies over the screen: the panel of the overlay on top, and the tour.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{BorderType, Clear, Widget};

use super::{Screen, bordered, list, prompt, reading};
use crate::app::{Frame, Geometry, Panel, Prompt};
use crate::text::truncate;

/// Draws the overlay on top, if there is one.
pub(super) fn draw(screen: Screen<'_>, geometry: &Geometry, buf: &mut Buffer) {
    if let Some(panel) = screen.app.panel(geometry) {
        draw_panel(screen, &panel, screen.app.prompt(geometry), buf);
    }
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
    let (first, chosen) = (panel.list.first, Some(panel.list.cursor));
    list::draw(palette, &panel.rows, first, chosen, panel.list_area, buf);
    if let Some((pane, text, shown)) = panel.text {
        reading::draw(screen, shown, pane, text, buf);
    }
    if let Some((area, preview)) = panel.preview {
        rule(screen, panel.list_area, area, buf);
        reading::draw_preview(palette, preview, area, buf);
    }
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
    Clear.render(area, buf);
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
