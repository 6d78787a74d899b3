//! What lies over the screen: search, help, cards.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::{BorderType, Clear, Widget};

use super::{Screen, bordered, list, prompt, reading};
use crate::app::{
    Find, Finder, Geometry, LineInput, List, Note, NoteOn, Overlay, Picker, Shown, card_title, find_count,
    help_rows,
};
use crate::text::{truncate, width};

/// Draws the overlay, if there is one.
pub(super) fn draw(screen: Screen<'_>, geometry: &Geometry, buf: &mut Buffer) {
    match &screen.app.overlay {
        Some(Overlay::Search(finder)) => search(screen, finder, geometry, buf),
        Some(Overlay::Help(list)) => help(screen, *list, geometry.overlay, buf),
        Some(Overlay::Card(card)) => {
            let title = card_title(&screen.app.library, &card.target);
            draw_card(screen, &title, card.list, geometry, buf);
        }
        Some(Overlay::Address(card)) => draw_card(screen, "Open this address?", card.list, geometry, buf),
        Some(Overlay::Shown(text)) => shown(screen, text, geometry.body, buf),
        Some(Overlay::Find(find)) => draw_find(screen, find, geometry, buf),
        Some(Overlay::Picker(picker)) => draw_picker(screen, picker, geometry, buf),
        Some(Overlay::Note(note)) => draw_note(screen, note, geometry, buf),
        None => {}
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

/// Returns where the cursor stands, if something takes typing.
pub(super) fn cursor(overlay: &Overlay, geometry: &Geometry) -> Option<Position> {
    let (label, input, line) = typed(overlay, geometry)?;
    Some(prompt::cursor(label, input, line))
}

/// Returns the label, the text and the line of what takes typing.
fn typed<'a>(overlay: &'a Overlay, geometry: &Geometry) -> Option<(&'static str, &'a LineInput, Rect)> {
    let input = overlay.input()?;
    let first = |outer: Rect| {
        let inside = Geometry::inside(outer);
        Rect { x: inside.x + 1, width: inside.width.saturating_sub(1), height: 1, ..inside }
    };
    Some(match overlay {
        Overlay::Find(_) => {
            let bar = geometry.find_bar();
            ("Find: ", input, Rect { x: bar.x + 1, width: bar.width.saturating_sub(2), ..bar })
        }
        Overlay::Note(_) => ("", input, Note::areas(geometry).1[2]),
        Overlay::Picker(picker) => ("", input, first(picker.areas(geometry).0)),
        _ => ("Search: ", input, first(geometry.search_box())),
    })
}

fn frame(screen: Screen<'_>, title: &str, area: Rect, buf: &mut Buffer) -> Rect {
    Clear.render(area, buf);
    let title = format!(" {} ", truncate(title, usize::from(area.width.saturating_sub(6))));
    let palette = screen.palette;
    bordered(&title, palette.border_focused.0, BorderType::Thick, palette.pane_title_focused.0, area, buf)
}

fn search(screen: Screen<'_>, finder: &Finder, geometry: &Geometry, buf: &mut Buffer) {
    let palette = screen.palette;
    let title = match finder.answer.hits.len() {
        0 => "Search".to_owned(),
        found => format!("Search · {} of {found}", (finder.list.cursor + 1).min(found)),
    };
    let inside = frame(screen, &title, geometry.search_box(), buf);
    draw_prompt(screen, geometry, buf);
    let remarks = finder.remarks(&screen.app.library);
    let (area, preview) = geometry.results(remarks.len());
    for (y, remark) in (inside.y + 1..area.y).zip(&remarks) {
        let room = usize::from(area.width);
        buf.set_stringn(area.x, y, truncate(remark, room), room, palette.detail.0);
    }
    let rows = finder.rows(&screen.app.library, usize::from(area.width));
    list::draw(palette, &rows, finder.list.first, Some(finder.list.cursor), area, buf);
    if let (Some(preview), Some(shown)) = (preview, &finder.preview) {
        rule(screen, area, preview, buf);
        reading::draw_preview(palette, shown, preview, buf);
    }
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

fn help(screen: Screen<'_>, list: List, area: Rect, buf: &mut Buffer) {
    let inside = frame(screen, "Help", area, buf);
    list::draw(
        screen.palette,
        &help_rows(&screen.app.keymap, usize::from(inside.width)),
        list.first,
        None,
        inside,
        buf,
    );
}

fn draw_card(screen: Screen<'_>, title: &str, list: List, geometry: &Geometry, buf: &mut Buffer) {
    let Some((area, rows)) = screen.app.card(geometry) else { return };
    let inside = frame(screen, title, area, buf);
    let inside = Rect { x: inside.x + 1, width: inside.width.saturating_sub(2), ..inside };
    list::draw(screen.palette, &rows, list.first, Some(list.cursor), inside, buf);
}

/// Draws a text to be selected: from edge to edge, so that nothing else gets into the selection.
fn shown(screen: Screen<'_>, shown: &Shown, area: Rect, buf: &mut Buffer) {
    Clear.render(area, buf);
    let room = usize::from(area.width);
    let line = Rect { height: area.height.min(1), ..area };
    let title = " Select this text with the mouse, as your terminal does it";
    buf.set_stringn(line.x, line.y, truncate(title, room), room, screen.palette.list_heading.0);
    let rows = shown.rows(room);
    let area = Rect { y: area.y + line.height, height: area.height - line.height, ..area };
    list::draw(screen.palette, &rows, shown.list.first, None, area, buf);
}

fn draw_prompt(screen: Screen<'_>, geometry: &Geometry, buf: &mut Buffer) {
    if let Some((label, input, line)) =
        screen.app.overlay.as_ref().and_then(|overlay| typed(overlay, geometry))
    {
        prompt::draw(screen.palette, label, input, line, buf);
    }
}

/// Draws the bar over the last row of the text: what is sought, and which match of how many the reader is at.
fn draw_find(screen: Screen<'_>, find: &Find, geometry: &Geometry, buf: &mut Buffer) {
    let bar = geometry.find_bar();
    Clear.render(bar, buf);
    buf.set_style(bar, screen.palette.bar.0);
    draw_prompt(screen, geometry, buf);
    let Some(reading) = &screen.app.reading else { return };
    let count = find_count(find, reading);
    let wide = u16::try_from(width(&count) + 1).unwrap_or(u16::MAX);
    // What is typed matters more than the count.
    if usize::from(bar.width) > width("Find: ") + find.input.column() + usize::from(wide) + 2 {
        buf.set_stringn(bar.right() - wide, bar.y, &count, usize::from(wide), screen.palette.detail.0);
    }
}

fn draw_picker(screen: Screen<'_>, picker: &Picker, geometry: &Geometry, buf: &mut Buffer) {
    let (outer, area) = picker.areas(geometry);
    frame(screen, picker.kind.title(), outer, buf);
    draw_prompt(screen, geometry, buf);
    let rows = picker.rows(usize::from(area.width));
    if rows.is_empty() {
        let room = usize::from(area.width);
        buf.set_stringn(area.x, area.y, truncate(picker.none, room), room, screen.palette.detail.0);
    }
    list::draw(screen.palette, &rows, picker.list.first, Some(picker.list.cursor), area, buf);
}

fn draw_note(screen: Screen<'_>, note: &Note, geometry: &Geometry, buf: &mut Buffer) {
    let (title, asks) = match note.on {
        NoteOn::Passage(_) => ("Bookmark", "A few words of your own, or just Enter:"),
        NoteOn::Bookmark(_) => ("Bookmark", "Your words for it:"),
    };
    let (outer, [passage, question, _]) = Note::areas(geometry);
    frame(screen, title, outer, buf);
    let rows = [
        (passage, format!("“{}…”", note.passage()), screen.palette.quote),
        (question, asks.to_owned(), screen.palette.detail),
    ];
    for (area, text, look) in rows {
        let room = usize::from(area.width);
        buf.set_stringn(area.x, area.y, truncate(&text, room), room, look.0);
    }
    draw_prompt(screen, geometry, buf);
}
