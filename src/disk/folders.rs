//! The folders of the personal files.
//!
//! Preferences, bookmarks and progress stand in the three places that the platform has for such things, so that a
//! backup of the one need not hold the other.

use std::path::{Path, PathBuf};

use crate::journal::Part;

/// There is no folder for personal files. The sentence to be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "the system names no home folder (HOME is not set to one), so nothing can be kept. Everything can be read"
)]
pub struct NoHome;

/// The folders of the personal files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folders {
    config: PathBuf,
    data: PathBuf,
    state: PathBuf,
}

impl Folders {
    /// Returns these folders.
    #[must_use]
    pub fn new(config: PathBuf, data: PathBuf, state: PathBuf) -> Self {
        Self { config, data, state }
    }

    /// Returns the folders `config`, `data` and `state` in one folder.
    #[must_use]
    pub fn within(folder: &Path) -> Self {
        Self::new(folder.join("config"), folder.join("data"), folder.join("state"))
    }

    /// Returns the file of the preferences.
    #[must_use]
    pub fn preferences(&self) -> PathBuf {
        self.config.join("preferences.toml")
    }

    /// Returns the file with the numbers of an organisation.
    #[must_use]
    pub fn safety(&self) -> PathBuf {
        self.config.join("safety.toml")
    }

    /// Returns the file of a part of the journal.
    #[must_use]
    pub fn part(&self, part: Part) -> PathBuf {
        match part {
            Part::Bookmarks => self.data.join("bookmarks.toml"),
            Part::Progress => self.state.join("progress.toml"),
            Part::Sessions => self.data.join("sessions").join("sessions.toml"),
        }
    }
}
