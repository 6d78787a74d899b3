//! What the reader asks to be kept. It is written when the frame is on the screen, so that nobody waits for a disk
//! to see what a key did, and it is said to be kept only when it is.

use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::app::Outcome;
use crate::disk::{Recorded, Store, now};
use crate::journal::Change;

/// The store, and what is to be written to it.
#[derive(Debug)]
pub(super) struct Keeper {
    store: Store,
    asked: Vec<Change>,
    /// What is to be kept should the program be ended from outside now.
    last: Option<Change>,
}

impl Keeper {
    /// Returns a keeper for a store, to be shared with the thread that hears of signals.
    pub(super) fn new(store: Store) -> Mutex<Self> {
        Mutex::new(Self { store, asked: Vec::new(), last: None })
    }

    /// Notes something to be kept.
    pub(super) fn ask(&mut self, change: Change) {
        self.asked.push(change);
    }

    /// Notes what is to be kept should the program be ended from outside.
    pub(super) fn set_last(&mut self, change: Option<Change>) {
        self.last = change;
    }

    /// Writes what was asked for, if anything was, and returns how that went.
    pub(super) fn keep(&mut self) -> Option<Outcome> {
        let changes = std::mem::take(&mut self.asked);
        if changes.is_empty() {
            return None;
        }
        Some(match self.store.record(&changes, now()) {
            Ok(Recorded { journal, durability, troubles }) => Outcome::Kept {
                changes,
                journal: Box::new(journal),
                durability,
                troubles: troubles.iter().map(ToString::to_string).collect(),
            },
            Err(error) => Outcome::Failed(format!("Not kept: {error}.")),
        })
    }

    /// Writes what is to be kept when the program is ended from outside. There is nobody left to tell how it went.
    pub(super) fn keep_last(&mut self) {
        self.asked.extend(self.last.take());
        let _ = self.keep();
    }
}

/// Locks a keeper. A thread that panicked while it held it leaves changes that are whole.
pub(super) fn lock(keeper: &Mutex<Keeper>) -> MutexGuard<'_, Keeper> {
    keeper.lock().unwrap_or_else(PoisonError::into_inner)
}
