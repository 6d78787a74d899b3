//! Deletes the personal files.
//!
//! The file itself goes last of its kind: whoever ends the program in between has all of it or nothing, and its
//! backup does not bring it back.

use std::fs;
use std::io;
use std::path::Path;

use super::atomic::{Lock, WriteError};
use super::folders::Folders;
use super::owner::sync_folder;
use super::personal::{Kept, Purpose, files_of};

/// Deletes the files of these kinds, and the folders that are empty then. Other programs that run do not write in
/// between.
///
/// # Errors
///
/// One of them could not be deleted; those after it are there still.
pub fn forget(folders: &Folders, which: &[Kept]) -> Result<(), WriteError> {
    for &kept in which {
        delete(kept, &kept.main(folders))?;
    }
    Ok(())
}

/// Deletes a main file and all that belongs to it.
fn delete(kept: Kept, main: &Path) -> Result<(), WriteError> {
    if files_of(kept, main).iter().all(|file| file.size.is_none()) {
        return Ok(());
    }
    let lock = Lock::acquire(main)?;
    let mut files = files_of(kept, main);
    files.sort_by_key(|file| match file.purpose {
        Purpose::Main => 1,
        Purpose::Lock => 2,
        _ => 0,
    });
    for file in files {
        match fs::remove_file(&file.path) {
            Err(why) if why.kind() != io::ErrorKind::NotFound => {
                return Err(WriteError::System { path: file.path, why });
            }
            _ => {}
        }
    }
    drop(lock);
    if let Some(folder) = main.parent() {
        let _ = sync_folder(folder);
        // It may hold what is not ours, and then it stays.
        let _ = fs::remove_dir(folder);
    }
    Ok(())
}
