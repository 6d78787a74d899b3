//! Paths and errors of the system as they stand in a message.

use std::io::{self, ErrorKind};
use std::path::Path;

use crate::text::clean_line;

/// Returns a path to stand in a message.
#[must_use]
pub fn shown(path: &Path) -> String {
    clean_line(&path.to_string_lossy())
}

/// Returns the name of a file without its folder, to stand in a message.
pub(super) fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(|| shown(path), |name| shown(Path::new(name)))
}

/// Returns what the system said about a file as words that say what to do.
#[must_use]
pub fn in_words(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => {
            "the disk is full. Make room on it, then try again".to_owned()
        }
        ErrorKind::ReadOnlyFilesystem => "this place can be read but not written".to_owned(),
        ErrorKind::PermissionDenied => "you have no permission for that".to_owned(),
        ErrorKind::NotFound => "there is no such file. Check its spelling".to_owned(),
        ErrorKind::IsADirectory => "it is a folder, and a file is needed".to_owned(),
        ErrorKind::NotADirectory => "something on the way to it is a file, and no folder".to_owned(),
        _ => clean_line(&error.to_string()),
    }
}
