//! Floor 5: drawing. A [`Screen`] draws an [`App`] and remembers nothing; colours begin here.

mod charset;
mod colour;
mod cursor;
mod hyperlinks;
mod list;
mod overlay;
mod palette;
mod prompt;
mod reading;
mod scene;
mod status;

pub use charset::Charset;
pub use cursor::Cursor;
pub use hyperlinks::Hyperlink;
pub use palette::{Colours, Look, Palette};
pub use scene::Scene;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};
use ratatui::widgets::{Block, BorderType, Widget};

use crate::app::{App, Geometry, List, ListRow, Pane, SMALLEST};
use crate::text::wrap;

/// An app and how it is to look.
#[derive(Debug, Clone, Copy)]
pub struct Screen<'a> {
    /// What is drawn.
    pub app: &'a App,
    /// How it looks.
    pub palette: &'a Palette,
    /// Which characters may be used.
    pub charset: Charset,
}

impl Widget for Screen<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        self.scene().render(area, buf);
    }
}

impl Screen<'_> {
    fn panes(self, geometry: &Geometry, buf: &mut Buffer) {
        let shown = &self.app.shown;
        if let Some(area) = geometry.themes {
            self.pane(Pane::Themes, area, &shown.themes.shown, &shown.themes.list, buf);
        }
        if let (Some(pane), Some(reading)) = (geometry.text_pane, &shown.reading) {
            reading::draw(self, reading, pane, geometry.text, buf);
        }
        if let Some(area) = geometry.related {
            self.pane(Pane::Related, area, &shown.related.rows, &shown.related.list, buf);
        }
    }

    /// Draws a pane with a list in it.
    fn pane(self, pane: Pane, area: Rect, rows: &[ListRow], list: &List, buf: &mut Buffer) {
        let title = if pane == Pane::Themes { " Themes " } else { " Related " };
        self.frame(title, pane, area, buf);
        let inside = Geometry::list(area);
        list::draw(self.palette, rows, list.first, self.selected(pane, list.cursor), inside, buf);
        list::draw_bar(self.palette, rows.len(), list.first, inside, area.right().saturating_sub(1), buf);
    }

    fn selected(self, pane: Pane, cursor: usize) -> Option<usize> {
        (self.app.shown.focus == pane && self.app.overlay().is_none()).then_some(cursor)
    }

    /// Draws the border of a pane. The pane in focus has a thick one and a marked title.
    fn frame(self, title: &str, pane: Pane, area: Rect, buf: &mut Buffer) {
        let focused = self.app.shown.focus == pane && self.app.overlay().is_none();
        let (border, kind, look) = if focused {
            (self.palette.accent, BorderType::Thick, self.palette.pane_title_focused)
        } else {
            (self.palette.border, BorderType::Plain, self.palette.pane_title)
        };
        bordered(title, border.0, kind, look.0, area, buf);
    }
}

/// Draws a border with a title and returns the inside.
fn bordered(title: &str, border: Style, kind: BorderType, look: Style, area: Rect, buf: &mut Buffer) -> Rect {
    Block::bordered().border_style(border).border_type(kind).title(title).title_style(look).render(area, buf);
    Geometry::inside(area)
}

/// Puts the palette's own background under everything, and its letters where no others are said. Done last, so that nothing
/// that is drawn needs to know of it.
fn background(screen: Style, area: Rect, buf: &mut Buffer) {
    let (Some(letters), Some(background)) = (screen.fg, screen.bg) else { return };
    for position in area.positions() {
        if let Some(cell) = buf.cell_mut(position) {
            if cell.fg == Color::Reset {
                cell.fg = letters;
            }
            if cell.bg == Color::Reset {
                cell.bg = background;
            }
        }
    }
}

/// What a screen without room for panes says.
fn too_small(area: Rect, buf: &mut Buffer) {
    let sentence =
        format!("Please make the window larger: {} by {} at least.", SMALLEST.width, SMALLEST.height);
    let rows = wrap(&sentence, usize::from(area.width.max(1)));
    for (y, row) in (area.top()..area.bottom()).zip(rows) {
        buf.set_stringn(area.x, y, crate::text::slice(&sentence, row), usize::from(area.width), Style::new());
    }
}

/// Draws the neutral page, which says nothing but how it goes away.
fn cover(words: &[String; 2], area: Rect, buf: &mut Buffer) {
    let middle = area.y + area.height / 2;
    for (row, text) in (0_u16..).zip(words) {
        let columns = u16::try_from(crate::text::width(text)).unwrap_or(u16::MAX);
        let x = area.x + area.width.saturating_sub(columns) / 2;
        let y = (middle + row).min(area.bottom().saturating_sub(1));
        if area.height > row {
            buf.set_stringn(x, y, text, usize::from(area.right().saturating_sub(x)), Style::new());
        }
    }
}
