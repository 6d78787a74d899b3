//! Letters that terminals do not agree on: those with a spacing vowel sign, and pictures joined of several.
//!
//! A terminal may give such a letter more columns than we count, or fewer. What comes after it in its row would then stand
//! elsewhere, and signs of an old text stay within the new one. So the cursor is placed anew behind it, and a row that has
//! one, or had one, is erased and written whole when anything in it changes.

use std::io::{self, Write as _};

use ratatui::buffer::{Buffer, Cell};

use crate::text::width;

/// A cell and where it stands.
type Placed<'a> = (u16, u16, &'a Cell);

/// Returns the changed cells, and all cells of those rows that must be written whole; these rows are erased first.
pub(super) fn whole_rows<'a>(
    changed: Vec<Placed<'a>>,
    shown: &Buffer,
    next: &'a Buffer,
    bytes: &mut Vec<u8>,
) -> io::Result<Vec<Placed<'a>>> {
    if changed.iter().all(|(.., cell)| cell.symbol().is_ascii()) && !has_disputed(shown) {
        return Ok(changed);
    }
    let mut cells = Vec::with_capacity(changed.len());
    for row in changed.chunk_by(|a, b| a.1 == b.1) {
        let Some(&(_, y, _)) = row.first() else { continue };
        if row_of(shown, y).any(is_disputed) || row_of(next, y).any(is_disputed) {
            write!(bytes, "\x1b[0m\x1b[{};1H\x1b[2K", y + 1)?;
            cells.extend(whole(next, y));
        } else {
            cells.extend_from_slice(row);
        }
    }
    Ok(cells)
}

/// Cuts cells into pieces before each of which the cursor is placed: behind every letter that terminals do not agree on.
pub(super) fn placed<'a, 'b>(cells: &'b [Placed<'a>]) -> impl Iterator<Item = &'b [Placed<'a>]> {
    let mut pieces = cells.split_inclusive(|(.., cell)| is_disputed(cell)).peekable();
    // A frame without a changed cell resets colours all the same.
    let nothing: Option<&'b [Placed<'a>]> = pieces.peek().is_none().then_some(&[]);
    pieces.chain(nothing)
}

fn row_of(buffer: &Buffer, y: u16) -> impl Iterator<Item = &Cell> {
    (buffer.area.left()..buffer.area.right()).filter_map(move |x| buffer.cell((x, y)))
}

fn has_disputed(buffer: &Buffer) -> bool {
    buffer.content.iter().any(is_disputed)
}

/// Returns all cells of a row but those that a wide letter covers.
fn whole(buffer: &Buffer, y: u16) -> impl Iterator<Item = Placed<'_>> {
    let mut free = buffer.area.left();
    (buffer.area.left()..buffer.area.right()).filter_map(move |x| {
        let cell = buffer.cell((x, y)).filter(|_| x >= free)?;
        free = x.saturating_add(u16::try_from(width(cell.symbol())).unwrap_or(1).max(1));
        Some((x, y, cell))
    })
}

/// Whether terminals may not agree on the width of a letter: it is made of several characters of which one that follows
/// takes columns of its own.
fn is_disputed(cell: &Cell) -> bool {
    let symbol = cell.symbol();
    if symbol.is_ascii() {
        return false;
    }
    let mut letters = symbol.chars();
    letters.next();
    letters.clone().any(|letter| {
        // A joiner, a sign that a picture is meant, or anything that is not merely set above or below.
        matches!(letter, '\u{200c}' | '\u{200d}' | '\u{fe0e}' | '\u{fe0f}')
            || width(letter.encode_utf8(&mut [0; 4])) > 0
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(before: &str, after: &str) -> (String, Vec<u16>) {
        let row = |text: &str| {
            let mut row = Buffer::empty(ratatui::layout::Rect::new(0, 0, 12, 1));
            row.set_string(0, 0, text, ratatui::style::Style::new());
            row
        };
        let (shown, next) = (row(before), row(after));
        let mut bytes = Vec::new();
        let changed = shown.diff_iter(&next).collect();
        let cells = whole_rows(changed, &shown, &next, &mut bytes).unwrap();
        let starts = placed(&cells).filter_map(|piece| Some(piece.first()?.0)).collect();
        (String::from_utf8(bytes).unwrap(), starts)
    }

    #[test]
    fn a_row_of_plain_letters_is_written_in_one_piece() {
        assert_eq!(drawn("abc", "abd"), (String::new(), vec![2]));
        assert_eq!(drawn("e\u{301}bc", "e\u{301}bd"), (String::new(), vec![2]));
        assert_eq!(drawn("漢bc", "漢bd"), (String::new(), vec![3]));
        assert_eq!(drawn("abc", "abc"), (String::new(), vec![]));
    }

    #[test]
    fn behind_a_disputed_letter_the_cursor_is_placed_and_its_row_is_erased() {
        let erased = "\x1b[0m\x1b[1;1H\x1b[2K".to_owned();
        for letter in ["का", "ｶﾞ", "👨‍👩‍👧", "🇺🇦", "☎️", "👍🏽"] {
            let end = u16::try_from(width(letter)).unwrap();
            assert_eq!(
                drawn(&format!("{letter}b "), &format!("{letter}c ")),
                (erased.clone(), vec![0, end]),
                "{letter}"
            );
            assert_eq!(drawn(&format!("{letter}b"), "plain").0, erased, "{letter}");
        }
    }
}
