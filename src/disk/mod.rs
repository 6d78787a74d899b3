//! Floor 6: the only place that reads and writes files.
#![expect(clippy::disallowed_methods, reason = "this is where files are read and written")]

mod atomic;
mod clock;
mod folders;
mod forget;
mod handout;
mod inspect;
mod links;
mod messages;
mod names;
mod owner;
pub mod packs;
mod personal;
pub mod preferences;
mod processes;
pub mod safety;
mod store;

use std::fs::File;
use std::io;
use std::path::Path;

pub use atomic::WriteError;
pub use clock::now;
pub use folders::{Folders, NoHome};
pub use forget::forget;
pub use handout::{Readers, Replace, write_handout};
pub use inspect::{Fallback, Trouble};
pub use messages::{in_words, shown};
pub use personal::{Kept, PersonalFile, Purpose, files, named_safety_file};
pub use processes::parent_of;
pub use store::{Recorded, Store};

/// Opens a file to read it from its beginning to its end; it may be a pipe.
///
/// # Errors
///
/// The file is not there or may not be read.
pub fn open(path: &Path) -> io::Result<File> {
    File::open(path)
}
