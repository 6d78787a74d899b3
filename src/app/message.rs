//! What can happen to the app, and what it can ask for.

use ratatui::layout::{Position, Size};

use super::Key;
use crate::journal::{Change, Durability, Journal};

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted.
    Paste(String),
    /// The mouse was clicked.
    Click(Position),
    /// The wheel was turned: how many rows, down counted positive.
    Wheel {
        /// Where the mouse was.
        at: Position,
        /// Rows down, or up if negative.
        rows: i32,
    },
    /// The terminal has another size.
    Resize(Size),
    /// The frame is on the screen and nothing is waiting: time for what will be needed next.
    Idle,
    /// How it went with something that was to be kept.
    Recorded(Outcome),
}

/// How it went with something that was to be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It is kept.
    Kept {
        /// What it was.
        changes: Vec<Change>,
        /// All that is kept now, by other readers too.
        journal: Box<Journal>,
        /// How long.
        durability: Durability,
        /// What was found wrong on the way, a sentence each.
        troubles: Vec<String>,
    },
    /// It is not, and this is why.
    Failed(String),
}

/// Something only the shell can do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// End the program.
    Quit,
    /// Stop until the shell continues the program.
    Suspend,
    /// Take the mouse, or leave it to the terminal.
    Mouse(MouseCapture),
    /// Keep something, and say how it went.
    Record(Box<Change>),
}

/// Who gets the mouse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MouseCapture {
    /// The reader: click and wheel work.
    On,
    /// The terminal: text can be selected.
    Off,
}
