//! The names of the files beside a main file.

use std::path::{Path, PathBuf};

/// The word in the name of a backup.
pub(super) const BACKUP: &str = "backup";

/// Returns the name of the lock of a file.
pub(super) fn lock_path(main: &Path) -> PathBuf {
    main.with_extension("lock")
}

/// Returns the name under which the next text of a file is written.
pub(super) fn temp_path(main: &Path) -> PathBuf {
    main.with_extension("tmp")
}

/// Returns the name with this word in it: `bookmarks.backup.toml`.
pub(super) fn with_word(main: &Path, word: &str) -> PathBuf {
    main.with_extension(format!("{word}.toml"))
}
