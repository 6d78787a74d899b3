//! Floor 6: the only place that reads and writes files.
#![expect(clippy::disallowed_methods, reason = "this is where files are read and written")]

pub mod packs;

use std::fs::File;
use std::io;
use std::path::Path;

/// Opens a file to read it from its beginning to its end; it may be a pipe.
///
/// # Errors
///
/// The file is not there or may not be read.
pub fn open(path: &Path) -> io::Result<File> {
    File::open(path)
}
