//! The top line and the bottom line.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Screen;
use crate::app::{Panes, breadcrumb, hints, time_left};
use crate::text::{truncate, width};

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
        let room = usize::from(area.width).saturating_sub(2);
        buf.set_stringn(area.x + 1, area.y, truncate(notice, room), room, palette.notice.0);
        return;
    }
    for hint in hints(screen.app) {
        let x = area.x + hint.columns.start;
        let room = usize::from(area.right().saturating_sub(x));
        let (x, _) = buf.set_stringn(x, area.y, &hint.keys, room, palette.key.0);
        let room = usize::from(area.right().saturating_sub(x));
        buf.set_stringn(x, area.y, format!(" {}", hint.label), room, palette.hint.0);
    }
}
