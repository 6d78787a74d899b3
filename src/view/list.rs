//! Lists: every pane, the results and the first screen are drawn here.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{Palette, reading};
use crate::app::{ListRole, ListRow, Scrollbar};
use crate::text::{char_boundary, cut_at_word, slice};

/// Draws rows from `first` on; the rows of the selected item are marked over their whole width.
pub(super) fn draw(
    palette: &Palette,
    rows: &[ListRow],
    first: usize,
    selected: Option<usize>,
    area: Rect,
    buf: &mut Buffer,
) {
    for (y, row) in (area.top()..area.bottom()).zip(rows.iter().skip(first)) {
        let line = Rect { y, height: 1, ..area };
        draw_row(palette, row, line, buf);
        if row.item.is_some() && row.item == selected {
            buf.set_style(line, palette.selected.0);
        }
    }
}

/// Draws on a border, which is its track, which part of a list is shown, if not all of it is.
pub(super) fn draw_bar(
    palette: &Palette,
    rows: usize,
    first: usize,
    area: Rect,
    border: u16,
    buf: &mut Buffer,
) {
    if let Some(bar) = Scrollbar::at(border, area, first, rows) {
        reading::column(bar.thumb, reading::THUMB, palette.accent, buf);
    }
}

/// Draws one row.
pub(super) fn draw_row(palette: &Palette, row: &ListRow, line: Rect, buf: &mut Buffer) {
    let style = look(palette, row.role);
    let room = usize::from(line.width);
    let shown = cut_at_word(&row.text, room);
    if row.marks.is_empty() {
        buf.set_stringn(line.x, line.y, &shown, room, style);
        return;
    }
    let mut x = line.x;
    let mut done = 0;
    let mut put = |text: &str, style: Style| {
        let left = usize::from(line.right().saturating_sub(x));
        x = buf.set_stringn(x, line.y, text, left, style).0;
    };
    for mark in &row.marks {
        // What is cut off is not marked, nor is a part of the sign for it.
        let (start, end) = (char_boundary(&shown, mark.start), char_boundary(&shown, mark.end));
        put(slice(&shown, done..start), style);
        put(slice(&shown, start..end), style.patch(palette.mark.0));
        done = end.max(done);
    }
    put(slice(&shown, done..shown.len()), style);
}

fn look(palette: &Palette, role: ListRole) -> Style {
    match role {
        ListRole::Item => palette.item,
        ListRole::Current => palette.current,
        ListRole::Title => palette.result,
        ListRole::Passage | ListRole::Note => palette.passage,
        ListRole::Detail => palette.detail,
        ListRole::Quote => palette.quote,
        ListRole::Heading => palette.list_heading,
    }
    .0
}
