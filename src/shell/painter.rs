//! Frames to bytes: the cells that changed, in one write, bracketed so that no half frame is ever seen.
//!
//! It stands in for `ratatui::Terminal`, which writes several times a frame and shares no lock with the signal thread;
//! ratatui still compares the buffers and writes the cells.

use std::io;

use crossterm::terminal::{BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate};
use crossterm::{cursor, queue};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};

use super::{hyperlinks, joined, terminal};
use crate::app::App;
use crate::environment::{Osc, Terminal};
use crate::view::{Charset, Cursor, Hyperlink, Palette, Screen};

/// What is on the screen.
#[derive(Debug)]
pub(super) struct Painter {
    charset: Charset,
    osc: Osc,
    shown: Buffer,
    next: Buffer,
    cursor: Option<Cursor>,
    bytes: Vec<u8>,
    /// Which of the shown cells the terminal knows as links.
    links: Vec<Hyperlink>,
}

impl Painter {
    /// Returns a painter that has drawn nothing yet.
    pub(super) fn new(terminal: Terminal) -> Self {
        Self {
            charset: terminal.charset,
            osc: terminal.osc,
            shown: Buffer::default(),
            next: Buffer::default(),
            cursor: None,
            bytes: Vec::new(),
            links: Vec::new(),
        }
    }

    /// Forgets what is on the screen, so that the next frame is whole.
    pub(super) fn forget(&mut self) {
        self.shown = Buffer::default();
        self.links.clear();
    }

    /// Draws the app and writes what changed. Writes nothing when nothing did.
    pub(super) fn paint(&mut self, app: &App, palette: &Palette) -> io::Result<()> {
        let screen = Screen { app, palette, charset: self.charset };
        let area = Rect::from((Position::ORIGIN, app.size));
        self.next.resize(area);
        self.next.reset();
        let scene = screen.scene();
        scene.render(area, &mut self.next);
        self.bytes.clear();
        queue!(self.bytes, BeginSynchronizedUpdate, cursor::Hide)?;
        let before = self.bytes.len();
        if self.shown.area != area {
            queue!(self.bytes, Clear(ClearType::All))?;
            self.shown = Buffer::empty(area);
        }
        let links = if self.osc == Osc::CopyAndLink { screen.hyperlinks() } else { Vec::new() };
        let mut cells = bridged(self.shown.diff_iter(&self.next), &self.next);
        if !(links.is_empty() && self.links.is_empty()) {
            cells = hyperlinks::relinked(cells, &self.next, &self.links, &links);
        }
        let cells = joined::whole_rows(cells, &self.shown, &self.next, &mut self.bytes)?;
        for placed in joined::placed(&cells) {
            hyperlinks::draw(&mut self.bytes, placed, &links)?;
        }
        self.links = links;
        let cursor = scene.cursor();
        let changed = self.bytes.len() > before + NO_CHANGE || Some(cursor) != self.cursor;
        // Hidden, it still stands where screen readers and magnifiers look for it.
        queue!(self.bytes, cursor::MoveTo(cursor.at.x, cursor.at.y))?;
        if cursor.is_shown {
            queue!(self.bytes, cursor::Show)?;
        }
        queue!(self.bytes, EndSynchronizedUpdate)?;
        if changed {
            terminal::write(&self.bytes)?;
        }
        self.cursor = Some(cursor);
        std::mem::swap(&mut self.shown, &mut self.next);
        Ok(())
    }
}

/// A jump of the cursor takes this many bytes: `ESC [ 12 ; 34 H`.
const JUMP: u16 = 8;

/// Returns the changed cells, and between two changed ones of a row the few that did not change: writing them again
/// takes fewer bytes than jumping over them, and on a slow line every byte takes time.
fn bridged<'a>(
    changed: impl Iterator<Item = (u16, u16, &'a Cell)>,
    next: &'a Buffer,
) -> Vec<(u16, u16, &'a Cell)> {
    let mut cells: Vec<(u16, u16, &Cell)> = Vec::new();
    for (x, y, cell) in changed {
        if let Some(&(last_x, last_y, last)) = cells.last()
            && last_y == y
            && (2..=JUMP).contains(&x.saturating_sub(last_x))
        {
            let between = (last_x + 1..x).filter_map(|x| Some((x, y, next.cell((x, y))?)));
            // Only plain letters of the same look: wide ones take two cells, another look takes more bytes.
            if is_plain(last)
                && between.clone().all(|(.., cell)| is_plain(cell) && cell.style() == last.style())
            {
                cells.extend(between);
            }
        }
        cells.push((x, y, cell));
    }
    cells
}

fn is_plain(cell: &Cell) -> bool {
    cell.symbol().len() == 1
}

/// What the backend writes for a frame without a changed cell: colours and attributes reset.
const NO_CHANGE: usize = "\x1b[39m\x1b[49m\x1b[0m".len();

#[cfg(test)]
mod tests {
    use super::*;

    fn columns(before: &str, after: &str) -> Vec<u16> {
        let next = Buffer::with_lines([after]);
        let shown = Buffer::with_lines([before]);
        bridged(shown.diff_iter(&next), &next).into_iter().map(|(x, ..)| x).collect()
    }

    #[test]
    fn short_gaps_are_written_over_and_long_ones_jumped() {
        assert_eq!(columns("abcdef", "Abcdef"), [0]);
        assert_eq!(columns("abcdef", "AbcdeF"), [0, 1, 2, 3, 4, 5]);
        assert_eq!(columns("abcdefghijkl", "AbcdefghijkL"), [0, 11]);
    }

    #[test]
    fn wide_letters_are_never_written_over() {
        assert_eq!(columns("a漢b", "A漢B"), [0, 3]);
        assert_eq!(columns("漢ab", "字aB"), [0, 3]);
    }
}
