//! Changes of the journal on their way to the disk. They are written when the frame is on the screen, so that nobody
//! waits for a disk to see what a key did, and they are said to be kept only when they are.

use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::app::Outcome;
use crate::disk::{Recorded, Store, now};
use crate::journal::Change;

/// The store, and the changes that are to be written to it.
#[derive(Debug)]
pub(super) struct JournalWriter {
    store: Store,
    pending: Vec<Change>,
    /// What is to be written too should the program be ended from outside now.
    at_exit: Option<Change>,
}

impl JournalWriter {
    /// Returns a writer for a store, to be shared with the thread that handles signals.
    pub(super) fn new(store: Store) -> Mutex<Self> {
        Mutex::new(Self { store, pending: Vec::new(), at_exit: None })
    }

    /// Adds a change to be written.
    pub(super) fn push(&mut self, change: Change) {
        self.pending.push(change);
    }

    /// Notes what is to be written too should the program be ended from outside.
    pub(super) fn set_at_exit(&mut self, change: Option<Change>) {
        self.at_exit = change;
    }

    /// Writes the pending changes, if there are any, and returns how that went.
    pub(super) fn flush(&mut self) -> Option<Outcome> {
        let changes = std::mem::take(&mut self.pending);
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

    /// Writes all, when the program is ended from outside. There is nobody left to tell how it went.
    pub(super) fn flush_at_exit(&mut self) {
        self.pending.extend(self.at_exit.take());
        let _ = self.flush();
    }
}

/// Locks a writer. A thread that panicked while it had the lock leaves changes that are whole.
pub(super) fn lock(writer: &Mutex<JournalWriter>) -> MutexGuard<'_, JournalWriter> {
    writer.lock().unwrap_or_else(PoisonError::into_inner)
}
