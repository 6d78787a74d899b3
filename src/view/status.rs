//! The top line and the bottom line.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Screen;
use crate::app::{Action, Context, Panes, breadcrumb, hints, time_left};
use crate::text::{slice, width, wrap};

/// Draws where the reader is, and how long the rest takes to read.
pub(super) fn top_line(screen: Screen<'_>, area: Rect, buf: &mut Buffer) {
    let palette = screen.palette;
    let crumbs = breadcrumb(screen.app);
    for (index, crumb) in crumbs.iter().enumerate() {
        // Over the text alone the title is there to be found, not to be looked at.
        let alone = screen.app.preferences.arrangement.panes == Panes::TextOnly;
        let look =
            if index + 1 == crumbs.len() && !alone { palette.breadcrumb_here } else { palette.breadcrumb };
        let x = area.x + crumb.columns.start;
        let (x, _) =
            buf.set_stringn(x, area.y, &crumb.text, usize::from(area.right().saturating_sub(x)), look.0);
        if index + 1 < crumbs.len() {
            buf.set_stringn(
                x,
                area.y,
                " › ",
                usize::from(area.right().saturating_sub(x)),
                palette.breadcrumb.0,
            );
        }
    }
    if let Some(left) = time_left(screen.app) {
        let x = area.right().saturating_sub(1 + u16::try_from(width(&left)).unwrap_or(0));
        buf.set_stringn(x, area.y, &left, width(&left), palette.breadcrumb.0);
    }
}

/// Draws what can be pressed now, or what there is to say.
pub(super) fn bottom_line(screen: Screen<'_>, area: Rect, buf: &mut Buffer) {
    let palette = screen.palette;
    if let Some(notice) = &screen.app.shown.notice {
        return draw_notice(screen, notice, area, buf);
    }
    for hint in hints(screen.app) {
        let x = area.x + hint.columns.start;
        let room = usize::from(area.right().saturating_sub(x));
        let (x, _) = buf.set_stringn(x, area.y, &hint.keys, room, palette.key.0);
        let room = usize::from(area.right().saturating_sub(x));
        buf.set_stringn(x, area.y, format!(" {}", hint.label), room, palette.hint.0);
    }
}

/// Draws a sentence whole, over as many rows above the bottom line as it needs; where that is too much of the screen, its
/// beginning and the key that shows the rest.
fn draw_notice(screen: Screen<'_>, notice: &str, area: Rect, buf: &mut Buffer) {
    let room = usize::from(area.width).saturating_sub(2);
    let mut rows: Vec<&str> =
        wrap(notice, room.max(1)).into_iter().map(|range| slice(notice, range).trim_end()).collect();
    let most = usize::from(screen.app.size.height / 2).max(1);
    let key = screen.app.keymap.key_for(Context::Text, Action::Messages).unwrap_or_default();
    let rest = format!("… {key} shows the rest");
    if rows.len() > most {
        rows.truncate(most - 1);
        rows.push(&rest);
    }
    let above = u16::try_from(rows.len().saturating_sub(1)).unwrap_or(0);
    for (y, row) in (area.y.saturating_sub(above)..).zip(rows) {
        for x in area.left()..area.right() {
            if let Some(cell) = buf.cell_mut((x, y)) {
                cell.reset();
            }
        }
        buf.set_stringn(area.x + 1, y, row, room, screen.palette.notice.0);
    }
}
