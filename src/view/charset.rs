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
        let area = area.intersection(buf.area);
        for y in area.top()..area.bottom() {
            spell_out_ellipses(area, y, buf);
        }
        for position in area.positions() {
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

const DOTS: u16 = 3;

/// Writes each `…` of a row as three dots: one alone would end the sentence. They go into the blanks behind it; where there
/// are too few, what follows moves right into those at its end; where there are none either, they take the letters before.
fn spell_out_ellipses(area: Rect, y: u16, buf: &mut Buffer) {
    let mut x = area.x;
    while x < area.right() {
        if symbol(buf, x, y) == "…" {
            let end = (x + 1..area.right().saturating_sub(1)).take_while(|x| !is_line(symbol(buf, *x, y)));
            let blanks = end.into_iter().find(|x| symbol(buf, *x, y) == " " && symbol(buf, *x + 1, y) == " ");
            let first = match blanks {
                Some(blanks) => {
                    for to in (x + DOTS..blanks + 2).rev() {
                        let moved = buf.cell((to - 2, y)).cloned();
                        if let (Some(moved), Some(cell)) = (moved, buf.cell_mut((to, y))) {
                            *cell = moved;
                        }
                    }
                    x
                }
                None => x.saturating_sub(DOTS - 1).max(area.x),
            };
            let look = buf.cell((x, y)).map(ratatui::buffer::Cell::style).unwrap_or_default();
            for dot in first..(first + DOTS).min(area.right()) {
                if let Some(cell) = buf.cell_mut((dot, y)) {
                    cell.set_symbol(".").set_style(look);
                }
            }
            x = x.max(first + DOTS - 1);
        }
        x += 1;
    }
}

fn symbol(buf: &Buffer, x: u16, y: u16) -> &str {
    buf.cell((x, y)).map_or("", ratatui::buffer::Cell::symbol)
}

/// Whether a cell shows a line of a frame or a bar.
fn is_line(symbol: &str) -> bool {
    symbol.starts_with(|c: char| matches!(c, '─'..='▟'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ascii(row: &str) -> String {
        let mut buf = Buffer::with_lines([row]);
        Charset::Ascii.apply(buf.area, &mut buf);
        buf.content().iter().map(ratatui::buffer::Cell::symbol).collect()
    }

    #[test]
    fn what_is_cut_ends_in_three_dots() {
        assert_eq!(ascii("│ Cut here…  │"), "| Cut here...|");
        assert_eq!(ascii("│ Cut here…│ more"), "| Cut he...| more");
        assert_eq!(ascii("│…with a word  │ x"), "|...with a word| x");
        assert_eq!(ascii("Wait… what…"), "Wa... wh...");
        assert_eq!(ascii("…"), ".");
    }
}
