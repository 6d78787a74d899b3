//! Frames to bytes: the cells that changed, in one write, bracketed so that no half frame is ever seen.
//!
//! Instead of `ratatui::Terminal`, which writes several times a frame and knows nothing of the signal thread:
//! ratatui still compares the buffers and says how a cell is written.

use std::io;

use crossterm::terminal::{BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate};
use crossterm::{cursor, queue};
use ratatui::backend::{Backend as _, CrosstermBackend};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::Widget as _;

use super::terminal;
use crate::app::App;
use crate::view::{Palette, Screen};

/// What is on the screen.
#[derive(Debug, Default)]
pub(super) struct Painter {
    shown: Buffer,
    next: Buffer,
    cursor: Option<Position>,
    bytes: Vec<u8>,
}

impl Painter {
    /// Forgets what is on the screen, so that the next frame is whole.
    pub(super) fn forget(&mut self) {
        self.shown = Buffer::default();
    }

    /// Draws the app and writes what changed. Writes nothing when nothing did.
    pub(super) fn paint(&mut self, app: &App, palette: &Palette) -> io::Result<()> {
        let screen = Screen { app, palette };
        let area = Rect::from((Position::ORIGIN, app.size));
        self.next.resize(area);
        self.next.reset();
        screen.render(area, &mut self.next);
        self.bytes.clear();
        queue!(self.bytes, BeginSynchronizedUpdate, cursor::Hide)?;
        let before = self.bytes.len();
        if self.shown.area != area {
            queue!(self.bytes, Clear(ClearType::All))?;
            self.shown = Buffer::empty(area);
        }
        CrosstermBackend::new(&mut self.bytes).draw(self.shown.diff_iter(&self.next))?;
        let position = screen.cursor();
        let changed = self.bytes.len() > before + NO_CHANGE || position != self.cursor;
        if let Some(Position { x, y }) = position {
            queue!(self.bytes, cursor::MoveTo(x, y), cursor::Show)?;
        }
        queue!(self.bytes, EndSynchronizedUpdate)?;
        if changed {
            terminal::write(&self.bytes)?;
        }
        self.cursor = position;
        std::mem::swap(&mut self.shown, &mut self.next);
        Ok(())
    }
}

/// What the backend writes for a frame without a changed cell: colours and attributes reset.
const NO_CHANGE: usize = "\x1b[39m\x1b[49m\x1b[0m".len();
