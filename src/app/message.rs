//! What can happen to the app, and what it can ask for.

use ratatui::layout::{Position, Size};

use super::{Background, Cover, Key, MouseCapture, Preference};
use crate::journal::{Change, Durability, Journal, Moment};

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// A key was pressed.
    Key(Key),
    /// Text was pasted.
    Paste(String),
    /// Letters came in one piece, as no person types them; line ends and tabs are among them. Most likely they were pasted
    /// where the terminal does not mark what is pasted.
    Burst(String),
    /// The mouse was clicked.
    Click(Position),
    /// The mouse was moved with its button held.
    Drag(Position),
    /// The button of the mouse was let go.
    Release,
    /// The wheel was turned: how many rows, down counted positive.
    Wheel {
        /// Where the mouse was.
        at: Position,
        /// Rows down, or up if negative.
        rows: i32,
    },
    /// The terminal has another size.
    Resize(Size),
    /// The terminal has said what its background is.
    Background(Background),
    /// The shell could not do what it was asked to: why, as a sentence.
    Failed(String),
    /// What the shell was to hand to another program is handed over, or cannot be.
    HandedOver(Handover),
    /// The frame is on the screen and nothing is waiting: time for what will be needed next.
    Idle,
    /// How it went with something that was to be kept.
    Recorded(Outcome),
    /// What the clock says.
    Clock(Moment),
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
    /// It is not.
    Failed {
        /// What it was.
        changes: Vec<Change>,
        /// Why, as a sentence.
        why: String,
    },
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
    /// Keep what the reader has chosen, for the next time.
    Remember(Preference),
    /// Draw the whole screen anew: something else has written on it.
    Redraw,
    /// Ask the terminal what its background is, and wait for nothing.
    AskBackground,
    /// Put a text where it can be pasted from.
    Copy(String),
    /// Open an address, of which the reader was asked, in the program for it.
    Browse(String),
    /// Keep something, and say how it went.
    Record(Box<Change>),
    /// Say what the clock says.
    AskTime,
    /// Give the window a neutral title, or its own again.
    Cover(Cover),
}

/// What became of something that was to be handed to another program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Handover {
    /// Of a text that was to be copied.
    Copied(Delivery),
    /// Of an address that was to be opened.
    Browsed(Launch),
}

/// What is known of a copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delivery {
    /// It is in the clipboard.
    Done,
    /// The terminal was asked to take it; terminals do not say whether they did.
    Perhaps,
    /// There is nothing that takes it.
    Nowhere,
}

/// What became of an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Launch {
    /// The program for it was started.
    Done,
    /// There is no program for it here.
    NoBrowser,
    /// The program for it ended with an error.
    Failed,
}
