//! What lies over the screen: search, help, cards.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::widgets::{BorderType, Clear, Widget};

use super::{Screen, bordered, list};
use crate::app::{Finder, Geometry, List, Overlay, Shown, card_title, help_rows};
use crate::text::truncate;

/// Before what is typed.
const PROMPT: &str = "Search: ";

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
        None => {}
    }
}

/// Returns where the cursor stands in what is typed.
pub(super) fn cursor(finder: &Finder, geometry: &Geometry) -> Position {
    let inside = Geometry::inside(geometry.overlay);
    let column = PROMPT.len() + 1 + finder.input.column() - scrolled(finder, inside);
    let x = inside.x.saturating_add(u16::try_from(column).unwrap_or(u16::MAX));
    Position::new(x.min(inside.right().saturating_sub(1)), inside.y)
}

/// How many columns of what is typed are hidden at the left, so that the cursor is in view.
fn scrolled(finder: &Finder, inside: Rect) -> usize {
    let room = usize::from(inside.width).saturating_sub(PROMPT.len() + 2);
    finder.input.column().saturating_sub(room)
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
        found => format!("Search · {} of {found}", finder.list.cursor + 1),
    };
    let inside = frame(screen, &title, geometry.overlay, buf);
    let x = inside.x + 1;
    let room = usize::from(inside.right().saturating_sub(x));
    let (x, _) = buf.set_stringn(x, inside.y, PROMPT, room, palette.key.0);
    let room = usize::from(inside.right().saturating_sub(x));
    let hidden = scrolled(finder, inside);
    let typed: String = crate::text::clusters(finder.input.text())
        .scan(0, |column, (_, cluster, wide)| {
            *column += wide;
            Some((*column, cluster))
        })
        .filter(|(column, _)| *column > hidden)
        .map(|(_, cluster)| cluster)
        .collect();
    let look = if finder.input.is_offered() { palette.selected.0 } else { Style::new() };
    buf.set_stringn(x, inside.y, typed, room, look);
    let remarks = finder.remarks();
    let area = geometry.results(remarks.len());
    for (y, remark) in (inside.y + 1..area.y).zip(&remarks) {
        let room = usize::from(area.width);
        buf.set_stringn(area.x, y, truncate(remark, room), room, palette.detail.0);
    }
    let rows = finder.rows(&screen.app.library, usize::from(area.width));
    list::draw(palette, &rows, finder.list.first, Some(finder.list.cursor), area, buf);
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
