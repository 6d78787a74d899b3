//! What wakes the loop: keys, a change of size, and what became of something that was to be kept.

use crate::app::Outcome;

/// Rows that one notch of the wheel scrolls.
pub(super) const WHEEL_ROWS: i32 = 3;

/// Something that the loop waits for.
#[derive(Debug)]
pub(super) enum Event {
    /// Bytes from the terminal, cut anywhere.
    #[cfg(unix)]
    Bytes(Vec<u8>),
    /// An event of the console.
    #[cfg(not(unix))]
    Console(crossterm::event::Event),
    /// The terminal has another size, or has to be drawn anew.
    #[cfg(unix)]
    Resized,
    /// There is no terminal any more.
    Gone,
    /// How it went with something that was to be kept.
    Recorded(Outcome),
}
