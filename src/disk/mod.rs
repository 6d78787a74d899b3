//! Floor 6: the only place that reads and writes files.
#![expect(clippy::disallowed_methods, reason = "this is where files are read and written")]

mod clock;
mod forget;
mod look;
mod owner;
pub mod packs;
mod personal;
pub mod preferences;
mod store;
mod whole;

use std::fs::File;
use std::io::{self, ErrorKind};
use std::path::Path;

pub use clock::now;
pub use forget::forget;
pub use look::{Instead, Trouble};
pub use personal::{Folders, Kept, NoHome, PersonalFile, Purpose, files};
pub use store::{Recorded, Store};
pub use whole::{Held, NotWritten, Staged, write_whole};

/// Opens a file to read it from its beginning to its end; it may be a pipe.
///
/// # Errors
///
/// The file is not there or may not be read.
pub fn open(path: &Path) -> io::Result<File> {
    File::open(path)
}

/// Returns a path to stand in a message.
#[must_use]
pub fn shown(path: &Path) -> String {
    crate::text::clean_line(&path.to_string_lossy())
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
        _ => crate::text::clean_line(&error.to_string()),
    }
}
