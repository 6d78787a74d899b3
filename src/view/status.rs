//! The top line and the bottom line.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::Screen;
use crate::app::{Screen as Showing, hints};
use crate::page::Top;
use crate::text::{truncate, width};

/// Between the parts of the breadcrumb.
const SEPARATOR: &str = " › ";

/// Draws where the reader is, and how long the rest takes to read.
pub(super) fn breadcrumb(screen: Screen<'_>, area: Rect, buf: &mut Buffer) {
    let app = screen.app;
    let palette = screen.palette;
    let room = usize::from(area.width).saturating_sub(2);
    let left = time_left(screen).filter(|left| width(left) + 16 < room);
    let taken = left.as_ref().map_or(0, |left| width(left) + 2);
    let mut parts: Vec<&str> = vec![&app.library.pack.title];
    if let (Showing::Reader, Some(reading)) = (app.screen, &app.reading) {
        parts.extend(app.theme.map(|theme| app.library.theme(theme).title.as_str()));
        let title = reading.document.title(&app.library);
        if parts.last() != Some(&title) {
            parts.push(title);
        }
    }
    // What is nearest matters most: outer parts go first where there is little room.
    while parts.len() > 1 && width(&parts.join(SEPARATOR)) > room - taken {
        parts.remove(0);
    }
    let mut x = area.x + 1;
    let end = area.right().saturating_sub(1 + u16::try_from(taken).unwrap_or(0));
    let last = parts.len() - 1;
    for (index, part) in parts.into_iter().enumerate() {
        let look = if index == last { palette.breadcrumb_here } else { palette.breadcrumb };
        let space = usize::from(end.saturating_sub(x));
        x = buf.set_stringn(x, area.y, truncate(part, space), space, look.0).0;
        if index < last {
            let space = usize::from(end.saturating_sub(x));
            x = buf.set_stringn(x, area.y, SEPARATOR, space, palette.breadcrumb.0).0;
        }
    }
    if let Some(left) = left {
        let x = area.right().saturating_sub(1 + u16::try_from(width(&left)).unwrap_or(0));
        buf.set_stringn(x, area.y, &left, width(&left), palette.breadcrumb.0);
    }
}

/// Returns what is left to read from the first row on the screen.
fn time_left(screen: Screen<'_>) -> Option<String> {
    let app = screen.app;
    let reading = app.reading.as_ref().filter(|_| app.screen == Showing::Reader)?;
    let guide = reading.guide(&app.library)?;
    let height = app.text_height();
    let visible = reading.visible(height);
    if visible.end >= reading.page.height() {
        return Some("end".to_owned());
    }
    let Top { pos, .. } = reading.page.top_at(visible.start);
    Some(format!("{} min left", guide.minutes_from(pos).max(1)))
}

/// Draws what can be pressed now, or what there is to say.
pub(super) fn bottom_line(screen: Screen<'_>, area: Rect, buf: &mut Buffer) {
    let palette = screen.palette;
    if let Some(notice) = &screen.app.notice {
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
