//! Hyperlinks of the terminal (OSC 8), written round the cells that are written.
//!
//! Each run of cells carries the whole address, because the next frame may write only a part of it; a common id says
//! that the rows of a wrapped link are one.

use std::io::{self, Write as _};

use ratatui::backend::{Backend as _, CrosstermBackend};
use ratatui::buffer::{Buffer, Cell};

use crate::text::width;
use crate::view::Hyperlink;

/// A cell and where it stands.
type Placed<'a> = (u16, u16, &'a Cell);

/// Adds to the changed cells those whose text is the same and whose link is another.
pub(super) fn relinked<'a>(
    changed: Vec<Placed<'a>>,
    next: &'a Buffer,
    before: &[Hyperlink],
    after: &[Hyperlink],
) -> Vec<Placed<'a>> {
    let mut cells = changed;
    for link in before.iter().chain(after) {
        for x in link.columns.clone() {
            // The second half of a wide letter is written with its first.
            let covered = x.checked_sub(1).and_then(|x| next.cell((x, link.y)));
            let covered = covered.is_some_and(|cell| width(cell.symbol()) > 1);
            if address_at(before, x, link.y) != address_at(after, x, link.y)
                && !covered
                && let Some(cell) = next.cell((x, link.y))
            {
                cells.push((x, link.y, cell));
            }
        }
    }
    cells.sort_by_key(|(x, y, _)| (*y, *x));
    cells.dedup_by_key(|(x, y, _)| (*y, *x));
    cells
}

/// Writes cells, those of a link as one.
pub(super) fn draw(bytes: &mut Vec<u8>, cells: &[Placed<'_>], links: &[Hyperlink]) -> io::Result<()> {
    let address = |(x, y, _): &Placed<'_>| address_at(links, *x, *y);
    for run in cells.chunk_by(|a, b| address(a) == address(b)) {
        let link = run.first().and_then(address);
        if let Some(link) = link {
            write!(bytes, "\x1b]8;id={:x};{link}\x1b\\", id(link))?;
        }
        CrosstermBackend::new(&mut *bytes).draw(run.iter().copied())?;
        if link.is_some() {
            bytes.extend_from_slice(b"\x1b]8;;\x1b\\");
        }
    }
    if cells.is_empty() {
        CrosstermBackend::new(&mut *bytes).draw(std::iter::empty())?;
    }
    Ok(())
}

fn address_at(links: &[Hyperlink], x: u16, y: u16) -> Option<&str> {
    links.iter().find(|link| link.y == y && link.columns.contains(&x)).map(|link| link.address.as_str())
}

/// Returns a short name for an address, the same in every frame.
fn id(address: &str) -> u16 {
    address.bytes().fold(5381, |id: u16, byte| id.wrapping_mul(33) ^ u16::from(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ADDRESS: &str = "https://example.org/";

    fn link(y: u16, columns: std::ops::Range<u16>) -> Hyperlink {
        Hyperlink { y, columns, address: ADDRESS.to_owned() }
    }

    fn drawn(shown: &str, before: &[Hyperlink], next: &str, after: &[Hyperlink]) -> String {
        let (shown, next) = (Buffer::with_lines([shown]), Buffer::with_lines([next]));
        let cells = relinked(shown.diff_iter(&next).collect(), &next, before, after);
        let mut bytes = Vec::new();
        draw(&mut bytes, &cells, after).unwrap();
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn the_cells_of_a_link_stand_between_its_sequences() {
        let out = drawn("        ", &[], "see here", &[link(0, 4..8)]);
        let (_, rest) = out.split_once(&format!("\x1b]8;id={:x};{ADDRESS}\x1b\\", id(ADDRESS))).unwrap();
        let (inside, after) = rest.split_once("\x1b]8;;\x1b\\").unwrap();
        assert!(inside.contains("here") && !after.contains('h'), "{out:?}");
    }

    #[test]
    fn a_cell_that_is_no_link_any_more_is_written_again() {
        let out = drawn("see here", &[link(0, 4..8)], "see here", &[]);
        assert!(out.contains("here") && !out.contains("]8;"), "{out:?}");
        assert!(!drawn("see here", &[link(0, 4..8)], "see here", &[link(0, 4..8)]).contains("here"));
    }
}
