//! Which characters a terminal shows. Applied to the finished cells, in one place, so that nothing is forgotten:
//! borders, bullets, marks and the text of guides alike.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::text::ascii;

/// Which characters a terminal shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Charset {
    /// All of Unicode.
    #[default]
    Unicode,
    /// ASCII and the letters of western Europe, as the Linux console does: its font has no room for more.
    Console,
    /// ASCII alone.
    Ascii,
}

impl Charset {
    /// Replaces in the cells of an area what is not shown.
    pub(super) fn apply(self, area: Rect, buf: &mut Buffer) {
        if self == Self::Unicode {
            return;
        }
        for position in area.intersection(buf.area).positions() {
            let Some(cell) = buf.cell_mut(position) else { continue };
            if !self.shows(cell.symbol()) {
                let plain = ascii(cell.symbol());
                cell.set_symbol(plain.encode_utf8(&mut [0; 4]));
            }
        }
    }

    fn shows(self, symbol: &str) -> bool {
        let mut chars = symbol.chars();
        let is_letter = |c: char| matches!(c, '¡'..='ÿ') && !matches!(c, '\u{ad}' | '«' | '»');
        symbol.is_ascii()
            || self == Self::Console && chars.next().is_some_and(is_letter) && chars.next().is_none()
    }
}
