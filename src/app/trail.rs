//! Back and forward: where the reader was, to the row.

use super::{Document, Screen};
use crate::guide::ThemeId;
use crate::page::Top;

/// More steps back than this are forgotten, the oldest first.
const STEPS_AT_MOST: usize = 200;

/// A place the reader was at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    /// Which screen.
    pub screen: Screen,
    /// What was open.
    pub document: Option<Document>,
    /// The theme it was read in.
    pub theme: Option<ThemeId>,
    /// Where it was scrolled to.
    pub top: Top,
}

/// The way here, and the way that was gone back.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Trail {
    back: Vec<Stop>,
    forward: Vec<Stop>,
}

impl Trail {
    /// Notes that the reader left `stop` for somewhere new.
    pub fn leave(&mut self, stop: Stop) {
        self.forward.clear();
        if self.back.last() != Some(&stop) {
            self.back.push(stop);
        }
        if self.back.len() > STEPS_AT_MOST {
            self.back.remove(0);
        }
    }

    /// Returns where the reader was before, the last place first.
    pub fn earlier(&self) -> impl Iterator<Item = &Stop> {
        self.back.iter().rev()
    }

    /// Returns where to go back to from `here`.
    pub fn back(&mut self, here: Stop) -> Option<Stop> {
        let stop = self.back.pop()?;
        self.forward.push(here);
        Some(stop)
    }

    /// Returns where to go forward to from `here`.
    pub fn forward(&mut self, here: Stop) -> Option<Stop> {
        let stop = self.forward.pop()?;
        self.back.push(here);
        Some(stop)
    }
}
